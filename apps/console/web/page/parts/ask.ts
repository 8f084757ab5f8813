import type { ProblemView } from '../../../src/wire/index.ts';
import { noAnswer, problemOf } from './problem-view.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly problem: ProblemView; readonly body: unknown };

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/api/`. */
  readonly path: string;
  readonly body?: unknown;
  /** An operator's. */
  readonly token?: string | undefined;
}

/** Asks the console. Never rejects: what went wrong is said as a problem. */
export async function ask<T>({ method = 'GET', path, body, token }: Question): Promise<Answer<T>> {
  try {
    const response = await fetch(`api/${path}`, {
      method,
      headers: {
        // The console takes nothing that changes something from a page that could not have sent this header.
        ...(method !== 'GET' && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const value: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, value: value as T };
    return { ok: false, status: response.status, problem: problemOf(value, response.status), body: value };
  } catch {
    return { ok: false, status: 0, problem: noAnswer, body: null };
  }
}
