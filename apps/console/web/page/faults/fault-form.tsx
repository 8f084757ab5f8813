import { type FormEvent, useId, useState } from 'react';
import type { FaultKind, FaultService, ProblemView } from '../../../src/wire/index.ts';
import { ask } from '../parts/ask.ts';
import { LabelledField } from '../parts/labelled-field.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { type FaultFields, faultRequest, noFields } from './fault-request.ts';

export interface FaultFormProps {
  readonly service: FaultService;
  readonly kinds: readonly FaultKind[];
}

/** Switches a fault on. Options that a kind does not take are not asked for. */
export function FaultForm({ service, kinds }: FaultFormProps) {
  const [fields, setFields] = useState<FaultFields>({ ...noFields, kind: 'hang' });
  const [problem, setProblem] = useState<ProblemView | null>(null);
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  const kind = kinds.find((one) => one.kind === fields.kind);
  const set = (change: Partial<FaultFields>): void => setFields((before) => ({ ...before, ...change }));
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (kind === undefined) return;
    setBusy(true);
    const path = `faults/${encodeURIComponent(service.service)}`;
    const answer = await ask({ method: 'POST', path, body: faultRequest(fields, kind) });
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <form className="fault-form" onSubmit={(event) => void send(event)} aria-label={`A fault for ${service.app}`}>
      <div className="fault-form-fields">
        <div className="field">
          <label htmlFor={`${id}-kind`}>Fault</label>
          <select id={`${id}-kind`} value={fields.kind} onChange={({ target }) => set({ kind: target.value })}>
            {kinds.map((one) => (
              <option key={one.kind}>{one.kind}</option>
            ))}
          </select>
        </div>
        {kind?.perRequest && (
          <div className="field">
            <label htmlFor={`${id}-route`}>Route</label>
            <select id={`${id}-route`} value={fields.route} onChange={({ target }) => set({ route: target.value })}>
              {['all', ...service.routes.filter((route) => route !== 'all')].map((route) => (
                <option key={route}>{route}</option>
              ))}
            </select>
          </div>
        )}
        {kind?.perRequest && (
          <LabelledField
            label="Probability"
            placeholder="1"
            value={fields.probability}
            onValue={(probability) => set({ probability })}
          />
        )}
        {kind?.ms !== undefined && (
          <LabelledField
            label={`ms ${kind.msIs ?? ''}`}
            placeholder={String(kind.ms)}
            value={fields.ms}
            onValue={(value) => set({ ms: value })}
          />
        )}
        {kind?.status !== undefined && (
          <LabelledField
            label="Status"
            placeholder={String(kind.status)}
            value={fields.status}
            onValue={(status) => set({ status })}
          />
        )}
        <LabelledField
          label="For (s)"
          placeholder="until cleared"
          value={fields.forSeconds}
          onValue={(forSeconds) => set({ forSeconds })}
        />
      </div>
      <div className="fault-form-foot">
        <p className="quiet">{kind?.does}</p>
        <button
          type="submit"
          className="is-main"
          disabled={isBusy || kind === undefined}
          aria-label={`Switch ${fields.kind} on in ${service.app}`}
        >
          Switch on
        </button>
      </div>
      {problem && <ProblemNote problem={problem} />}
    </form>
  );
}
