import { styleText } from 'node:util';

/** Fields that are shown in another way, or that say nothing to a person who reads one terminal. */
const NOT_SHOWN = new Set(['level', 'time', 'msg', 'app', 'err', 'traceId', 'spanId', 'traceparent']);

/** Fields of an access line that its head says already. */
const IN_ACCESS_HEAD = new Set(['method', 'route', 'path', 'status', 'durationMs', 'bytes']);

type Colour = Parameters<typeof styleText>[0];

const colourOf: Readonly<Record<string, Colour>> = {
  trace: 'dim',
  debug: 'dim',
  warn: 'yellow',
  error: 'red',
  fatal: 'red',
};

/**
 * One JSON line of a log in a form for people: `12:00:01.250 WARN  message key=value`, with the stack of an error below
 * it. A line that is not such JSON is given back as it is; undefined means that it is not worth showing (health checks).
 */
export function formatLogLine(line: string): string | undefined {
  const entry = parse(line);
  if (!entry) return line;
  if (isHealthNoise(entry)) return undefined;
  const level = String(entry['level']);
  const access = accessHead(entry);
  const fields = Object.entries(entry)
    .filter(([name]) => !NOT_SHOWN.has(name) && !(access && IN_ACCESS_HEAD.has(name)))
    .map(([name, value]) => styleText('dim', `${name}=${textOf(value)}`));
  const words = [
    styleText('dim', timeOf(entry['time'])),
    styleText(colourOf[level] ?? 'reset', level.toUpperCase().padEnd(5)),
    access ?? String(entry['msg'] ?? ''),
    ...fields,
  ];
  return [words.filter(Boolean).join(' '), ...errorLines(entry['err'])].join('\n');
}

/** `GET /v1/home 200 41 ms`, when the line tells of a request that was answered. */
function accessHead({ method, path, status, durationMs }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof method !== 'string' || typeof path !== 'string' || typeof status !== 'number') return undefined;
  const colour = status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green';
  return `${method} ${path} ${styleText(colour, String(status))}${typeof durationMs === 'number' ? ` ${textOf(durationMs)} ms` : ''}`;
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) && 'level' in value && 'time' in value ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isHealthNoise = (entry: Readonly<Record<string, unknown>>) =>
  ['path', 'url', 'route'].some((name) => /^\/(livez|readyz|metrics)\b/.test(String(entry[name])));

function timeOf(time: unknown): string {
  const date = new Date(typeof time === 'number' ? time : String(time));
  if (Number.isNaN(date.getTime())) return String(time);
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${clock}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return /[\s"=]/.test(value) ? JSON.stringify(value) : value;
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Math.round(value * 10) / 10);
  return JSON.stringify(value) ?? String(value);
}

function errorLines(error: unknown): string[] {
  if (!isRecord(error)) return [];
  const own = String(error['stack'] ?? error['message'] ?? '').split('\n');
  const { cause } = error;
  const because = isRecord(cause) ? [`caused by ${String(cause['message'] ?? cause['code'])}`] : [];
  return [...own, ...because].map((line) => styleText('dim', `  ${line.trim()}`));
}
