import { type FormEvent, useContext, useId, useState } from 'react';
import type { ActName, ActResult, ProblemView } from '../../../../src/wire/index.ts';
import type { Edge } from '../../model/edges.ts';
import { OperatorContext } from '../../operator/operator.ts';
import { TokenField } from '../../operator/token-field.tsx';
import { ask } from '../../parts/ask.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ReplicaResults } from '../../parts/replica-results.tsx';
import { resultIn } from '../../parts/result-in.ts';
import { plural } from '../../words/lists.ts';
import { announceAct } from './acts-changed.ts';
import { actWords } from './act-words.ts';

export interface ActDialogProps {
  readonly edge: Edge;
  readonly act: ActName;
  readonly onClose: () => void;
}

/** Asks before an act is done, and says what came of it at each replica. */
export function ActDialog({ edge, act, onClose }: ActDialogProps) {
  const { app, service, circuits } = edge;
  const { token } = useContext(OperatorContext);
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemView | null>(null);
  const [result, setResult] = useState<ActResult | null>(null);
  // Whoever had no token when it opened keeps the field in sight.
  const [needsToken] = useState(token === '');
  const id = useId();
  const { verb, does } = actWords[act];

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const path = `circuits/${encodeURIComponent(app)}/${encodeURIComponent(service)}/${act}`;
    const answer = await ask<ActResult>({
      method: 'POST',
      path,
      token,
      body: reason.trim() === '' ? {} : { reason: reason.trim() },
    });
    setBusy(false);
    const came = answer.ok ? answer.value : resultIn(answer.body);
    setResult(came);
    setProblem(answer.ok || came ? null : answer.problem);
    announceAct();
  };

  return (
    <Dialog title={`${verb} ${app} → ${service}?`} onClose={onClose}>
      {result?.done ? (
        <>
          <ReplicaResults result={result} />
          <footer>
            <button type="button" className="is-main" onClick={onClose}>
              Done
            </button>
          </footer>
        </>
      ) : (
        <form onSubmit={(event) => void send(event)}>
          <p>{does}</p>
          <p className="quiet">
            Concerns {plural(circuits.length, 'replica')}. Written to the audit trail with your name.
          </p>
          {needsToken && <TokenField />}
          <label htmlFor={id}>Reason{act === 'isolate' ? ' (required)' : ''}</label>
          <input
            id={id}
            autoFocus={!needsToken}
            autoComplete="off"
            maxLength={200}
            required={act === 'isolate'}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          {problem && <ProblemNote problem={problem} />}
          {result && <ReplicaResults result={result} />}
          <footer>
            <button type="button" onClick={onClose}>
              Cancel
            </button>
            <button
              type="submit"
              className={act === 'isolate' ? 'is-main is-grave' : 'is-main'}
              disabled={isBusy || token === '' || (act === 'isolate' && reason.trim() === '')}
            >
              {isBusy ? 'Asking the replicas …' : `${verb} ${service}`}
            </button>
          </footer>
        </form>
      )}
    </Dialog>
  );
}
