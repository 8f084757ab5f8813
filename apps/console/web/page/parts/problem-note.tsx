import type { ProblemView } from '../../../src/wire/index.ts';
import { Icon } from './icon.tsx';

/** Why something was refused, with the field and the reason where they are told. */
export function ProblemNote({ problem }: { readonly problem: ProblemView }) {
  const { title, detail, errors } = problem;
  return (
    <div className="problem" role="alert">
      <Icon name="bad" />
      <div>
        <p>
          <strong>{title}.</strong> {detail}
        </p>
        {errors.length > 0 && (
          <ul>
            {errors.map(({ field, reason }) => (
              <li key={`${field} ${reason}`}>
                <code>{field}</code> {reason}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
