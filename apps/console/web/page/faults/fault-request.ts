import type { FaultKind, FaultRequest } from '../../../src/wire/index.ts';

/** What stands in the fields of the form, as it was typed. */
export interface FaultFields {
  readonly kind: string;
  readonly route: string;
  readonly probability: string;
  readonly ms: string;
  readonly status: string;
  readonly forSeconds: string;
}

export const noFields: FaultFields = { kind: '', route: 'all', probability: '', ms: '', status: '', forSeconds: '' };

/** The request for a fault: only options that the kind takes, and only those that were given. The mock judges them. */
export function faultRequest(fields: FaultFields, kind: FaultKind): FaultRequest {
  return {
    kind: kind.kind,
    ...(kind.perRequest && fields.route !== 'all' && { route: fields.route }),
    ...(kind.perRequest && given('probability', fields.probability)),
    ...(kind.ms !== undefined && given('ms', fields.ms)),
    ...(kind.status !== undefined && given('status', fields.status)),
    ...given('forMs', fields.forSeconds, 1000),
  };
}

/** What is no number is sent as it is, so that the mock's reason is told rather than one of ours. */
function given(name: string, text: string, times = 1): Readonly<Record<string, number>> {
  const typed = text.trim();
  if (typed === '') return {};
  const number = Number(typed) * times;
  return { [name]: Number.isFinite(number) ? number : (typed as unknown as number) };
}
