import {
  type SectionEnd,
  type SectionOutcome,
  SectionsOnDemand,
  type OnDemandRun,
  failureWith,
} from '@bff/aggregation';
import type { Handling } from '@bff/bff-http';
import type { ServiceName, Services } from '@bff/downstream-clients';
import type { Logger, PageOutcome, PageRecord } from '@bff/observability';
import type { GraphQLResolveInfo } from 'graphql';
import { type Loaders, createLoaders } from '../sections/loaders.ts';
import type { SectionContext } from '../sections/section.ts';
import { ArgumentRefused } from './argument-refused.ts';
import { sectionPathOf } from './section-path.ts';
import { SectionRecords } from './section-records.ts';

/** What resolvers are called with. Apollo copies it, so the operation itself is one level down. */
export interface GraphQLContext {
  readonly operation: Operation;
}

export interface OperationOptions extends OnDemandRun<Services, SectionContext> {
  readonly requestId: string;
  /** Writes lines with the request's id. */
  readonly log: Logger;
  readonly handling: Handling | undefined;
  /** What the answer will be in. */
  readonly mediaType: MediaType;
  /** The entity tags that the client has already, if it asks by GET. */
  readonly ifNoneMatch: string | undefined;
  /** Puts a code into the access line. */
  readonly noteCode: (code: string) => void;
  readonly record: PageRecord;
}

/** The media type of the draft. */
export const draftType = 'application/graphql-response+json; charset=utf-8';

export type MediaType = 'application/json; charset=utf-8' | typeof draftType;

/** The name of every operation in metrics and logs: what clients call theirs is up to them, and without bound. */
export const pageName = 'graphql';

/** One operation while it is answered: who asks, the sections it asks for, and how they ended. */
export class Operation {
  readonly requestId: string;
  readonly log: Logger;
  readonly handling: Handling | undefined;
  readonly mediaType: MediaType;
  readonly ifNoneMatch: string | undefined;
  readonly noteCode: (code: string) => void;
  readonly caller: SectionContext['caller'];
  readonly sections: SectionsOnDemand<Services, SectionContext>;
  readonly loaders: Loaders;
  readonly record: PageRecord;
  readonly records = new SectionRecords();
  readonly #clock: OperationOptions['clock'];
  readonly #beganAt: number;

  constructor(options: OperationOptions) {
    this.requestId = options.requestId;
    this.log = options.log;
    this.handling = options.handling;
    this.mediaType = options.mediaType;
    this.ifNoneMatch = options.ifNoneMatch;
    this.noteCode = options.noteCode;
    this.record = options.record;
    this.caller = options.context.caller;
    this.sections = new SectionsOnDemand(pageName, options);
    this.loaders = createLoaders(this.sections);
    this.#clock = options.clock;
    this.#beganAt = options.clock.now();
  }

  /**
   * The value of a section for the field that shows it; null when there is none, with the reason on record. A value that
   * the service does not have is an answer, unless `mustExistIn` names the service: then it is a failure, `NOT_FOUND`.
   *
   * @throws ArgumentRefused when the service refused what the client gave (a cursor).
   */
  async show<Value>(
    { path }: Pick<GraphQLResolveInfo, 'path'>,
    ending: Promise<SectionEnd<Value>>,
    { mustExistIn }: { readonly mustExistIn?: ServiceName } = {},
  ): Promise<Value | null> {
    const record = this.records.at(path, this.#elapsedMs());
    const { outcome: ended, refused } = await ending;
    // Nobody waits any more: what comes is neither shown nor on record.
    if (this.sections.over) return null;
    if (refused) {
      if (this.handling === 'strict') this.sections.settle();
      throw new ArgumentRefused(refused, sectionPathOf(path));
    }
    const outcome = mustExistIn === undefined ? ended : withoutNull(ended, mustExistIn);
    record.add(path, outcome, this.#elapsedMs());
    if (outcome.status !== 'failed') return outcome.value;
    // Nothing will be shown of a page that must be whole.
    if (this.handling === 'strict') this.sections.settle();
    return null;
  }

  /** Nothing more will be shown. */
  ended(outcome: PageOutcome): void {
    this.record.pageEnded({ outcome, endedAtMs: this.#clock.now() });
  }

  #elapsedMs(): number {
    return this.#clock.now() - this.#beganAt;
  }
}

/** That there was none some time ago is no answer: the failure to ask again is. */
function withoutNull<Value>(outcome: SectionOutcome<Value>, service: ServiceName): SectionOutcome<Value> {
  if (outcome.status === 'failed' || outcome.value !== null) return outcome;
  return {
    status: 'failed',
    failure: outcome.status === 'stale' ? outcome.failure : failureWith('NOT_FOUND', service),
  };
}
