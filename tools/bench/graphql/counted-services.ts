import { listen } from '@bff/testing';
import { fixedAnswer } from './fixed-answers.ts';

/** The four services on one port, with what they were asked. Order `ord_n` is of `usr_n`. */
export interface CountedServices {
  readonly url: string;
  /** Paths with their queries, since the last `forget`, in alphabetical order. */
  asked(): readonly string[];
  forget(): void;
  /** Answers what begins so with 500 from now on; undefined: nothing. */
  refuse(start: string | undefined): void;
  close(): Promise<void>;
}

export async function startCountedServices(): Promise<CountedServices> {
  const asked: string[] = [];
  let refused: string | undefined;
  const { url, close } = await listen((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const isRefused = refused !== undefined && path.startsWith(refused);
    const answer = fixedAnswer(path, (order) => order);
    // What is refused has its usual body: it is the status that must be looked at.
    const status = isRefused || answer === undefined ? 500 : 200;
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(answer ?? '{}');
  });
  return {
    url,
    asked: () => asked.toSorted(),
    forget() {
      asked.length = 0;
    },
    refuse(start) {
      refused = start;
    },
    close,
  };
}
