/** One parsed log line. */
export type LogLine = Readonly<Record<string, unknown>>;

/** A log destination for tests: keeps what was written. */
export interface LogSink {
  write(line: string): void;
  /** Every line so far, parsed. */
  lines(): readonly LogLine[];
  /** Everything so far as it was written, to look for what must not be in it. */
  text(): string;
  clear(): void;
}

/** `createLogger({ app, destination: createLogSink() })`. */
export function createLogSink(): LogSink {
  let written: string[] = [];
  return {
    write: (line) => void written.push(line),
    lines: () => written.map(parseLine),
    text: () => written.join(''),
    clear: () => void (written = []),
  };
}

function parseLine(line: string): LogLine {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`not a log line: ${line}`);
  return { ...parsed };
}
