import type { Clock } from '@bff/clock';

/** Failures in a row that make a node be skipped. Fewer would skip it for one lost packet. */
const FAILURES = 3;
/** How long a node is skipped before it is tried again. */
const SKIP_MS = 1000;
const GONE_MS = 60_000;

/**
 * `use`: ask it. `skip`: do not. `probe`: ask it, and let nobody wait for the answer: a page that is chosen to try whether
 * Redis is back would be late for it.
 */
export type Admission = 'use' | 'skip' | 'probe';

interface Trouble {
  failures: number;
  /** When the last of them was counted. */
  failedAt: number;
  /** Undefined while the node is used. */
  skippedUntil: number | undefined;
  probing: boolean;
}

/**
 * Which nodes are not worth asking for now. One breaker a node, as one node of a cluster may be gone while the others
 * answer: the successes of those must not hide it.
 */
export class NodeBreakers {
  readonly #clock: Clock;
  readonly #changed: (node: string, state: 'used' | 'skipped') => void;
  /** Only nodes that failed last time, so that nodes which left a cluster are not kept for ever. */
  readonly #troubled = new Map<string, Trouble>();

  constructor(clock: Clock, changed: (node: string, state: 'used' | 'skipped') => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  admit(node: string): Admission {
    const trouble = this.#troubled.get(node);
    if (trouble?.skippedUntil === undefined) return 'use';
    if (trouble.probing || this.#clock.now() < trouble.skippedUntil) return 'skip';
    trouble.probing = true;
    return 'probe';
  }

  succeeded(node: string, admission: Admission): void {
    const trouble = this.#troubled.get(node);
    if (trouble === undefined) return;
    if (trouble.skippedUntil === undefined) {
      this.#troubled.delete(node);
    } else if (admission === 'probe') {
      // Answers to questions from before it was skipped say nothing of how it is now.
      this.#troubled.delete(node);
      this.#changed(node, 'used');
    }
  }

  /**
   * `askedAt` is on the monotonic clock. What was asked before the last failure fails for the same reason and is counted
   * with it: the hundreds of lookups of one page, or all that were under way when a packet was lost or this process was busy.
   */
  failed(node: string, admission: Admission, askedAt: number): void {
    const trouble = this.#troubled.get(node) ?? newTrouble();
    this.#troubled.set(node, trouble);
    if (trouble.skippedUntil === undefined) {
      if (askedAt < trouble.failedAt) return;
      trouble.failures += 1;
      trouble.failedAt = this.#clock.now();
      if (trouble.failures < FAILURES) return;
      trouble.skippedUntil = this.#clock.now() + SKIP_MS;
      this.#changed(node, 'skipped');
    } else if (admission === 'probe') {
      trouble.probing = false;
      trouble.skippedUntil = this.#clock.now() + SKIP_MS;
    }
  }

  isSkipped(node: string): boolean {
    return this.#troubled.get(node)?.skippedUntil !== undefined;
  }

  /** Without those that nobody asked for a minute: they have left the cluster. */
  get skipped(): string[] {
    const longAgo = this.#clock.now() - GONE_MS;
    return [...this.#troubled].flatMap(([node, { skippedUntil = -Infinity }]) => (skippedUntil > longAgo ? node : []));
  }
}

const newTrouble = (): Trouble => ({ failures: 0, failedAt: -Infinity, skippedUntil: undefined, probing: false });
