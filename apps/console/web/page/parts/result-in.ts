import type { ActResult } from '../../../src/wire/index.ts';

/** What each replica said, where a refusal carries it: some may have done what others did not. */
export function resultIn(body: unknown): ActResult | null {
  return typeof body === 'object' && body !== null && 'replicas' in body && Array.isArray(body.replicas)
    ? (body as ActResult)
    : null;
}
