import { HttpProblem } from '@bff/errors';
import { type TokenIssuer, VirtualClock, startTokenIssuer } from '@bff/testing';
import { type TokenVerifier, type TokenVerifierOptions, createTokenVerifier } from '../src/index.ts';

export interface Harness {
  readonly clock: VirtualClock;
  readonly issuer: TokenIssuer;
  readonly log: LogLine[];
  start(options?: Partial<TokenVerifierOptions>): TokenVerifier;
  close(): Promise<void>;
}

export interface LogLine {
  readonly level: 'info' | 'warn';
  readonly message: string;
}

/** An issuer on a real server, a virtual clock, and verifiers that trust the one and live by the other. */
export async function createHarness(): Promise<Harness> {
  const clock = new VirtualClock();
  const issuer = await startTokenIssuer({ clock });
  const verifiers: TokenVerifier[] = [];
  const log: LogLine[] = [];
  return {
    clock,
    issuer,
    log,
    start(options = {}) {
      const { audience, jwksUrl } = issuer;
      const logger = {
        info: (_fields: object, message: string) => void log.push({ level: 'info', message }),
        warn: (_fields: object, message: string) => void log.push({ level: 'warn', message }),
      };
      const verifier = createTokenVerifier({
        issuer: issuer.issuer,
        audience,
        jwksUrl,
        clock,
        logger,
        random: () => 0,
        ...options,
      });
      verifiers.push(verifier);
      return verifier;
    },
    async close() {
      for (const verifier of verifiers) verifier.close();
      await issuer.close();
    },
  };
}

/** Waits in real time, for what a real socket has to do first. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  throw new Error(`waited 2 s for ${what}`);
}

/** The problem that a promise rejects with. */
export async function problemOf(promise: Promise<unknown>): Promise<HttpProblem> {
  const error: unknown = await promise.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof HttpProblem) return error;
  throw error;
}
