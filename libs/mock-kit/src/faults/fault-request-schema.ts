import { z } from 'zod';
import { ALL_ROUTES } from './fault.ts';
import { describeFault, faultKindNames } from './fault-kinds.ts';

const LONGEST_DELAY_MS = 10 * 60_000;
const LONGEST_DURATION_MS = 24 * 60 * 60_000;

/** The body of `POST /faults` for a service with these routes (`all` among them). Each refusal says what is allowed. */
export const faultRequestSchema = (routes: readonly string[]) =>
  z
    .strictObject({
      kind: z.enum(faultKindNames, { error: `must be one of ${faultKindNames.join(', ')}` }),
      route: z.enum(routes, { error: `must be one of ${routes.join(', ')}` }).default(ALL_ROUTES),
      probability: z
        .number('must be a number above 0 and up to 1')
        .gt(0, 'must be above 0')
        .max(1, 'must be at most 1')
        .optional(),
      forMs: wholeMs(LONGEST_DURATION_MS).optional(),
      ms: wholeMs(LONGEST_DELAY_MS).optional(),
      status: z
        .int('must be a whole number from 500 to 599')
        .min(500, 'must be from 500 to 599')
        .max(599, 'must be from 500 to 599')
        .optional(),
    })
    .superRefine((fault, context) => {
      const kind = describeFault(fault.kind);
      const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      for (const option of ['ms', 'status'] as const) {
        if (fault[option] !== undefined && kind[option] === undefined) {
          refuse(option, `is not an option of ${fault.kind}, only of ${kindsWith(option)}`);
        }
      }
      if (kind.perRequest) return;
      if (fault.route !== ALL_ROUTES) refuse('route', `${fault.kind} concerns the whole port: leave it out`);
      if (fault.probability !== undefined && fault.probability !== 1) {
        refuse('probability', `${fault.kind} concerns the whole port: leave it out`);
      }
    });

const wholeMs = (max: number) =>
  z
    .int(`must be a whole number of milliseconds from 1 to ${max}`)
    .min(1, `must be from 1 to ${max}`)
    .max(max, `must be from 1 to ${max}`);

const kindsWith = (option: 'ms' | 'status') =>
  faultKindNames.filter((name) => describeFault(name)[option] !== undefined).join(', ');
