// Loaded into every contender, ours too: tells its parent what the process has used so far.
import { readFileSync } from 'node:fs';

/** What is asked by the word `meter`. */
export interface MeterReading {
  /** User and system time of all threads so far, in microseconds. */
  readonly cpuMicros: number;
  /** The most memory that was resident so far, in bytes. */
  readonly peakBytes: number;
}

process.on('message', (message: { readonly order?: string }) => {
  if (message.order !== 'meter') return;
  const { user, system } = process.cpuUsage();
  const reading: MeterReading = { cpuMicros: user + system, peakBytes: peakBytes() };
  process.send?.(reading);
});

/** The system's own figure may be that of the process which started this one, so Linux is asked for this image's. */
function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
}
