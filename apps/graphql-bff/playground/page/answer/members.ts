/** Reads the members of something that came over the wire, as far as they are what they should be. */
export class Members {
  readonly #of: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    this.#of = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  }

  has(name: string): boolean {
    return this.#of[name] !== undefined && this.#of[name] !== null;
  }

  text(name: string): string | undefined {
    const value = this.#of[name];
    return typeof value === 'string' ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.#of[name];
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#of[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  /** Empty when there is none. */
  members(name: string): Members {
    return new Members(this.#of[name]);
  }

  /** Empty when there is none. */
  list(name: string): readonly unknown[] {
    const value = this.#of[name];
    return Array.isArray(value) ? value : [];
  }

  get names(): readonly string[] {
    return Object.keys(this.#of);
  }
}
