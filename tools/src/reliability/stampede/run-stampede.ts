import { startRedis } from '@bff/testing';
import type { LoadAnswer, LoadRequest } from '../../load/load-request.ts';
import { gatherCrowd } from '../../load/send-at-once.ts';
import { getRequest } from '../../running/page-requests.ts';
import { type RecordedService, startWithRecorded } from '../../running/recorded-service.ts';
import { startReplica } from '../../running/replica.ts';
import { Claims } from '../claims.ts';
import { markdownTable } from '../../report/markdown-table.ts';
import { pause } from '../pause.ts';
import type { ScenarioContext, ScenarioResult } from '../scenario.ts';

export interface StampedeOptions extends ScenarioContext {
  readonly callers: number;
  /** How long the service takes when all callers shall be in flight before it answers. */
  readonly slowMs: number;
  /** Whether to let two replicas with a Redis between them be asked as well. */
  readonly replicas: boolean;
}

/** Less than a lease on a load lasts (200 ms), after which a replica no longer waits for another one's. */
const QUICK_MS = 100;

type Row = readonly (string | number)[];

/** Everybody asks for the same profile, which nobody has seen, in the same moment. */
export async function runStampede(options: StampedeOptions): Promise<ScenarioResult> {
  const claims = new Claims();
  const rows: Row[] = [];
  options.progress('one process, which takes them all on');
  rows.push(await oneProcess(options, claims, true));
  options.progress('one process as shipped');
  rows.push(await oneProcess(options, claims, false));
  if (options.replicas) rows.push(...(await twoReplicas(options, claims)));
  const head = ['', 'callers', '200', 'shed', 'other answers', 'connections meanwhile', 'calls of the service'];
  const markdown = [
    `${options.callers} requests for one profile that was never asked for, in one moment where the service is quick, and ` +
      `within ${options.slowMs / 2000} s where it takes ${options.slowMs / 1000} s: a process that has ${options.callers} ` +
      'requests to read at once reads the last of them later than it waits for a head. "Takes all" has the limits on ' +
      'load, time and waiting lifted, so that all of them are in flight before the service answers.',
    markdownTable(head, rows),
  ].join('\n\n');
  return { markdown, failures: claims.failures };
}

const patient = (slowMs: number) => ({
  page: { deadlineMs: 60_000 },
  shedding: { maxInFlight: 100_000, maxEventLoopDelayMs: 600_000 },
  services: { user: { attemptMs: slowMs * 3, breaker: { slowCallMs: slowMs * 3 } } },
});

async function oneProcess({ callers, slowMs }: StampedeOptions, claims: Claims, takesAll: boolean): Promise<Row> {
  const recorded = await startWithRecorded({ name: 'user', settings: takesAll ? patient(slowMs) : {} });
  const { system, service } = recorded;
  try {
    const what = takesAll ? 'takes all' : 'as shipped';
    service.behave({ lateMs: takesAll ? slowMs : QUICK_MS, how: 'pass' });
    const meanwhile = takesAll ? socketsAfter(recorded, slowMs * 0.9) : Promise.resolve('');
    const request = await profileOf(recorded, system.publicUrl('mobile-bff'));
    const answers = await stampede([request], callers, takesAll ? slowMs / 2 : 0);
    // As shipped the call may time out and be repeated, the event loop being as busy as it is.
    const most = takesAll ? 1 : 2;
    return judge(what, answers, { calls: service.arrivals.length, most, takesAll, meanwhile: await meanwhile }, claims);
  } finally {
    await recorded.close();
  }
}

async function twoReplicas({ callers, slowMs, progress }: StampedeOptions, claims: Claims): Promise<readonly Row[]> {
  const redis = await startRedis();
  const recorded = await startWithRecorded({ name: 'user', settings: patient(slowMs), env: { REDIS_URL: redis.url } });
  const { system, service, env } = recorded;
  const replica = await startReplica(system, { app: 'mobile-bff', env });
  try {
    const rows: Row[] = [];
    const urls = [system.publicUrl('mobile-bff'), replica.url];
    const cases = [
      // Few enough that neither event loop is late by a lease.
      {
        what: 'two replicas, quick service',
        lateMs: QUICK_MS,
        crowd: Math.min(100, callers),
        most: 1,
        userId: 'usr_0001',
      },
      { what: 'two replicas, slower than a lease', lateMs: slowMs, crowd: callers, most: 2, userId: 'usr_0002' },
    ];
    for (const { what, lateMs, crowd, most, userId } of cases) {
      progress(what);
      service.forget();
      service.behave({ lateMs, how: 'pass' });
      const requests = await Promise.all(urls.map((url) => profileOf(recorded, url, userId)));
      const answers = await stampede(requests, crowd / 2, lateMs === slowMs ? slowMs / 2 : 0);
      rows.push(judge(what, answers, { calls: service.arrivals.length, most, takesAll: true, meanwhile: '' }, claims));
    }
    return rows;
  } finally {
    await replica.stop();
    await recorded.close();
    await redis.stop();
  }
}

const profileOf = async ({ system }: RecordedService, url: string, userId = 'usr_0001'): Promise<LoadRequest> =>
  getRequest('mobile-bff', () => url, await system.signIn(userId), '/v1/profile');

/** So many callers for each of the requests, in one moment or over some time. */
async function stampede(
  requests: readonly LoadRequest[],
  callersEach: number,
  overMs: number,
): Promise<readonly LoadAnswer[]> {
  const crowds = requests.map((request) => ({ request, crowd: gatherCrowd(callersEach) }));
  try {
    return (await Promise.all(crowds.map(({ request, crowd }) => crowd.send(request, { overMs })))).flat();
  } finally {
    for (const { crowd } of crowds) crowd.close();
  }
}

async function socketsAfter({ system }: RecordedService, ms: number): Promise<number> {
  await pause(ms);
  return (await system.probe('mobile-bff')).resources['TCPSocketWrap'] ?? 0;
}

interface Seen {
  readonly calls: number;
  readonly most: number;
  readonly takesAll: boolean;
  readonly meanwhile: string | number;
}

function judge(
  what: string,
  answers: readonly LoadAnswer[],
  { calls, most, takesAll, meanwhile }: Seen,
  claims: Claims,
): Row {
  const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
  const [ok, shed] = [count(200), count(503)];
  claims.holds(calls >= 1 && calls <= most, `${what}: ${calls} calls of the service`);
  const unanswered = answers.filter(({ status }) => status === undefined).length;
  claims.holds(unanswered === 0, `${what}: ${unanswered} were not answered at all`);
  claims.holds(!takesAll || shed === 0, `${what}: ${shed} were shed`);
  claims.holds(ok > 0, `${what}: nobody was answered 200`);
  claims.holds(
    typeof meanwhile === 'string' || meanwhile >= answers.length,
    `${what}: only ${meanwhile} connections while the service had not answered yet`,
  );
  return [what, answers.length, ok, shed, answers.length - ok - shed - unanswered, meanwhile, calls];
}
