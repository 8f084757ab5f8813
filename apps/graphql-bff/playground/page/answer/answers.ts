import { formatResult } from '@graphiql/toolkit';
import type { Answer } from './answer.ts';

/** As many as a person may go back to by changing tabs. */
const kept = 50;

/**
 * What is known of the answers that GraphiQL shows. It keeps the text of each tab's answer and nothing else, so that text
 * is what an answer is found by; it is never read.
 */
export class Answers {
  readonly #byText = new Map<string, Answer>();

  add(result: unknown, answer: Answer): void {
    const text = formatResult(result);
    this.#byText.delete(text);
    this.#byText.set(text, answer);
    const [oldest] = this.#byText.keys();
    if (this.#byText.size > kept && oldest !== undefined) this.#byText.delete(oldest);
  }

  /** Undefined for a text that did not come over the wire. */
  of(text: string): Answer | undefined {
    return this.#byText.get(text);
  }
}
