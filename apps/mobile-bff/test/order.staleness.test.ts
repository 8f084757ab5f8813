import { aUser, anOrder, reply } from '@bff/testing';
import { routes } from '../src/routes.ts';
import { type MobileApp, startMobileApp } from './mobile-app.ts';

let app: MobileApp;
beforeEach(async () => {
  app = await startMobileApp();
});
afterEach(() => app.close());

const minutes = (count: number) => count * 60_000;

describe('a service that is down after one healthy view', () => {
  it('leaves its section stale, with its age and the cause, within the window of the page', async () => {
    const { body: whole } = await app.get('/v1/orders/ord_1');
    app.inventory.on('GET', '/api/v2/stock', reply.problem(500));
    await app.clock.advanceBy(95_000);

    const { status, headers, body } = await app.get('/v1/orders/ord_1');
    expect(status).toBe(200);
    expect(body.data).toEqual(whole.data);
    expect(body.meta).toMatchObject({
      complete: true,
      degraded: true,
      sections: { stock: { status: 'stale', ageSeconds: 95, code: 'DOWNSTREAM_UNAVAILABLE' } },
    });
    expect(headers).toMatchObject({
      'bff-complete': '?1',
      'bff-sections': 'stock;stale=95',
      'cache-control': 'no-store',
    });
  });

  it('fails its section past that window', async () => {
    await app.get('/v1/orders/ord_1');
    app.inventory.on('GET', '/api/v2/stock', reply.problem(500));
    await app.clock.advanceBy(minutes(6));
    const { body } = await app.get('/v1/orders/ord_1');
    expect(body.data.stock).toBeNull();
    expect(body.meta.sections.stock).toMatchObject({ status: 'failed', code: 'DOWNSTREAM_UNAVAILABLE' });
  });

  it('is not asked while its circuit is open, and the section says that this is why', async () => {
    await app.get('/v1/orders/ord_1');
    app.inventory.on('GET', '/api/v2/stock', reply.problem(500));
    for (let failure = 0; failure < 5; failure += 1) {
      await app.clock.advanceBy(3000);
      await app.get('/v1/orders/ord_1');
    }
    const { length } = app.inventory.requests;
    const { body } = await app.get('/v1/orders/ord_1');
    expect(body.meta.sections.stock).toMatchObject({ status: 'stale', code: 'DOWNSTREAM_CIRCUIT_OPEN' });
    expect(app.inventory.requests).toHaveLength(length);
  });

  it('shows the order itself from what was kept, when that is what is missing', async () => {
    await app.get('/v1/orders/ord_1');
    app.order.on('GET', '/orders/:orderId', reply.reset());
    await app.clock.advanceBy(10_000);
    const { status, body } = await app.get('/v1/orders/ord_1');
    expect(status).toBe(200);
    expect(body.meta.sections).toEqual({ order: { status: 'stale', ageSeconds: 10, code: 'DOWNSTREAM_UNAVAILABLE' } });
  });

  it('never shows a payment that was kept', async () => {
    await app.get('/v1/orders/ord_1');
    app.payment.on('GET', '/payments', reply.problem(500));
    const { body } = await app.get('/v1/orders/ord_1');
    expect(body.data.payment).toBeNull();
    expect(body.meta.sections.payment).toMatchObject({ status: 'failed' });
  });
});

it('keeps no section that is loaded from the payment service', () => {
  const kept = routes.flatMap(({ page }) => page.sections.filter(({ keep }) => keep).map(({ key }) => key));
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.filter((key) => /payment/i.test(key))).toEqual([]);
});

it('is not hidden behind what was kept when the service says that the order is gone', async () => {
  await app.get('/v1/orders/ord_1');
  app.order.on('GET', '/orders/:orderId', reply.problem(404));
  expect((await app.get('/v1/orders/ord_1')).status).toBe(404);
  // And it stays gone when the service is down after that.
  app.order.on('GET', '/orders/:orderId', reply.problem(500));
  expect((await app.get('/v1/orders/ord_1')).status).toBe(502);
});

it('is what was kept when something else than the service answers 404', async () => {
  const { body } = await app.get('/v1/orders/ord_1');
  app.order.on('GET', '/orders/:orderId', reply.problem(404, {}, 'ROUTE_NOT_FOUND'));
  await app.clock.advanceBy(60_000);
  const later = await app.get('/v1/orders/ord_1');
  expect({ status: later.status, order: later.body.data.order }).toEqual({ status: 200, order: body.data.order });
  expect(later.body.meta.sections.order).toMatchObject({ status: 'stale', code: 'DOWNSTREAM_BAD_RESPONSE' });
  expect(app.logText()).toContain('section failed');
});

it('never shows one caller what was kept for another', async () => {
  const userIdOf = (path: string) => path.split('/').at(-1) ?? '';
  app.user.on(
    'GET',
    '/users/:userId',
    reply.json(({ path }: { path: string }) => aUser({ id: userIdOf(path), name: `I am ${userIdOf(path)}` })),
  );
  app.order.on(
    'GET',
    '/orders/:orderId',
    reply.json(({ path }: { path: string }) => anOrder({ id: userIdOf(path), userId: 'usr_1' })),
  );
  const as = (user: string) => ({ authorization: `Bearer ${app.issuer.token({ sub: user })}` });
  const users = ['usr_1', 'usr_2', 'usr_3'];
  const profiles = async () => {
    const pages = await Promise.all([...users, ...users, ...users].map((user) => app.get('/v1/profile', as(user))));
    return pages.map(({ body }) => body.data.profile.name);
  };
  const own = [...users, ...users, ...users].map((user) => `I am ${user}`);

  expect(await profiles()).toEqual(own);
  expect((await app.get('/v1/orders/ord_1', as('usr_1'))).status).toBe(200);
  expect((await app.get('/v1/orders/ord_1', as('usr_2'))).status).toBe(404);

  // With the services down everyone sees what was kept for them, and usr_2 still no order.
  for (const service of [app.user, app.order]) service.on('GET', '/*', reply.problem(500));
  app.user.on('GET', '/users/:userId', reply.problem(500));
  app.order.on('GET', '/orders/:orderId', reply.problem(500));
  await app.clock.advanceBy(60_000);
  expect(await profiles()).toEqual(own);
  expect((await app.get('/v1/orders/ord_1', as('usr_1'))).status).toBe(200);
  expect((await app.get('/v1/orders/ord_1', as('usr_2'))).status).toBe(502);
});
