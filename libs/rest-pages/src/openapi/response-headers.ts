import { z } from 'zod';

/** A header that becomes a component of the document: it is described once, however many answers have it. */
const header = <Schema extends z.ZodType>(id: string, description: string, schema: Schema): Schema =>
  schema.meta({ header: { id, description } });

const complete = header('Complete', 'Whether no section failed (RFC 9651)', z.enum(['?1', '?0']));
const incomplete = header('Incomplete', 'The page could not be answered (RFC 9651)', z.literal('?0').optional());
const sections = header(
  'Sections',
  'The sections that are not as they should be (RFC 9651)',
  z
    .string()
    .meta({ examples: ['payment;failed=DOWNSTREAM_TIMEOUT, stock;stale=95'] })
    .optional(),
);
const pageCaching = header(
  'PageCaching',
  '`no-store` when a section failed or is stale',
  z.enum(['private, no-cache', 'no-store']),
);
const noStore = header('NoStore', 'A problem is never kept', z.literal('no-store'));
const etag = header('PageTag', 'Only of a whole page', z.string().optional());
const requestId = header('RequestId', 'Names this request in our logs', z.string());
const requestIdIfAny = header(
  'RequestIdIfAny',
  'Names this request in our logs; not when its head could not be read',
  z.string().optional(),
);
const vary = header('Vary', 'The request headers that the answer depends on', z.string());
const problemVary = header('ProblemVary', 'The request headers that the answer depends on', z.string().optional());
const preferenceApplied = header(
  'PreferenceApplied',
  'The preference that was followed (RFC 7240); only when one was stated',
  z.enum(['handling=strict', 'handling=lenient']).optional(),
);
const timing = header(
  'Timing',
  'How long each section took, in milliseconds; not in production',
  z
    .string()
    .meta({ examples: ['order;dur=12.3, payment;dur=48.0'] })
    .optional(),
);
const challenge = header(
  'Challenge',
  'What is asked for, and what is wrong with the token (RFC 6750)',
  z.string().meta({ examples: ['Bearer realm="bff"'] }),
);
const retryAfter = header('RetryAfter', 'Seconds after which to try again', z.int().min(1));

/** Headers of a page that is answered. */
export const pageHeaders = (etags: boolean): z.ZodObject =>
  z.object({
    'BFF-Complete': complete,
    'BFF-Sections': sections,
    'Cache-Control': pageCaching,
    ...(etags && { ETag: etag }),
    'X-Request-Id': requestId,
    Vary: vary,
    'Preference-Applied': preferenceApplied,
    'Server-Timing': timing,
  });

/** Headers of 304, which has no body (RFC 9110, section 15.4.5). */
export const notModifiedHeaders: z.ZodObject = pageHeaders(true).omit({ 'BFF-Sections': true });

/** The request was refused before the page was run. */
const refused = z.object({ 'Cache-Control': noStore, 'X-Request-Id': requestId, Vary: problemVary });
/** The page could not be answered, or the request did not come that far. */
const failed = refused.extend({
  'BFF-Complete': incomplete,
  'BFF-Sections': sections,
  'Preference-Applied': preferenceApplied,
  'Server-Timing': timing,
});

/** Headers of problems, by what they are about. */
export const problemHeaders = {
  unread: refused.extend({ 'X-Request-Id': requestIdIfAny }),
  refused,
  unauthenticated: refused.extend({ 'WWW-Authenticate': challenge }),
  failed,
  unavailable: failed.extend({ 'Retry-After': retryAfter }),
};
