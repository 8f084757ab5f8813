/** As GraphiQL keeps it: `{ "queries": [{ "query": …, "headers": … }] }`. */
type History = Readonly<Record<string, readonly Entry[]>>;

interface Entry {
  readonly headers?: string;
}

/** Changes the headers of each entry. Null when the text is no history. */
export function mapHeaders(text: string | null, change: (headers: string) => string): string | null {
  try {
    const history: History = JSON.parse(text ?? '');
    const changed = Object.entries(history).map(([name, entries]) => [
      name,
      entries.map((entry) => ({ ...entry, headers: change(entry.headers ?? '') })),
    ]);
    return JSON.stringify(Object.fromEntries(changed));
  } catch {
    return null;
  }
}
