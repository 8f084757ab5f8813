import { formatDuration } from '../fault/duration.ts';
import type { Act, Circuit, Circuits } from './circuit-admin.ts';

const reach: Readonly<Record<Circuits['replicas'], string>> = {
  alone: 'no Redis: an act is for this process alone',
  connected: 'an act reaches every replica',
  'cut-off': 'Redis does not answer: an act is for this process alone until it does',
};

const headings = ['service', 'state', 'since', 'calls', 'failures', 'slow', 'in flight', 'next probe', 'last act'];

/** The table of one app. */
export function describeCircuits(app: string, { replicas, circuits }: Circuits, nowMs: number): readonly string[] {
  const rows = circuits.map(({ service, state, since, counts, openUntil, inFlight, lastAct }) => [
    service,
    state,
    formatDuration(Math.max(0, nowMs - Date.parse(since))),
    String(counts.calls),
    String(counts.failures),
    String(counts.slow),
    String(inFlight),
    nextProbe(openUntil, nowMs),
    lastAct
      ? `${describeAct(lastAct, nowMs)}${lastAct.shared || replicas === 'alone' ? '' : ' (not shared yet)'}`
      : '-',
  ]);
  return [`${app}: ${reach[replicas]}`, ...inColumns([headings, ...rows])];
}

/** One line of `acts`. */
export const describeLoggedAct = (act: Act, nowMs: number): string =>
  `${act.service.padEnd(9)}  ${describeAct(act, nowMs)}${act.from === 'here' ? '' : `, on ${act.from}`}`;

/** What an act has come to. */
export function describeResult({ service, state, lastAct }: Circuit): string {
  const where = lastAct?.shared ? 'on every replica' : 'on this replica alone, as it has no Redis or cannot reach it';
  return `${service} is ${state}, ${where}`;
}

function describeAct({ act, by, reason, at }: Pick<Act, 'act' | 'by' | 'reason' | 'at'>, nowMs: number): string {
  const ago = formatDuration(Math.max(0, nowMs - Date.parse(at)));
  return `${act} by ${by} ${ago} ago${reason ? `: ${reason}` : ''}`;
}

function nextProbe(openUntil: string | null, nowMs: number): string {
  if (openUntil === null) return '-';
  const leftMs = Date.parse(openUntil) - nowMs;
  return leftMs > 0 ? `in ${formatDuration(leftMs)}` : 'next call';
}

/** Two spaces in front and between; nothing after the last column. */
function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
