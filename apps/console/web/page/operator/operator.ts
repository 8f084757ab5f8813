import { createContext } from 'react';

export interface Operator {
  /** Kept in memory alone: a reload forgets it. Empty: none. */
  readonly token: string;
  setToken(token: string): void;
}

export const OperatorContext = createContext<Operator>({ token: '', setToken: () => {} });
