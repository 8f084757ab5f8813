import { listen } from '@bff/testing';
import { createMobileClient, createWebClient, hasValue, isFresh, valueOr } from '../src/index.ts';
import { type StubBff, partialOrderPage, startStubBff, timeoutProblem } from './stub-bff.ts';

let bff: StubBff;
beforeEach(async () => {
  bff = await startStubBff();
  bff.answer = { body: partialOrderPage };
});
afterEach(() => bff.close());

const client = () => createMobileClient({ baseUrl: `${bff.url}/`, token: () => 'secret' });
const orderPage = (options = {}) => client().get('/v1/orders/{orderId}', { path: { orderId: 'ord_1' }, ...options });

describe('a page', () => {
  it('comes back as its sections, each as it is', async () => {
    expect(await orderPage()).toEqual({
      kind: 'page',
      sections: {
        order: { status: 'ok', value: partialOrderPage.data.order },
        customer: { status: 'ok', value: { name: 'Ada', tier: 'gold' } },
        payment: { status: 'failed', code: 'DOWNSTREAM_TIMEOUT', retryable: true, retryAfterMs: 2000 },
        stock: {
          status: 'stale',
          value: partialOrderPage.data.stock,
          ageSeconds: 95,
          code: 'DOWNSTREAM_CIRCUIT_OPEN',
        },
      },
      complete: false,
      degraded: true,
      requestId: 'req-1',
    });
  });

  it('has sections that are read with a default', async () => {
    const page = await orderPage();
    if (page.kind !== 'page') throw new Error(page.kind);
    const { customer, payment, stock } = page.sections;
    expect(valueOr(customer, 'nobody')).toEqual({ name: 'Ada', tier: 'gold' });
    expect(valueOr(stock, [])).toEqual([{ sku: 'SKU-0001', available: 3 }]);
    expect(valueOr(payment, 'unknown')).toBe('unknown');
    expect([hasValue(customer), hasValue(payment), hasValue(stock)]).toEqual([true, false, true]);
    expect([isFresh(customer), isFresh(payment), isFresh(stock)]).toEqual([true, false, false]);
  });
});

describe('a request', () => {
  it('carries the token as it is now, and the parameters', async () => {
    let calls = 0;
    const web = createWebClient({ baseUrl: bff.url, token: async () => `token-${++calls}` });
    await web.get('/v1/orders', { query: { limit: 5, q: 'a&b=c' } });
    await web.get('/v1/orders/{orderId}', { path: { orderId: 'ord_1' } });
    expect(bff.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/v1/orders?limit=5&q=a%26b%3Dc', 'Bearer token-1'],
      ['/v1/orders/ord_1', 'Bearer token-2'],
    ]);
  });

  it('cannot leave its path by a parameter', async () => {
    await client().get('/v1/orders/{orderId}', { path: { orderId: '../admin?x=1' } });
    expect(bff.requests[0]?.url).toBe('/v1/orders/..%2Fadmin%3Fx%3D1');
  });

  it('asks for strict handling only when told to', async () => {
    await orderPage();
    await orderPage({ strict: true });
    expect(bff.requests.map(({ headers }) => headers['prefer'])).toEqual([undefined, 'handling=strict']);
  });

  it('goes through the fetch that it is given', async () => {
    const urls: string[] = [];
    const own = (request: Request) => {
      urls.push(request.url);
      return fetch(request);
    };
    await createMobileClient({ baseUrl: bff.url, token: () => 'x', fetch: own }).get('/v1/home');
    expect(urls).toEqual([`${bff.url}/v1/home`]);
  });

  it('is not sent without a token', async () => {
    const signedOut = createMobileClient({ baseUrl: bff.url, token: () => Promise.reject(new Error('signed out')) });
    await expect(signedOut.get('/v1/home')).rejects.toThrow('signed out');
    expect(bff.requests).toEqual([]);
  });
});

describe('what is no page', () => {
  it('is a problem when the BFF says so', async () => {
    bff.answer = { status: 504, body: timeoutProblem };
    expect(await orderPage()).toEqual({ kind: 'problem', problem: timeoutProblem });
  });

  it.each([
    ['a proxy’s error', { status: 502, type: 'text/html', body: '<h1>Bad Gateway</h1>' }, 502],
    ['a JSON error of something else', { status: 500, body: { message: 'oops' } }, 500],
    ['an empty error', { status: 503, body: '' }, 503],
    ['a log-in page', { type: 'text/html', body: '<h1>Welcome to our hotel</h1>' }, 200],
    ['other JSON', { body: { hello: 'world' } }, 200],
    ['half a page', { body: JSON.stringify(partialOrderPage).slice(0, 100) }, 200],
    ['nothing', { body: '' }, 200],
  ])('is out of reach when it is %s', async (_, answer, status) => {
    bff.answer = answer;
    expect(await orderPage()).toEqual({ kind: 'unreachable', error: expect.any(Error), status });
  });

  it('is out of reach when there is no server', async () => {
    const { url, close } = await listen(() => {});
    await close();
    const page = await createMobileClient({ baseUrl: url, token: () => 'x' }).get('/v1/home');
    expect(page).toEqual({ kind: 'unreachable', error: expect.objectContaining({ message: 'fetch failed' }) });
  });
});

describe('a call that is given up', () => {
  it('is told apart from a network that failed, and ends the request', async () => {
    const gone = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const silent = await listen((_req, res) => {
      res.once('close', gone.resolve);
      asked.resolve();
    });
    const controller = new AbortController();
    const waiting = createMobileClient({ baseUrl: silent.url, token: () => 'x' });
    const page = waiting.get('/v1/home', { signal: controller.signal });
    await asked.promise;
    controller.abort('left the screen');
    expect(await page).toEqual({ kind: 'aborted', reason: 'left the screen' });
    await gone.promise;
    await silent.close();
  });

  it('may have been so from the start', async () => {
    expect(await orderPage({ signal: AbortSignal.abort('too late') })).toEqual({ kind: 'aborted', reason: 'too late' });
    expect(bff.requests).toEqual([]);
  });
});

it.each(['', '.', '..'])('refuses a path parameter that would ask for another page: %p', async (orderId) => {
  await expect(client().get('/v1/orders/{orderId}', { path: { orderId } })).rejects.toThrow('path parameter orderId');
});

it('waits no longer for a token than its caller does', async () => {
  const hanging = createMobileClient({ baseUrl: bff.url, token: () => new Promise<string>(() => {}) });
  const leaving = new AbortController();
  const page = hanging.get('/v1/profile', { signal: leaving.signal });
  leaving.abort('left the screen');
  expect(await page).toEqual({ kind: 'aborted', reason: 'left the screen' });
});
