/** One series of Prometheus' text format: what a process counted until one moment. */
export interface ExposedSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  /** The name and labels as they stood there: the same in each exposition of a process. */
  readonly id: string;
}

/** Name, labels if there are any, value, and a timestamp that nobody here sends. */
const seriesLine = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?\s*$/i;
const labelPair = /([a-z_]\w*)="((?:[^"\\]|\\.)*)"/gi;

/**
 * The series of an exposition, in their order; what is no series is passed over. `isWanted` is asked by name before a line
 * is looked into, as most of what a process exposes is of no interest to one reader.
 */
export function readExposition(text: string, isWanted: (name: string) => boolean = () => true): ExposedSeries[] {
  const found: ExposedSeries[] = [];
  for (const line of text.split('\n')) {
    if (!isWanted(line.slice(0, endOfName(line)))) continue;
    const [, name, labels = '', value] = seriesLine.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const number = numberOf(value);
    if (number === undefined) continue;
    found.push({ name, labels: labelsIn(labels), value: number, id: `${name}{${labels}}` });
  }
  return found;
}

function endOfName(line: string): number {
  const end = line.search(/[\s{]/);
  return end === -1 ? line.length : end;
}

function labelsIn(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(labelPair)].map(([, label = '', value = '']) => [label, unescaped(value)]);
  return Object.fromEntries(pairs);
}

const unescaped = (value: string): string =>
  value.includes('\\') ? value.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char)) : value;

function numberOf(text: string): number | undefined {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  if (text === '-Inf') return Number.NEGATIVE_INFINITY;
  if (text === 'NaN') return Number.NaN;
  const number = Number(text);
  return Number.isNaN(number) ? undefined : number;
}
