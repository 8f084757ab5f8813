import type { PageAnswered } from './page-result.ts';
import type { FailedSection, Section, StaleSection } from './section.ts';

type Sections = Readonly<Record<string, Section<unknown>>>;

/** The body of a page, as it comes. */
interface Envelope {
  readonly data: Readonly<Record<string, unknown>>;
  readonly meta: {
    readonly complete: boolean;
    readonly degraded: boolean;
    readonly requestId: string;
    readonly sections: Readonly<Record<string, Omit<StaleSection<unknown>, 'value'> | FailedSection>>;
  };
}

/** Undefined for what is no page of a BFF, such as the log-in page of a hotel. */
export function readPage(body: unknown): PageAnswered<Sections> | undefined {
  if (!isEnvelope(body)) return undefined;
  const { data, meta } = body;
  const { complete, degraded, requestId } = meta;
  const sections = Object.entries(data).map(([key, value]) => [key, sectionOf(value, meta.sections[key])]);
  return { kind: 'page', sections: Object.fromEntries(sections), complete, degraded, requestId };
}

function sectionOf(value: unknown, entry: Envelope['meta']['sections'][string] | undefined): Section<unknown> {
  if (!entry) return { status: 'ok', value };
  return entry.status === 'stale' ? { ...entry, value } : entry;
}

/** The form only. That the content is what the document says is the server's promise, which its own tests keep. */
function isEnvelope(body: unknown): body is Envelope {
  return isObject(body) && isObject(body['data']) && isObject(body['meta']) && isObject(body['meta']['sections']);
}

/** What is known of any problem of a BFF. */
export interface AnyProblem {
  readonly status: number;
  readonly code: string;
}

/** Whether an error answer is a BFF's problem, and not a proxy's. */
export const isProblem = (body: unknown): body is AnyProblem =>
  isObject(body) && typeof body['status'] === 'number' && typeof body['code'] === 'string';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
