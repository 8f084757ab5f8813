/**
 * Lets fetches wait for their lookups side by side and then go on in one go, so that the loads they start are all started
 * in the same turn of the event loop: a loader that collects what it is asked for in one turn (DataLoader) makes one call.
 */
export class JointStart {
  /** Lookups that have not ended. Also one for those who have yet to join. */
  #awaited = 1;
  readonly #steps: (() => void)[] = [];
  #later: JointStart | undefined;

  /** The next start, for steps that turn out to have to wait for more than their lookup. Joined while they are taken. */
  get later(): JointStart {
    this.#later ??= new JointStart();
    return this.#later;
  }

  /** `step` is taken once the lookups of all have ended. The promise settles as it does. `lookup` never rejects. */
  join<Looked, Result>(
    lookup: Promise<Looked> | undefined,
    step: (looked: Looked | undefined) => Result,
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      let looked: Looked | undefined;
      this.#steps.push(() => {
        try {
          resolve(step(looked));
        } catch (error) {
          reject(error);
        }
      });
      if (lookup) void this.#wait(lookup, (answer) => (looked = answer));
    });
  }

  /** Called once all have joined. Where there is no lookup to wait for, the steps are taken before it returns. */
  go(): void {
    this.#ended();
  }

  async #wait<Looked>(lookup: Promise<Looked>, note: (answer: Looked) => void): Promise<void> {
    this.#awaited += 1;
    note(await lookup);
    this.#ended();
  }

  #ended(): void {
    this.#awaited -= 1;
    if (this.#awaited > 0) return;
    for (const step of this.#steps) step();
    this.#later?.go();
  }
}

/** Runs what joins a start, which joins before its first `await`, and starts it. */
export function startJointly<Result>(run: (start: JointStart) => Result): Result {
  const start = new JointStart();
  const result = run(start);
  start.go();
  return result;
}
