import { type FaultKind, faultKindNames } from '@bff/mock-kit';
import { type ColdOrder, coldOrders } from '../src/running/cold-orders.ts';
import { type ServiceName, type WholeSystem, serviceNames, startWholeSystem } from '../src/running/whole-system.ts';

const demoPage = '/v1/orders/ord_20000';
const sectionOf = { order: 'order', user: 'customer', payment: 'payment', inventory: 'stock' };
const problemStatus = {
  DOWNSTREAM_TIMEOUT: 504,
  DOWNSTREAM_UNAVAILABLE: 502,
  DOWNSTREAM_BAD_RESPONSE: 502,
  DOWNSTREAM_RATE_LIMITED: 503,
};

/**
 * What a fault has to look like to a client app. These kinds with every service on one page; all of them, with every page,
 * are in the fault matrix, which has a row for each by its type.
 */
const codeOf = {
  latency: 'DOWNSTREAM_TIMEOUT',
  error: 'DOWNSTREAM_UNAVAILABLE',
  hang: 'DOWNSTREAM_TIMEOUT',
  stall: 'DOWNSTREAM_TIMEOUT',
  trickle: 'DOWNSTREAM_TIMEOUT',
  truncated: 'DOWNSTREAM_UNAVAILABLE',
  malformed: 'DOWNSTREAM_BAD_RESPONSE',
  html: 'DOWNSTREAM_BAD_RESPONSE',
  contract: 'DOWNSTREAM_BAD_RESPONSE',
  oversized: 'DOWNSTREAM_BAD_RESPONSE',
  reset: 'DOWNSTREAM_UNAVAILABLE',
  refuse: 'DOWNSTREAM_UNAVAILABLE',
  'rate-limit': 'DOWNSTREAM_RATE_LIMITED',
} as const satisfies Partial<Record<FaultKind, keyof typeof problemStatus>>;

type Kind = keyof typeof codeOf;

const kinds: readonly Kind[] = faultKindNames.filter((kind): kind is Kind => Object.hasOwn(codeOf, kind));

/** The breaker's open time at its longest jitter, and two seconds. */
const RECOVERY_MS = 6000 + 2000;

let system: WholeSystem;
beforeAll(async () => {
  system = await startWholeSystem();
}, 30_000);
afterAll(() => system.close());

const optional = serviceNames.filter((service) => service !== 'order');
const cells = optional.flatMap((service) => kinds.map((kind): [ServiceName, Kind] => [service, kind]));

const nextColdOrder = coldOrders();

/** The page with the fault on, which nobody has seen before: within its time, and marked as broken. Then it is whole. */
async function pageUnderFault(service: ServiceName, kind: Kind) {
  await makeHealthy();
  const { userId, path } = nextColdOrder();
  await system.signIn(userId);
  await system.setFault(service, kind);
  const broken = await system.get(path, userId);
  expect(broken.tookMs).toBeLessThan(800);
  expect(broken.headers.get('bff-complete')).toBe('?0');
  expect(broken.headers.get('bff-sections')).toContain(`${sectionOf[service]};failed=${codeOf[kind]}`);
  expect(broken.headers.get('cache-control')).toBe('no-store');

  await system.clearFaults();
  await expect(system.whenWhole(path, RECOVERY_MS, userId)).resolves.toBeLessThan(RECOVERY_MS);
  return { broken, whole: await system.get(path, userId) };
}

const isRetryable = (kind: Kind): boolean => codeOf[kind] !== 'DOWNSTREAM_BAD_RESPONSE';

describe('a fault of an optional service leaves a partial page', () => {
  it.each(cells)('%s: %s', async (service, kind) => {
    const { whole, broken } = await pageUnderFault(service, kind);
    const [section, code] = [sectionOf[service], codeOf[kind]];
    expect(broken.status).toBe(200);
    expect(broken.body.data).toEqual({ ...whole.body.data, [section]: null });
    const failed = expect.objectContaining({ status: 'failed', code, retryable: isRetryable(kind) });
    expect(broken.body.meta?.sections).toEqual({ [section]: failed });
  });
});

describe('a fault of the order service makes the page a problem', () => {
  it.each(kinds)('%s', async (kind) => {
    const { broken } = await pageUnderFault('order', kind);
    const code = codeOf[kind];
    expect(broken.status).toBe(problemStatus[code]);
    expect(broken.body).toMatchObject({ code, section: 'order', retryable: isRetryable(kind) });
    expect(broken.headers.get('content-type')).toBe('application/problem+json');
  });
});

it('opens the circuit of a service that keeps failing, answers at once then, and recovers by itself', async () => {
  await makeHealthy();
  await system.setFault('payment', 'hang');
  const codes: (string | undefined)[] = [];
  for (let count = 0; count < 8; count += 1)
    codes.push((await system.get(demoPage)).body.meta?.sections['payment']?.code);
  expect(codes[0]).toBe('DOWNSTREAM_TIMEOUT');
  expect(codes.at(-1)).toBe('DOWNSTREAM_CIRCUIT_OPEN');
  const { tookMs } = await system.get(demoPage);
  // Without the breaker it would take the two attempts' time, more than 700 ms.
  expect(tookMs).toBeLessThan(400);
  await system.clearFaults();
  await expect(system.whenWhole(demoPage, RECOVERY_MS)).resolves.toBeLessThan(RECOVERY_MS);
}, 40_000);

it('shows what it kept, marked as stale, while a service is down', async () => {
  await makeHealthy();
  const { userId, path } = nextColdOrder();
  const { body: whole } = await system.get(path, userId);
  await system.setFault('order', 'refuse');
  await system.setFault('payment', 'refuse');
  const { status, body } = await system.get(path, userId);
  expect(status).toBe(200);
  expect(body.data).toEqual({ ...whole.data, payment: null });
  expect(body.meta?.sections).toMatchObject({
    order: { status: 'stale', code: 'DOWNSTREAM_UNAVAILABLE' },
    payment: { status: 'failed', code: 'DOWNSTREAM_UNAVAILABLE' },
  });
  await system.clearFaults();
  await expect(system.whenWhole(path, RECOVERY_MS, userId)).resolves.toBeLessThan(RECOVERY_MS);
});

it('has told no secret to any log in all of this', () => {
  expect(system.output()).toContain('section failed');
  expect(system.output()).not.toMatch(/eyJ[A-Za-z0-9_-]{10}|Bearer /);
});

/**
 * Enough good calls to every service between two faults that their failures do not add up to an open circuit. Of pages
 * that nobody has seen: what is fresh in the cache asks no service.
 */
async function makeHealthy(): Promise<void> {
  await system.clearFaults();
  const visit = ({ path, userId }: ColdOrder) => system.whenWhole(path, RECOVERY_MS, userId);
  await Promise.all(Array.from({ length: 6 }, () => visit(nextColdOrder())));
}
