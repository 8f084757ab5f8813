export type Environment = Readonly<Record<string, string | undefined>>;

/** Why a variable is not heeded, and what is done instead. Holds no value that may be a secret. */
export interface SettingProblem {
  readonly variable: string;
  readonly reason: string;
  readonly instead: string;
}

export interface Variable {
  readonly name: string;
  /** Trimmed, and not empty. */
  readonly text: string;
}

/**
 * Reads variables as OpenTelemetry's specification has it: a blank one counts as unset, words are the same in upper and
 * lower case, and one that cannot be used is told of and replaced. Of several names the first that is set counts.
 */
export class OtelEnvironment {
  readonly problems: SettingProblem[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  find(...names: readonly string[]): Variable | undefined {
    for (const name of names) {
      const text = this.#env[name]?.trim();
      if (text) return { name, text };
    }
    return undefined;
  }

  refuse(variable: string, reason: string, instead: string): void {
    this.problems.push({ variable, reason, instead });
  }

  word<Word extends string>(
    names: readonly string[],
    { known, otherwise }: { readonly known: readonly Word[]; readonly otherwise: Word },
  ): Word {
    const variable = this.find(...names);
    if (!variable) return otherwise;
    const word = known.find((each) => each === variable.text.toLowerCase());
    if (word !== undefined) return word;
    this.refuse(variable.name, `${quoted(variable.text)} is not ${known.join(', ')}`, `${otherwise} is used`);
    return otherwise;
  }

  number(names: readonly string[], range: NumberRange): number {
    const { least, most, whole, otherwise } = range;
    const variable = this.find(...names);
    if (!variable) return otherwise;
    const value = Number(variable.text);
    if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
    const kind = whole ? 'a whole number' : 'a number';
    const reason = `${quoted(variable.text)} is not ${kind} from ${least} to ${most}`;
    this.refuse(variable.name, reason, `${otherwise} is used`);
    return otherwise;
  }
}

export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  /** Where the variable is unset or cannot be used. */
  readonly otherwise: number;
}

/** What somebody wrote for a word or a number, short enough for a log line. */
export const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
