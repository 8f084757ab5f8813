import { useState } from 'react';
import type { Fault, FaultKind, FaultService, ProblemView } from '../../../src/wire/index.ts';
import { ask } from '../parts/ask.ts';
import { Icon } from '../parts/icon.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { FaultForm } from './fault-form.tsx';
import { FaultLine } from './fault-line.tsx';

export interface ServiceFaultsProps {
  readonly service: FaultService;
  readonly kinds: readonly FaultKind[];
  /** Those that are on, as the last frame told. */
  readonly faults: readonly Fault[];
  readonly isSelected: boolean;
}

/** One mock: the faults that are on, and a form for another. */
export function ServiceFaults({ service, kinds, faults, isSelected }: ServiceFaultsProps) {
  const [problem, setProblem] = useState<ProblemView | null>(null);
  const clear = async (id?: string): Promise<void> => {
    const path = ['faults', service.service, ...(id === undefined ? [] : [id])].map(encodeURIComponent).join('/');
    const answer = await ask({ method: 'DELETE', path });
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <section className="card service-faults" aria-current={isSelected} aria-labelledby={`faults-${service.app}`}>
      <header>
        <h2 id={`faults-${service.app}`}>{service.app}</h2>
        <span className={faults.length > 0 ? 'is-warn' : 'quiet'} role="status">
          <Icon name={faults.length > 0 ? 'warn' : 'good'} /> {faults.length > 0 ? `${faults.length} on` : 'as usual'}
        </span>
        {faults.length > 0 && (
          <button type="button" onClick={() => void clear()} aria-label={`Clear all faults of ${service.app}`}>
            Clear all
          </button>
        )}
      </header>
      {service.problem && <p className="is-warn">{service.problem}</p>}
      <ul className="plain-list">
        {faults.map((fault) => (
          <FaultLine key={fault.id} fault={fault} service={service.service} onClear={() => void clear(fault.id)} />
        ))}
      </ul>
      <FaultForm service={service} kinds={kinds} />
      {problem && <ProblemNote problem={problem} />}
    </section>
  );
}
