import { z } from 'zod';

/** What an answer says of a section that is not as new as can be. */
export type Told = z.output<typeof toldSchema>;

const toldSchema = z.object({
  status: z.enum(['stale', 'failed']),
  code: z.string(),
  retryable: z.boolean().optional(),
  retryAfterMs: z.number().optional(),
  ageSeconds: z.number().min(0).optional(),
  /** GraphQL, when only some values of a list are missing or old. */
  items: z.object({ failed: z.number(), stale: z.number(), of: z.number() }).optional(),
});

const toldSections = z.record(z.string(), toldSchema);
const metaSchema = z.object({ complete: z.boolean(), degraded: z.boolean(), sections: toldSections });

const pageSchema = z.object({ data: z.record(z.string(), z.unknown()), meta: metaSchema });

const graphqlSchema = z.object({
  data: z.record(z.string(), z.unknown()),
  errors: z
    .array(
      z.object({ extensions: z.object({ code: z.string(), section: z.string(), service: z.string().optional() }) }),
    )
    .default([]),
  extensions: z.object({ bff: metaSchema }),
});

const problemSchema = z.object({
  status: z.number(),
  code: z.string(),
  section: z.string(),
  retryable: z.boolean(),
  retryAfterMs: z.number().optional(),
  sections: toldSections,
});

/** A page with data, whatever its BFF's form for it. */
export interface SeenPage {
  readonly kind: 'page';
  readonly data: Readonly<Record<string, unknown>>;
  readonly complete: boolean;
  readonly degraded: boolean;
  readonly told: Readonly<Record<string, Told>>;
  /** Only GraphQL has them. */
  readonly errors: z.output<typeof graphqlSchema>['errors'] | undefined;
}

export interface SeenProblem extends z.output<typeof problemSchema> {
  readonly kind: 'problem';
  readonly told: Readonly<Record<string, Told>>;
}

export type Seen = SeenPage | SeenProblem;

/** Reads a body by its status. @throws {Error} for one that is no page and no problem of ours */
export function readAnswer(app: string, status: number, body: string): Seen {
  const json: unknown = JSON.parse(body);
  if (app === 'graphql-bff') {
    const { data, errors, extensions } = graphqlSchema.parse(json);
    const { sections: told, ...flags } = extensions.bff;
    return { kind: 'page', data, errors, told, ...flags };
  }
  if (status !== 200) {
    const problem = problemSchema.parse(json);
    return { kind: 'problem', ...problem, told: problem.sections };
  }
  const { data, meta } = pageSchema.parse(json);
  const { sections: told, ...flags } = meta;
  return { kind: 'page', data, told, errors: undefined, ...flags };
}
