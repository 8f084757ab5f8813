import type { WhatIfRequest } from '../../../../src/wire/index.ts';

/**
 * The question that a knob's value is for the recorded calls; undefined for a knob that the play cannot judge, as it
 * decides neither when a circuit opens nor how long an attempt is waited for.
 */
export function whatIfLimits(service: string, path: string, value: unknown): WhatIfRequest | undefined {
  if (typeof value !== 'number') return undefined;
  const name = path.slice(`services.${service}.`.length);
  if (name === 'attemptMs') return { breaker: {}, attemptMs: value };
  return name.startsWith('breaker.') ? { breaker: { [name.slice('breaker.'.length)]: value } } : undefined;
}
