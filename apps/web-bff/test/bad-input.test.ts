import { type WebApp, allRoutes, pathOf, startWebApp, support } from './web-app.ts';

let app: WebApp;
beforeAll(async () => {
  app = await startWebApp();
});
afterAll(() => app.close());
afterEach(() => {
  // Whatever was refused, no service was troubled with it.
  expect(app.calls()).toEqual({ order: 0, user: 0, payment: 0, inventory: 0 });
});

const hundredAndOne = 'x'.repeat(101);

describe('a bad parameter is refused, and every bad field is named', () => {
  it.each([
    ['/v1/orders/nonsense', ['path orderId']],
    ['/v1/orders/ord_%2e%2e%2fadmin', ['path orderId']],
    [`/v1/orders/ord_${'1'.repeat(33)}`, ['path orderId']],
    ['/v1/support/orders/usr_1', ['path orderId']],
    ['/v1/products/sku-1', ['path sku']],
    ['/v1/products/..%2fadmin', ['path sku']],
    ['/v1/orders/%E0%A4%A', ['path (path)']],

    ['/v1/orders?status=lost', ['query status']],
    ['/v1/orders?status=', ['query status']],
    ['/v1/orders?from=yesterday', ['query from']],
    ['/v1/orders?from=2026-02-30', ['query from']],
    ['/v1/orders?from=2026-10-31T09:30:00%2B01:00', ['query from']],
    ['/v1/orders?to=2026-13-01', ['query to']],
    ['/v1/orders?to=', ['query to']],
    ['/v1/orders?from=2026-02-02&to=2026-02-01', ['query to']],
    ['/v1/orders?from=2026-02-02T10:00:00Z&to=2026-02-02T10:00:00Z', ['query to']],
    ['/v1/orders?q=', ['query q']],
    [`/v1/orders?q=${hundredAndOne}`, ['query q']],
    ['/v1/orders?sort=id', ['query sort']],
    ['/v1/orders?cursor=', ['query cursor']],
    [`/v1/orders?cursor=${'x'.repeat(513)}`, ['query cursor']],
    ['/v1/orders?limit=0', ['query limit']],
    ['/v1/orders?limit=101', ['query limit']],
    ['/v1/orders?limit=1e1', ['query limit']],
    ['/v1/orders?limit=5&limit=6', ['query limit']],
    ['/v1/orders?limit=x&page=2&status=lost', ['query page', 'query limit', 'query status']],

    ['/v1/products?q=', ['query q']],
    [`/v1/products?q=${hundredAndOne}`, ['query q']],
    ['/v1/products?category=toys', ['query category']],
    ['/v1/products?currency=euro', ['query currency']],
    ['/v1/products?currency=EUR&priceMin=9.99', ['query priceMin']],
    ['/v1/products?currency=EUR&priceMin=-1', ['query priceMin']],
    ['/v1/products?currency=EUR&priceMax=1e3', ['query priceMax']],
    ['/v1/products?currency=EUR&priceMax=1234567890123', ['query priceMax']],
    ['/v1/products?currency=EUR&priceMin=10&priceMax=9', ['query priceMax']],
    ['/v1/products?priceMin=10', ['query currency']],
    ['/v1/products?sort=relevance', ['query sort']],
    ['/v1/products?page=0', ['query page']],
    ['/v1/products?page=10001', ['query page']],
    ['/v1/products?pageSize=0', ['query pageSize']],
    ['/v1/products?pageSize=101', ['query pageSize']],
    ['/v1/products?page=x&pageSize=y&colour=red', ['query page', 'query pageSize', 'query colour']],
  ])('%s', async (path, fields) => {
    const { status, body } = await app.get(path, support(app));
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'BAD_REQUEST', type: 'urn:bff:problem:bad-request' });
    const named = body.errors.map(({ in: where, field }: { in: string; field: string }) => `${where} ${field}`);
    expect(named.toSorted()).toEqual(fields.toSorted());
    for (const { reason } of body.errors) expect(reason.length).toBeGreaterThan(5);
  });

  it.each(allRoutes)('the page %s takes no field that it does not know', async (_, route) => {
    const { status, body } = await app.get(`${pathOf(route)}?userId=usr_2`, support(app));
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ in: 'query', field: 'userId' }]);
  });
});

describe('the request as such', () => {
  it.each([
    ['an unknown route', '/v2/orders', 404],
    ['the mobile app’s page', '/v1/home', 404],
    ['a URL of 3,000 characters', `/v1/orders?q=${'x'.repeat(3000)}`, 414],
  ])('%s is refused as a problem', async (_, path, status) => {
    const response = await app.get(path);
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
  });

  it('asks for a token before anything is said about the rest', async () => {
    expect((await app.get('/v1/orders/nonsense?what=ever', { authorization: 'Basic x' })).status).toBe(401);
  });
});
