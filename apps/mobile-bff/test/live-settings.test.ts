import { writeFileSync } from 'node:fs';
import { reply } from '@bff/testing';
import supertest from 'supertest';
import { type LiveApp, shipped, startLiveApp } from './live-app.ts';

let app: LiveApp;
afterEach(() => app.close());

const paymentOf = async (): Promise<{ status: string; code?: string; retryAfterMs?: number } | undefined> =>
  (await app.get('/v1/orders/ord_1')).body.meta.sections.payment;

/** The shipped file with more keys for the payment service's breaker. */
const withBreaker = (keys: string): string => shipped.replace('slowCallMs: 400', `slowCallMs: 400, ${keys}`);

const admin = () => supertest(app.server.adminUrl).get('/settings');
const metrics = async () => (await supertest(app.server.adminUrl).get('/metrics')).text;

describe('a circuit that is open', () => {
  beforeEach(async () => {
    app = await startLiveApp();
    app.payment.on('GET', '/payments', reply.problem(500));
    // The sixth is refused by the circuit.
    for (let pages = 0; pages < 6; pages++) await app.get('/v1/orders/ord_1');
  });

  it('stays open when a threshold changes, and for as long as it says now', async () => {
    expect(app.payment.requests).toHaveLength(5);
    await app.edit(withBreaker('openMs: 25000, openJitter: 0'));
    expect(await metrics()).toMatch(/bff_breaker_state\{service="payment",state="open",app="mobile-bff"\} 1/);
    // By far longer than the 5 s that were in effect when it opened.
    await app.clock.advanceBy(20_000);
    expect(await paymentOf()).toMatchObject({ code: 'DOWNSTREAM_CIRCUIT_OPEN' });
    expect(app.payment.requests).toHaveLength(5);
    await app.clock.advanceBy(5000);
    expect(await paymentOf()).toMatchObject({ code: 'DOWNSTREAM_UNAVAILABLE' });
    expect(app.payment.requests).toHaveLength(6);
  });

  it('probes at once when its open time becomes shorter than it has been open', async () => {
    await app.clock.advanceBy(100);
    await app.edit(withBreaker('openMs: 100, openJitter: 0'));
    app.payment.on('GET', '/payments', reply.json({ payments: [] }));
    await app.get('/v1/orders/ord_1');
    expect(app.payment.requests).toHaveLength(6);
    expect(await metrics()).toMatch(/bff_breaker_state\{service="payment",state="half-open",app="mobile-bff"\} 1/);
  });
});

it('decides by a new ratio on the calls that were counted before the change', async () => {
  app = await startLiveApp();
  const page = () => app.get('/v1/orders/ord_1');
  // Two of six fail, never two in a row: far from opening at half of twenty.
  const answers = [200, 500, 200, 500, 200, 200];
  for (const status of answers) {
    app.payment.on('GET', '/payments', status === 200 ? reply.json({ payments: [] }) : reply.problem(status));
    await page();
  }
  await app.edit(withBreaker('minimumCalls: 7, failureRatio: 0.4'));
  // The seventh call is the third failure: three of seven. Counted from the change it would be one of one, and too few.
  app.payment.on('GET', '/payments', reply.problem(500));
  await page();
  expect(await paymentOf()).toMatchObject({ code: 'DOWNSTREAM_CIRCUIT_OPEN' });
  expect(app.payment.requests).toHaveLength(7);
});

it('gives a page and an attempt the times that are in effect', async () => {
  app = await startLiveApp();
  await app.edit(shipped.replace('deadlineMs: 740', 'deadlineMs: 200').replace('attemptMs: 500', 'attemptMs: 100'));
  app.payment.on('GET', '/payments', reply.hang());
  app.inventory.on('GET', '/api/v2/stock', reply.hang());
  const answering = app.get('/v1/orders/ord_1').then((response) => response);
  await app.payment.whenRequested('/payments');
  const stock = await app.inventory.whenRequested('/api/v2/stock');
  expect(Number(stock.headers['x-request-timeout-ms'])).toBeLessThanOrEqual(200);
  await app.clock.advanceBy(100);
  await (
    await app.payment.whenRequested('/payments')
  ).closedByClient;
  await app.clock.advanceBy(100);
  expect((await answering).body.meta.sections).toMatchObject({
    payment: { code: 'DOWNSTREAM_TIMEOUT' },
    stock: { code: 'DOWNSTREAM_TIMEOUT' },
  });
});

it('loses no request when it reloads under load', async () => {
  app = await startLiveApp();
  const end = new AbortController();
  const statuses: number[] = [];
  const client = async (): Promise<void> => {
    while (!end.signal.aborted) statuses.push((await app.get('/v1/orders/ord_1')).status);
  };
  const clients = Array.from({ length: 8 }, client);
  for (const deadlineMs of [741, 742, 743])
    await app.edit(shipped.replace('deadlineMs: 740', `deadlineMs: ${deadlineMs}`));
  await app.edit('page: [');
  end.abort();
  await Promise.all(clients);
  expect(statuses.length).toBeGreaterThan(8);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(app.settings.current().page.deadlineMs).toBe(743);
});

describe('the admin port', () => {
  it('shows every knob, what was refused, and counts reloads', async () => {
    app = await startLiveApp({ SETTINGS__services__payment__attemptMs: '450' });
    await app.edit(shipped.replace('deadlineMs: 740', 'deadlineMs: 700'));
    const { status, body } = await admin();
    expect(status).toBe(200);
    expect(body).toMatchObject({ file: app.file, refused: null });
    const knob = (path: string) => body.knobs.find((one: { path: string }) => one.path === path);
    expect(knob('page.deadlineMs')).toMatchObject({ value: 700, default: null, source: { kind: 'file' } });
    expect(Date.parse(knob('page.deadlineMs').changedAt)).toBeGreaterThan(
      Date.parse(knob('services.order.retries').changedAt),
    );
    expect(knob('services.payment.attemptMs')).toMatchObject({
      value: 450,
      default: 500,
      source: { kind: 'environment', variable: 'SETTINGS__services__payment__attemptMs' },
    });
    expect(knob('services.order.breaker.probes')).toMatchObject({ value: 3, default: 3, source: { kind: 'default' } });
    expect(body.knobs.filter((one: { description: string }) => one.description === '')).toEqual([]);

    await app.edit(shipped.replace('deadlineMs: 740', 'deadlineMs: 7'));
    const problems = [expect.stringMatching(/mobile-bff\.yaml:\d+: page\.deadlineMs: must be .*, was 7$/)];
    expect((await admin()).body).toMatchObject({ refused: { at: expect.stringMatching(/^\d{4}-.*Z$/), problems } });
    expect(await metrics()).toMatch(/bff_settings_reloads_total\{result="changed",app="mobile-bff"\} 1/);
    expect(await metrics()).toMatch(/bff_settings_reloads_total\{result="refused",app="mobile-bff"\} 1/);
    expect(await metrics()).toMatch(/bff_settings_refused\{app="mobile-bff"\} 1/);
  });

  it('does not show them on the public port', async () => {
    app = await startLiveApp();
    expect((await supertest(app.server.url).get('/settings')).status).toBe(404);
  });
});

it('looks at the file no more once the app is closed', async () => {
  app = await startLiveApp();
  const closed = app.server.close();
  await app.clock.advanceBy(app.server.longestCloseMs);
  await closed;
  expect(app.fileClock.pendingTimers).toBe(0);
  writeFileSync(app.file, shipped.replace('deadlineMs: 740', 'deadlineMs: 700'));
  await app.fileClock.advanceBy(5000);
  expect(app.settings.current().page.deadlineMs).toBe(740);
});
