import { type ResponseCheck, reply, responseChecker } from '@bff/testing';
import { document } from '../src/openapi.ts';
import { routes } from '../src/routes.ts';
import { servicesUsedBy } from './services-used-by.ts';
import { type WebApp, allRoutes, pathOf, startWebApp, support } from './web-app.ts';

const check: ResponseCheck = responseChecker(document);

let app: WebApp;
beforeEach(async () => {
  app = await startWebApp();
});
afterEach(() => app.close());

describe.each(allRoutes)('the page %s', (_, route) => {
  const path = pathOf(route);
  const get = (headers: Readonly<Record<string, string>> = {}) => app.get(path, { ...support(app), ...headers });

  it('is whole, and what its views’ schemas and the document say', async () => {
    const response = await get();
    const { body } = response;
    expect({ status: response.status, meta: body.meta }).toMatchObject({ status: 200, meta: { complete: true } });
    expect(Object.keys(body.data)).toEqual(route.page.sections.map(({ key }) => key));
    for (const { key, view } of route.page.sections) expect(view.schema.parse(body.data[key])).toEqual(body.data[key]);
    expect(check('GET', path, response)).toEqual([]);
  });

  it('has an entity tag, and is 304 to who has it', async () => {
    const { headers } = await get();
    expect(headers['etag']).toMatch(/^W\/"/);
    const again = await get({ 'if-none-match': String(headers['etag']) });
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
    expect(again.headers['etag']).toBe(headers['etag']);
    expect(check('GET', path, again)).toEqual([]);
  });

  it('wants a token', async () => {
    expect((await app.get(path, { authorization: '' })).status).toBe(401);
    expect(app.calls()).toEqual({ order: 0, user: 0, payment: 0, inventory: 0 });
  });

  it('answers HEAD like GET, without a body', async () => {
    const { status, headers, text } = await app.get(path, support(app), 'head');
    expect({ status, text }).toEqual({ status: 200, text: undefined });
    expect(headers['etag']).toBe((await get()).headers['etag']);
  });
});

describe('what a page shows of a payment', () => {
  const loaded = routes.flatMap(({ page }) =>
    page.sections.map((section) => ({ name: `${page.name}.${section.key}`, section, page })),
  );
  const fromPayments = new Set(
    loaded.filter(({ section }) => servicesUsedBy(section).includes('payments')).map(({ name }) => name),
  );

  it('is found by what is loaded, not by its name', () => {
    expect([...fromPayments]).toEqual([
      'dashboard.payments',
      'orders.payments',
      'order.payment',
      'supportOrder.payment',
    ]);
  });

  it('is never kept, nor is anything that is made from it', () => {
    const tainted = loaded.filter(
      ({ name, section, page }) =>
        fromPayments.has(name) || section.needs.some((key) => fromPayments.has(`${page.name}.${key}`)),
    );
    expect(tainted.filter(({ section }) => section.keep).map(({ name }) => name)).toEqual([]);
  });

  it.each(['/v1/dashboard', '/v1/orders', '/v1/orders/ord_1', '/v1/support/orders/ord_1'])(
    'is not there when the service is not, however well it was a moment ago: %s',
    async (path) => {
      const section = path.includes('/orders/') ? 'payment' : 'payments';
      expect((await app.get(path, support(app))).body.data[section]).not.toBeNull();
      app.payment.on('GET', '/payments', reply.problem(500));
      const { body, headers } = await app.get(path, support(app));
      expect(body.data[section]).toBeNull();
      expect(body.meta.sections[section]).toMatchObject({ status: 'failed', code: 'DOWNSTREAM_UNAVAILABLE' });
      expect(headers).not.toHaveProperty('etag');
    },
  );
});
