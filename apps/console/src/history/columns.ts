/** How far back the history goes: ten minutes, a point each second. */
export const MOST_POINTS = 600;

export type Value = number | null;

/** One row for each name, each as long as the list of times. What is new begins with nulls. */
export class Columns<Name extends string> {
  readonly #values: Readonly<Record<Name, Value[]>>;

  constructor(names: readonly Name[], points: number) {
    this.#values = Object.fromEntries(names.map((name) => [name, Array<Value>(points).fill(null)])) as Record<
      Name,
      Value[]
    >;
  }

  add(values: Readonly<Record<Name, Value>> | undefined): void {
    for (const name of this.#names()) {
      const column = this.#values[name];
      column.push(values?.[name] ?? null);
      if (column.length > MOST_POINTS) column.shift();
    }
  }

  /** Puts these in the place of the last ones. */
  replaceLast(values: Readonly<Record<Name, Value>> | undefined): void {
    for (const name of this.#names()) {
      const column = this.#values[name];
      column[column.length - 1] = values?.[name] ?? null;
    }
  }

  /** The last so many. */
  last(points: number): Readonly<Record<Name, readonly Value[]>> {
    return Object.fromEntries(this.#names().map((name) => [name, this.#values[name].slice(-points)])) as Record<
      Name,
      Value[]
    >;
  }

  #names(): readonly Name[] {
    return Object.keys(this.#values) as Name[];
  }
}
