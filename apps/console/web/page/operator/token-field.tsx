import { useContext, useId, useState } from 'react';
import type { ProblemView } from '../../../src/wire/index.ts';
import { useIsProduction } from '../feed/use-known.ts';
import { ask } from '../parts/ask.ts';
import { Icon } from '../parts/icon.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { clockTime } from '../words/durations.ts';
import { OperatorContext } from './operator.ts';
import { claimsOf } from './token-claims.ts';

/** Where an operator says who they are. */
export function TokenField() {
  const { token, setToken } = useContext(OperatorContext);
  const isProduction = useIsProduction();
  const [problem, setProblem] = useState<ProblemView | null>(null);
  const id = useId();
  const getToken = async (): Promise<void> => {
    const answer = await ask<{ readonly token: string }>({ method: 'POST', path: 'token', body: {} });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setToken(answer.value.token);
  };
  return (
    <div className="token-field">
      <label htmlFor={id}>Operator token</label>
      <input
        id={id}
        type="password"
        autoComplete="off"
        spellCheck={false}
        placeholder="needed to act; forgotten on reload"
        value={token}
        onChange={({ target }) => setToken(target.value.trim())}
      />
      {!isProduction && (
        <button type="button" onClick={() => void getToken()}>
          Get a development token
        </button>
      )}
      <TokenNote token={token} />
      {problem && <ProblemNote problem={problem} />}
    </div>
  );
}

function TokenNote({ token }: { readonly token: string }) {
  if (token === '') return null;
  const claims = claimsOf(token);
  const isUsable = claims?.isOperator === true;
  return (
    <p className={isUsable ? 'token-note is-good' : 'token-note is-warn'} role="status">
      <Icon name={isUsable ? 'good' : 'warn'} />
      {claims === undefined
        ? 'This is no token'
        : `${claims.sub}, ${claims.isOperator ? 'operator' : 'not an operator'}${claims.expiresAt === null ? '' : `, until ${clockTime(claims.expiresAt)}`}`}
    </p>
  );
}
