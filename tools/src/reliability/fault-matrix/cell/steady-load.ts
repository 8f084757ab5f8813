import type { LoadAnswer, LoadRequest } from '../../../load/load-request.ts';
import { offerLoad } from '../../../load/offer-load.ts';
import type { Visit } from './visit.ts';

/** One answer, with what was known when it was asked for. */
export interface Sample {
  readonly visit: Visit;
  readonly answer: LoadAnswer;
  /** Milliseconds since the visit was last seen whole. */
  readonly wholeMsAgo: number | undefined;
  readonly isWhole: boolean;
}

export interface SteadyLoad {
  /** Asked for in turn, again and again. */
  readonly visits: readonly Visit[];
  readonly ratePerSecond: number;
  readonly forMs: number;
  readonly onSample?: (sample: Sample) => void;
  readonly signal?: AbortSignal;
}

/** Offers load at a steady rate, whatever the answers, and resolves with all of them when the last one is there. */
export async function steadyLoad({ visits, onSample, ...load }: SteadyLoad): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const sent = new Map<LoadRequest, { visit: Visit; wholeMsAgo: number | undefined }>();
  await offerLoad({
    ...load,
    keepBodies: true,
    next(index) {
      const visit = visits[index % visits.length];
      if (!visit) throw new TypeError('a load needs at least one visit');
      const request = { ...visit.request };
      const { wholeAtMs } = visit;
      sent.set(request, { visit, wholeMsAgo: wholeAtMs === undefined ? undefined : performance.now() - wholeAtMs });
      return request;
    },
    onAnswer(answer) {
      const known = sent.get(answer.request);
      if (!known) throw new TypeError('an answer to nothing');
      const isWhole = saysWhole(answer);
      // The value is at least as old as the request for it.
      if (isWhole) known.visit.wholeAtMs = Math.max(known.visit.wholeAtMs ?? 0, answer.dueAtMs);
      const sample = { ...known, answer, isWhole };
      samples.push(sample);
      onSample?.(sample);
    },
  });
  return samples;
}

const saysWhole = ({ status, headers }: LoadAnswer): boolean =>
  status === 200 && headers['bff-complete'] === '?1' && headers['bff-sections'] === undefined;
