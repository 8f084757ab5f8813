import { type AppGroup } from '../../model/app-groups.ts';
import { Icon } from '../../parts/icon.tsx';

export interface KnobValuesProps {
  readonly group: AppGroup;
  readonly path: string;
  /** What was applied: those that have it are marked. Undefined: nothing was. */
  readonly wanted: unknown;
}

/** The value in effect in each replica. */
export function KnobValues({ group, path, wanted }: KnobValuesProps) {
  return (
    <ul className="knob-values" aria-label="In effect" aria-live="polite">
      {group.replicas.map(({ adminUrl, replica, status, settings }) => {
        const value = settings?.knobs.find((knob) => knob.path === path)?.value;
        const hasIt = wanted !== undefined && JSON.stringify(value) === JSON.stringify(wanted);
        return (
          <li key={adminUrl} className={hasIt ? 'is-good' : ''}>
            {group.replicas.length > 1 && <span className="quiet">replica {replica + 1}</span>}
            <code>{value === undefined ? '?' : JSON.stringify(value)}</code>
            {status === 'dead' && <Icon name="dead" label="dead" />}
            {hasIt && (
              <>
                <Icon name="good" /> taken
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
