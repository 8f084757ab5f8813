import type { Reason } from '../answer/answer.ts';

export interface ReasonListProps {
  readonly reasons: readonly Reason[];
  /** What to do when the token is not taken; empty when the page cannot help. */
  readonly hint: string;
}

/** Why an operation was refused. The code of a single reason is in the title already. */
export const ReasonList = ({ reasons, hint }: ReasonListProps) => (
  <ul className="bff-list" tabIndex={0} aria-label="Why it was refused">
    {reasons.map(({ code, message }, index) => (
      <li key={index} className="bff-row">
        {code !== undefined && reasons.length > 1 && <code className="bff-code">{code}</code>}
        <span className="bff-words">
          {message}
          {code === 'UNAUTHENTICATED' && hint !== '' && ` · ${hint}`}
        </span>
      </li>
    ))}
  </ul>
);
