import { KEY_MAP, formatShortcutForOS, useGraphiQL } from '@graphiql/react';
import type { Answer } from '../answer/answer.ts';
import type { Answers } from '../answer/answers.ts';
import { titleOf } from '../answer/words.ts';
import { SectionList } from './section-list.tsx';
import { Icon, type IconName } from './icon.tsx';
import { ReasonList } from './reason-list.tsx';

/** Below the answer: how whole it is, and what happened on the wire. */
export function AnswerStrip({ answers, hint }: { readonly answers: Answers; readonly hint: string }) {
  const { text, isFetching } = useGraphiQL(({ tabs, activeTabIndex, fetchError, isFetching: is }) => ({
    text: tabs[activeTabIndex]?.response || fetchError || '',
    isFetching: is,
  }));
  const answer = answers.of(text);
  return (
    <section className="bff-strip" aria-label="Outcome">
      <div className="bff-strip-head" role="status" aria-live="polite">
        {isFetching ? <p>Running …</p> : answer ? <Head answer={answer} /> : <p>{withoutAnswer(text)}</p>}
      </div>
      {!isFetching && answer && <Details answer={answer} hint={hint} />}
    </section>
  );
}

const withoutAnswer = (text: string) =>
  text === ''
    ? `No answer yet. Run the query: ${formatShortcutForOS(KEY_MAP.runQuery.key)}.`
    : 'Nothing was sent. The text above says why.';

function Head({ answer }: { readonly answer: Answer }) {
  return (
    <>
      <p className="bff-strip-title">
        <Icon name={iconOf(answer)} />
        {titleOf(answer)}
      </p>
      <p className="bff-facts">
        {answer.status !== undefined && <span>HTTP {answer.status}</span>}
        <span>{Math.round(answer.tookMs)} ms</span>
        {answer.requestId !== undefined && (
          <span>
            request <code>{answer.requestId}</code>
          </span>
        )}
      </p>
    </>
  );
}

function iconOf(answer: Answer): IconName {
  if (answer.with !== 'data') return 'bad';
  if (answer.degraded.some((section) => section.is === 'failed')) return 'warning';
  return answer.degraded.length > 0 ? 'stale' : 'good';
}

function Details({ answer, hint }: { readonly answer: Answer; readonly hint: string }) {
  if (answer.with === 'data') return answer.degraded.length > 0 && <SectionList degraded={answer.degraded} />;
  if (answer.with === 'nothing') return <p className="bff-list">{answer.why}</p>;
  return <ReasonList reasons={answer.reasons} hint={hint} />;
}
