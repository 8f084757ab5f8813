import { FactList } from '../../parts/fact-list.tsx';
import { clockTime } from '../../words/durations.ts';
import { ms } from '../../words/figures.ts';
import type { RecentOf } from '../recent-list.tsx';
import { RequestWaterfall } from './request-waterfall.tsx';

/** One request: what it was, and where its time went. */
export function RequestDetails({ request }: { readonly request: RecentOf }) {
  const { requestId, traceId, at, client, outcome, durationMs, budgetMs } = request;
  return (
    <>
      <FactList
        facts={{
          Outcome: outcome,
          Took: `${ms(durationMs)} of ${ms(budgetMs)}`,
          At: clockTime(at),
          Client: client,
          'Request id': <code>{requestId}</code>,
          'Trace id': <code>{traceId}</code>,
        }}
      />
      <h3>Where the time went</h3>
      <RequestWaterfall request={request} />
    </>
  );
}
