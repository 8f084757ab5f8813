import type { WholeSystem } from '../../../running/whole-system.ts';
import { serviceNames } from '../../../running/whole-system.ts';
import type { Violation } from '../oracle/checks.ts';
import { bffs } from '../pages/page-spec.ts';

const apps = [...bffs, ...serviceNames.map((name) => `${name}-service`)];

/** A JSON Web Token, or a header with any token. */
const secret = /eyJ[\w-]{10}|Bearer [\w-]/;
const seriousLine = /^\{.*"level":"(?:error|fatal)".*$/m;

/** Looks through what the processes have written, each line once. */
export class OutputReader {
  readonly #system: WholeSystem;
  readonly #readChars = new Map<string, number>();

  constructor(system: WholeSystem) {
    this.#system = system;
  }

  judgeNew(): readonly Violation[] {
    return apps.flatMap((app) => {
      const all = this.#system.outputOf(app);
      const text = all.slice(this.#readChars.get(app) ?? 0);
      this.#readChars.set(app, all.length);
      return judgeOutput(app, text);
    });
  }
}

export function judgeOutput(app: string, text: string): readonly Violation[] {
  const found = secret.exec(text);
  const line = seriousLine.exec(text);
  return [
    ...(found
      ? [{ check: 'secrets' as const, where: app, expected: 'no token in its output', got: around(text, found.index) }]
      : []),
    // A mock that breaks its own answers may say so.
    ...(line && !app.endsWith('-service')
      ? [{ check: 'defects' as const, where: app, expected: 'no line at level error', got: line[0].slice(0, 240) }]
      : []),
  ];
}

/** Enough to find the line by, and not the secret itself. */
const around = (text: string, index: number): string => `…${text.slice(Math.max(0, index - 60), index + 6)}…`;
