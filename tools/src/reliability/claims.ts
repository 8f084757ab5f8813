/** Collects the claims of a scenario that did not hold. */
export class Claims {
  readonly failures: string[] = [];

  /** `otherwise` says in words, with the figure, what was seen instead. */
  holds(claim: boolean, otherwise: string): void {
    if (!claim) this.failures.push(otherwise);
  }
}
