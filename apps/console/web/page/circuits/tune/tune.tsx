import { useId, useState } from 'react';
import { type AppGroup } from '../../model/app-groups.ts';
import { knobsOf } from '../../model/knobs.ts';
import { KnobForm } from './knob-form.tsx';

export interface TuneProps {
  readonly group: AppGroup;
  readonly service: string;
}

/** Turns one knob of a service: what if first, then for good. */
export function Tune({ group, service }: TuneProps) {
  const id = useId();
  const prefix = `services.${service}.`;
  // What the circuit opens by comes first: it is what somebody comes here for.
  const knobs = knobsOf(group)
    .filter(({ path }) => path.startsWith(prefix))
    .toSorted((one, other) => Number(other.path.includes('.breaker.')) - Number(one.path.includes('.breaker.')));
  const [path, setPath] = useState(`${prefix}breaker.failureRatio`);
  const knob = knobs.find((one) => one.path === path) ?? knobs[0];
  return (
    <section className="tune" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Tune</h3>
      {knob === undefined ? (
        <p className="empty">The settings of {group.app} are not known.</p>
      ) : (
        <>
          <label htmlFor={id}>Knob</label>
          <select id={id} value={knob.path} onChange={({ target }) => setPath(target.value)}>
            {knobs.map((one) => (
              <option key={one.path} value={one.path}>
                {one.path.slice(prefix.length)}
              </option>
            ))}
          </select>
          <KnobForm key={knob.path} group={group} service={service} knob={knob} />
        </>
      )}
    </section>
  );
}
