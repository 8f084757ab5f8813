import { type MobileClient, type MobilePage, type WebClient, hasValue, isFresh, valueOr } from '../src/index.ts';

/**
 * What must not compile: the type check of this project fails when a line below an expectation does. Nothing here runs
 * but the last line.
 */
async function neverRuns(mobile: MobileClient, web: WebClient): Promise<void> {
  const page = await mobile.get('/v1/orders/{orderId}', { path: { orderId: 'ord_1' } });

  // @ts-expect-error a page may be a problem, out of reach, or given up
  void page.sections;
  if (page.kind === 'problem') {
    // @ts-expect-error the codes are a closed list
    void (page.problem.code === 'NO_SUCH_CODE');
    if (page.problem.status === 503) {
      // @ts-expect-error a bad request is never a 503
      void (page.problem.code === 'BAD_REQUEST');
    }
    if (page.problem.status === 400) void page.problem.errors[0]?.field;
  }
  if (page.kind !== 'page') return;

  const { order, payment, stock } = page.sections;
  // A required section is there, stale or not.
  void order.value.lines[0]?.sku;
  // @ts-expect-error a required section never fails
  void (order.status === 'failed');
  // @ts-expect-error an optional section may have failed, and has no value then
  void payment.value;
  // @ts-expect-error there is no such section
  void page.sections.spending;

  if (payment.status === 'ok') {
    // @ts-expect-error it is an object, of which nothing but the status is sure
    void payment.value.amount;
    if (payment.value.status !== 'none') void payment.value.amount.currency;
  }
  if (stock.status === 'stale') void stock.ageSeconds;
  // @ts-expect-error only what is stale has an age
  void stock.ageSeconds;
  if (stock.status === 'failed') void stock.retryAfterMs;

  // @ts-expect-error a default has to be named
  void valueOr(stock);
  const levels: readonly { readonly sku: string; readonly available: number }[] | 'unknown' = valueOr(stock, 'unknown');
  // @ts-expect-error the default is one of the things that it may be
  void levels[0]?.sku;
  if (hasValue(payment)) void payment.value.status;
  if (isFresh(payment)) void payment.value.status;

  // @ts-expect-error there is no such page
  void mobile.get('/v1/nothing');
  // @ts-expect-error the path has a parameter
  void mobile.get('/v1/orders/{orderId}');
  // @ts-expect-error which is not called that
  void mobile.get('/v1/orders/{orderId}', { path: { id: 'ord_1' } });
  // @ts-expect-error a limit is a number
  void mobile.get('/v1/orders', { query: { limit: '5' } });
  // @ts-expect-error the page takes no such parameter
  void mobile.get('/v1/orders', { query: { size: 5 } });
  void mobile.get('/v1/orders', { query: { limit: 5 }, strict: true });
  void mobile.get('/v1/home');

  // @ts-expect-error the web BFF has no home page
  void web.get('/v1/home');
  const dashboard = await web.get('/v1/dashboard');
  if (dashboard.kind === 'page') void dashboard.sections;
}

/** Leaves no case out, so it compiles without a last `return`. */
function titleOf(page: MobilePage<'/v1/profile'>): string {
  switch (page.kind) {
    case 'page':
      return page.sections.profile.value.name;
    case 'problem':
      return page.problem.title;
    case 'unreachable':
      return 'out of reach';
    case 'aborted':
      return 'given up';
  }
}

it('compiles', () => {
  expect(neverRuns).toBeInstanceOf(Function);
  expect(titleOf({ kind: 'unreachable', error: undefined })).toBe('out of reach');
});
