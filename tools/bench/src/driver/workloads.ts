import { readBffReply } from '../../../src/load/bff-reply.ts';
import type { LightReply, ReadReply } from '../../../src/load/light-connection.ts';
import { judgeOrderPage, orderPageRequest } from '../../graphql/workload.ts';
import { USERS, orderOf, ownerOf } from './orders.ts';

export type WorkloadName = 'rest' | 'rest-again' | 'rest-tokens' | 'graphql' | 'graphql-again' | 'graphql-tokens';

/** Requests of one kind, and how their answers are judged. */
export interface Workload {
  readonly request: (index: number, tokenOf: (user: number) => string) => string;
  readonly read: ReadReply;
}

/** Few enough that a BFF knows all of them after the first second. */
const USERS_AGAIN = 200;

type RequestFor = (order: number, user: number, token: string) => string;

/** Each order comes once; so many users come in turn. */
const pages =
  (requestFor: RequestFor, users: number): Workload['request'] =>
  (index, tokenOf) => {
    const order = orderOf(index, users);
    const user = ownerOf(order);
    return requestFor(order, user, tokenOf(user));
  };

/** Who asks stands in a header of its own too, for those who do not read tokens. */
const get = (path: string, user: number, token: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: bench\r\nX-User-Id: usr_${user}\r\nAuthorization: Bearer ${token}\r\n\r\n`;

const restPage: RequestFor = (order, user, token) => get(`/v1/orders/ord_${order}`, user, token);
/** An order that cannot be: refused when the token has been looked at, and before any call. */
const restToken: RequestFor = (_order, user, token) => get('/v1/orders/none', user, token);
const graphqlPage: RequestFor = (order, _user, token) => orderPageRequest(`ord_${order}`, token);
const graphqlToken: RequestFor = (_order, _user, token) => orderPageRequest('none', token);

/** All contenders send the same page, so what it says of itself tells; only a BFF says it in a header. */
function readRestPage(text: string): LightReply {
  if (text.startsWith('200', 9) && text.includes('"complete":true')) return { kind: 'whole', code: undefined };
  return readBffReply(text);
}

function readGraphqlPage(text: string): LightReply {
  const quality = judgeOrderPage(Number(text.slice(9, 12)), text);
  if (quality === 'good') return { kind: 'whole', code: undefined };
  const { code } = readBffReply(text);
  return { kind: quality === 'partial' ? 'partial' : 'problem', code };
}

/**
 * `…-again` has the same few users come again and again, as the cache of a BFF is made for. `…-tokens` shows it the tokens
 * of those that come next, and has it load nothing: somebody who opens a page has usually just opened another.
 */
export const workloads: Readonly<Record<WorkloadName, Workload>> = {
  rest: { request: pages(restPage, USERS), read: readRestPage },
  'rest-again': { request: pages(restPage, USERS_AGAIN), read: readRestPage },
  'rest-tokens': { request: pages(restToken, USERS), read: readBffReply },
  graphql: { request: pages(graphqlPage, USERS), read: readGraphqlPage },
  'graphql-again': { request: pages(graphqlPage, USERS_AGAIN), read: readGraphqlPage },
  'graphql-tokens': { request: pages(graphqlToken, USERS), read: readGraphqlPage },
};
