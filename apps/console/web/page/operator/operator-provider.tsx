import { type ReactNode, useMemo, useState } from 'react';
import { OperatorContext } from './operator.ts';

export function OperatorProvider({ children }: { readonly children: ReactNode }) {
  const [token, setToken] = useState('');
  const operator = useMemo(() => ({ token, setToken }), [token]);
  return <OperatorContext value={operator}>{children}</OperatorContext>;
}
