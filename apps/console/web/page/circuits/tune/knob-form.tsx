import { type FormEvent, useContext, useId, useState } from 'react';
import type { ActResult, Knob, ProblemView, WhatIfAnswer } from '../../../../src/wire/index.ts';
import { type AppGroup } from '../../model/app-groups.ts';
import { OperatorContext } from '../../operator/operator.ts';
import { TokenField } from '../../operator/token-field.tsx';
import { announceAct } from '../acts/acts-changed.ts';
import { ask } from '../../parts/ask.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ReplicaResults } from '../../parts/replica-results.tsx';
import { resultIn } from '../../parts/result-in.ts';
import { KnobFacts } from './knob-facts.tsx';
import { KnobValues } from './knob-values.tsx';
import { isSimple, patchOf, proposedValue } from './proposed-value.ts';
import { WhatIfView } from './what-if-view.tsx';
import { whatIfLimits } from './what-if-limits.ts';

export interface KnobFormProps {
  readonly group: AppGroup;
  readonly service: string;
  readonly knob: Knob;
}

/** A value for one knob: the recorded calls are played against it before it can be applied. */
export function KnobForm({ group, service, knob }: KnobFormProps) {
  const { token } = useContext(OperatorContext);
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [played, setPlayed] = useState<{ readonly typed: string; readonly answer: WhatIfAnswer | null }>();
  const [problem, setProblem] = useState<ProblemView | null>(null);
  const [applied, setApplied] = useState<{ readonly value: unknown; readonly result: ActResult } | null>(null);
  const id = useId();
  const proposed = proposedValue(knob, typed);
  const value = 'value' in proposed ? proposed.value : undefined;
  const limits = whatIfLimits(service, knob.path, value);
  const isHeld = knob.source.kind === 'environment';
  const mayApply = value !== undefined && (limits === undefined || played?.typed === typed);

  const play = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (limits === undefined) return;
    setBusy(true);
    const path = `circuits/${encodeURIComponent(group.app)}/${encodeURIComponent(service)}/what-if`;
    const answer = await ask<WhatIfAnswer>({ method: 'POST', path, body: limits });
    setBusy(false);
    // A play that failed does not keep anybody from applying: there may be no time.
    setPlayed({ typed, answer: answer.ok ? answer.value : null });
    setProblem(answer.ok ? null : answer.problem);
    setApplied(null);
  };

  const apply = async (to: unknown): Promise<void> => {
    setBusy(true);
    const path = `settings/${encodeURIComponent(group.app)}`;
    const answer = await ask<ActResult>({ method: 'PATCH', path, token, body: patchOf(knob.path, to) });
    setBusy(false);
    const result = answer.ok ? answer.value : resultIn(answer.body);
    setProblem(answer.ok || result ? null : answer.problem);
    setApplied(result && { value: to ?? knob.default, result });
    announceAct();
  };

  return (
    <>
      <KnobFacts knob={knob} />
      <KnobValues group={group} path={knob.path} wanted={applied?.value} />
      {isSimple(knob) && !isHeld && (
        <form className="knob-form" onSubmit={(event) => void play(event)}>
          <label htmlFor={id}>New value</label>
          <div className="knob-form-row">
            <input
              id={id}
              inputMode="decimal"
              autoComplete="off"
              placeholder={String(knob.value)}
              value={typed}
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => setTyped(target.value)}
            />
            <button type="submit" disabled={isBusy || limits === undefined}>
              What if?
            </button>
            <button
              type="button"
              className="is-main"
              disabled={isBusy || !mayApply || token === ''}
              onClick={() => void apply(value)}
            >
              Apply
            </button>
          </div>
          <p id={`${id}-hint`} className="quiet">
            {hintOf({ typed, proposed, limits, mayApply, token })}
          </p>
          {knob.source.kind === 'file' && knob.default !== null && (
            <button
              type="button"
              className="is-plain"
              disabled={isBusy || token === ''}
              onClick={() => void apply(null)}
            >
              Back to the default, {String(knob.default)}
            </button>
          )}
          {token === '' && mayApply && <TokenField />}
        </form>
      )}
      {problem && <ProblemNote problem={problem} />}
      {applied && <ReplicaResults result={applied.result} />}
      {played?.answer && <WhatIfView answer={played.answer} value={played.typed} />}
    </>
  );
}

interface Hint {
  readonly typed: string;
  readonly proposed: ReturnType<typeof proposedValue>;
  readonly limits: unknown;
  readonly mayApply: boolean;
  readonly token: string;
}

function hintOf({ typed, proposed, limits, mayApply, token }: Hint): string {
  if (typed === '') return 'The recorded calls of the last minutes are played against it before it is applied.';
  if ('reason' in proposed) return `This is no value for it: ${proposed.reason}.`;
  if (limits === undefined) return 'Recorded calls cannot tell what this knob would have changed.';
  if (!mayApply) return 'Play it first.';
  return token === ''
    ? 'To apply it, a token of an operator is needed.'
    : 'Takes effect in every replica within a second.';
}
