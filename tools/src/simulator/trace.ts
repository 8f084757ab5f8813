import { DownstreamError } from '@bff/errors';
import type { Events } from './invariant.ts';
import type { AttemptRecord, CallRecord, PageRecord } from './records.ts';

type Tellers = { readonly [Name in keyof Events]: (event: Events[Name]) => string };

const nameOf = (page: PageRecord | undefined): string => (page ? `page ${page.id}` : 'recovery');

const callOf = ({ id, service, operation, page }: CallRecord): string =>
  `${nameOf(page)}, call ${id} ${service}.${operation}`;

const attemptOf = ({ call, number }: AttemptRecord): string => `${callOf(call)}, attempt ${number}`;

const errorOf = (error: unknown): string =>
  error instanceof DownstreamError ? error.code : error instanceof Error ? error.name : String(error);

const tellers: Tellers = {
  callStarted: (call) => `${callOf(call)}${call.idempotent ? '' : ', not to be repeated'}`,
  callEnded: (call) => `${callOf(call)} ends: ${call.error === undefined ? 'ok' : errorOf(call.error)}`,
  attemptStarted: (attempt) =>
    `${attemptOf(attempt)} sent with ${attempt.remainingMs} ms; ${attempt.reply.kind} after ${attempt.reply.latencyMs} ms`,
  attemptEnded: (attempt) =>
    `${attemptOf(attempt)} ${attempt.end?.by === 'abort' ? `aborted: ${errorOf(attempt.end.reason)}` : 'replied'}`,
  breakerChanged: ({ service, from, to, reason, openForMs }) =>
    `${service}: circuit ${from} -> ${to} (${reason})${openForMs === undefined ? '' : ` for ${openForMs.toFixed(1)} ms`}`,
  retried: ({ service, code, delayMs }) => `${service}: retry after ${code} in ${delayMs.toFixed(1)} ms`,
  retryRefused: ({ service, code, reason }) => `${service}: no retry after ${code} (${reason})`,
  hedged: ({ service, delayMs }) => `${service}: hedged after ${delayMs.toFixed(1)} ms`,
  rejected: ({ service, code, retryAfterMs }) => `${service}: refused with ${code}, again in ${retryAfterMs} ms`,
  unexpectedError: ({ service, error }) => `${service}: unexpected ${String(error)}`,
  limitsChanged: ({ service }) => `${service}: limits changed`,
  moodChanged: ({ service, mood }) => `${service} is ${mood} from now on`,
  clockStepped: ({ ms }) => `the wall clock is stepped by ${ms} ms`,
  operatorActs: ({ service, act }) => `${service}: an operator says ${act}`,
  pageStarted: (page) =>
    `${nameOf(page)} (${page.kind}, ${page.owner}, ${page.orderId}${page.strict ? ', strict' : ''}) until ${page.deadline.at} ms`,
  pageEnded: ({ page, result }) => `${nameOf(page)} ends: ${result?.kind ?? 'done'}`,
  shown: ({ page, section, id, outcome }) =>
    `${nameOf(page)} shows ${section} ${id}: ${outcome.status}${'failure' in outcome ? ` ${outcome.failure.code}` : ''}`,
  loadBegan: ({ page, shared }) => `${nameOf(page)} loads${shared ? ', on a deadline of its own' : ''}`,
  answered: ({ section, id }) => `${section} ${id}: there is no such thing, or not for this caller`,
  leaving: (page) => `${nameOf(page)}: nobody waits any more`,
  hasLeft: (page) => `${nameOf(page)}: and all that follows from it is done`,
  idle: () => 'nothing is under way',
  quiet: () => 'nothing happens any more',
};

/** One line of a trace: the time in ms, and what happened. */
export function traceLine<Name extends keyof Events>(time: number, name: Name, event: Events[Name]): string {
  return `${time.toFixed(1).padStart(10)}  ${tellers[name](event)}`;
}
