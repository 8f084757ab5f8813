import { z } from 'zod';

const pageSchema = z.looseObject({
  meta: z
    .looseObject({
      complete: z.boolean(),
      sections: z.record(
        z.string(),
        z.looseObject({
          status: z.string(),
          code: z.string(),
          retryAfterMs: z.number().optional(),
          ageSeconds: z.number().optional(),
        }),
      ),
    })
    .optional(),
});

/** A page as one token gets it. */
export interface PageReading {
  readonly status: number;
  readonly complete: boolean;
  readonly sections: NonNullable<z.infer<typeof pageSchema>['meta']>['sections'];
  readonly tookMs: number;
}

export async function readPage(url: string, token: string): Promise<PageReading> {
  const startedAtMs = performance.now();
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  const { meta } = pageSchema.parse(await response.json());
  return {
    status: response.status,
    complete: meta?.complete ?? false,
    sections: meta?.sections ?? {},
    tookMs: performance.now() - startedAtMs,
  };
}
