import { type FormEvent, useEffect, useState } from 'react';
import type { LoadRequest, LoadView, ProblemView } from '../../../../src/wire/index.ts';
import { useKnown } from '../../feed/use-known.ts';
import { ask } from '../../parts/ask.ts';
import { LabelledField } from '../../parts/labelled-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { LoadResult } from './load-result.tsx';

/** Plays a client app: asks a BFF for a page at a steady rate. */
export function LoadPanel() {
  const load = useKnown(({ state }) => state?.load ?? null);
  const link = useKnown((known) => known.link);
  const [targets, setTargets] = useState<LoadView['targets']>([]);
  const [target, setTarget] = useState('');
  const [typedRate, setTypedRate] = useState('20');
  const [problem, setProblem] = useState<ProblemView | null>(null);
  useEffect(() => {
    if (link === 'lost') return;
    const askForTargets = async (): Promise<void> => {
      const answer = await ask<LoadView>({ path: 'load' });
      if (answer.ok) setTargets(answer.value.targets);
      setProblem(answer.ok ? null : answer.problem);
    };
    void askForTargets();
  }, [link]);
  const choices = targets.flatMap(({ app, pages }) => pages.map((page) => ({ app, page, key: `${app} ${page}` })));
  const chosen =
    choices.find(({ key }) => key === target) ?? choices.find(({ page }) => page === 'order') ?? choices[0];

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (chosen === undefined) return;
    const body: LoadRequest = { app: chosen.app, page: chosen.page, ratePerSecond: Number(typedRate) };
    const answer = await ask({ method: 'POST', path: 'load', body });
    setProblem(answer.ok ? null : answer.problem);
  };
  const stop = async (): Promise<void> => {
    const answer = await ask({ method: 'DELETE', path: 'load' });
    setProblem(answer.ok ? null : answer.problem);
  };

  return (
    <section className="card load-panel" aria-labelledby="load">
      <h2 id="load">Load</h2>
      <form onSubmit={(event) => void start(event)}>
        <div className="field">
          <label htmlFor="load-target">Page</label>
          <select id="load-target" value={chosen?.key ?? ''} onChange={(event) => setTarget(event.target.value)}>
            {choices.map(({ key, app, page }) => (
              <option key={key} value={key}>
                {app} · {page}
              </option>
            ))}
          </select>
        </div>
        <LabelledField label="Pages a second" value={typedRate} onValue={setTypedRate} />
        <button type="submit" className="is-main" disabled={chosen === undefined}>
          {load?.running ? 'Replace' : 'Start'}
        </button>
        {load?.running && (
          <button type="button" onClick={() => void stop()}>
            Stop
          </button>
        )}
      </form>
      {problem && <ProblemNote problem={problem} />}
      {load ? (
        <LoadResult load={load} />
      ) : (
        <p className="empty">None was made yet. Faults are felt only where somebody asks.</p>
      )}
    </section>
  );
}
