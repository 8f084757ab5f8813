import type { ActResult } from '../../../src/wire/index.ts';
import { Icon } from './icon.tsx';
import { ProblemNote } from './problem-note.tsx';

/** What came of it at each replica that was asked. */
export function ReplicaResults({ result: { done, replicas } }: { readonly result: ActResult }) {
  return (
    <div className="replica-results" role="status">
      <p className={done ? 'is-good' : 'is-bad'}>
        <Icon name={done ? 'good' : 'bad'} /> {done ? 'Done' : 'Not done everywhere'}
      </p>
      <ul className="plain-list">
        {replicas.map(({ adminUrl, replica, status, problem }) => (
          <li key={adminUrl}>
            <Icon name={problem ? 'dead' : 'good'} label={problem ? 'not done' : 'done'} /> Replica {replica + 1}{' '}
            <code>{adminUrl}</code> {status === null ? 'no answer' : status}
            {problem && <ProblemNote problem={problem} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
