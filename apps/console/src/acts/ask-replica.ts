import { type AdminHttp, type AdminRequest, type AdminAnswer, NoAnswer } from '../admin-port/admin-http.ts';
import { jsonOf } from '../admin-port/read-answer.ts';
import { problemAnswer } from '../answers/problem-answer.ts';
import type { WatchedApp } from '../polling/watched-app.ts';
import type { ProblemView, ReplicaResult } from '../wire/index.ts';

/** Longer than an act takes to be shared, short enough that nobody waits for a process that is stuck. */
const TIMEOUT_MS = 3000;

export interface Asked extends Pick<AdminRequest, 'method'> {
  /** Below the admin URL. */
  readonly path: string;
  /** Sent as JSON; absent: there is none. */
  readonly body?: unknown;
  /** The operator's own, passed on as it came. */
  readonly authorization?: string | undefined;
  readonly contentType?: string;
}

/** What came of asking, with the header that a 401 has. */
export interface AskedReplica extends ReplicaResult {
  readonly challenge: string | undefined;
}

/** Asks one replica to do something, and says what came of it. Never throws for what the replica does. */
export async function askReplica(http: AdminHttp, app: WatchedApp, asked: Asked): Promise<AskedReplica> {
  const { adminUrl, replica } = app.target;
  const of = { adminUrl, replica, challenge: undefined };
  let answer: AdminAnswer;
  try {
    answer = await http.ask(requestFor(adminUrl, asked));
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    const problem = { title: 'It did not answer', code: null, detail: error.reason, errors: [] };
    return { ...of, status: null, problem, answer: null };
  }
  const content = contentOf(answer);
  const done = answer.status >= 200 && answer.status < 300;
  return {
    ...of,
    status: answer.status,
    challenge: answer.headers['www-authenticate'],
    problem: done ? null : problemIn(content, answer.status),
    answer: done ? content : null,
  };
}

function requestFor(
  adminUrl: string,
  { method = 'GET', path, body, authorization, contentType = 'application/json' }: Asked,
): AdminRequest {
  const headers = {
    ...(body === undefined ? {} : { 'content-type': contentType }),
    ...(authorization === undefined ? {} : { authorization }),
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return { method, url: adminUrl + path, headers, timeoutMs: TIMEOUT_MS, ...sent };
}

/** A 204 has none. */
function contentOf(answer: AdminAnswer): unknown {
  try {
    return jsonOf(answer);
  } catch {
    return null;
  }
}

function problemIn(content: unknown, status: number): ProblemView {
  const { data } = problemAnswer.safeParse(content);
  if (data === undefined) {
    return { title: `It answered with status ${status}`, code: null, detail: null, errors: [] };
  }
  const errors = (data.errors ?? []).map(({ field, reason }) => ({ field, reason }));
  return { title: data.title, code: data.code ?? null, detail: data.detail ?? null, errors };
}
