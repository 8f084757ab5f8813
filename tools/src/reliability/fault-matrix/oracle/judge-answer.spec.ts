import type { PageSpec } from '../pages/page-spec.ts';
import { type Row, rows } from '../rows.ts';
import type { Check } from './checks.ts';
import { type RawAnswer, judgeAnswer } from './judge-answer.ts';
import type { Situation } from './situation.ts';

const page: PageSpec = {
  app: 'mobile-bff',
  name: 'order',
  request: () => ({ path: '/v1/orders/ord_1' }),
  sections: {
    order: { service: 'order', required: true, stale: true },
    customer: { service: 'user', freshMs: 30_000, stale: true },
    payment: { service: 'payment' },
    stock: { service: 'inventory', needs: ['order'], freshMs: 2000, stale: true, shared: true },
  },
};

const whole = { order: { id: 'ord_1' }, customer: { name: 'Ada' }, payment: { status: 'captured' }, stock: [7] };

const rowOf = (name: string): Row => {
  const row = rows.find((one) => one.name === name);
  if (!row) throw new Error(`there is no row ${name}`);
  return row;
};

/** While the payment service gives errors, of a page that nobody has seen before. */
const paymentDown: Situation = {
  phase: 'fault',
  row: rowOf('error'),
  faulted: new Set(['payment']),
  sinceFaultMs: 500,
  wholeMsAgo: undefined,
};
const orderDown: Situation = { ...paymentDown, faulted: new Set(['order']) };
const seenBefore = { wholeMsAgo: 3000 };

type Told = Readonly<Record<string, object>>;

const unavailable = { status: 'failed', code: 'DOWNSTREAM_UNAVAILABLE', retryable: true, retryAfterMs: 2000 };
const stale = { status: 'stale', code: 'DOWNSTREAM_UNAVAILABLE', ageSeconds: 3 };

/** A page as the BFF would send it, with these sections not ok; `spoilt` is what it says otherwise. */
function pageWith(
  told: Told,
  spoilt: { data?: object; meta?: object; headers?: Record<string, string> } = {},
): RawAnswer {
  const ends = Object.entries(told) as [string, { status: string; code: string; ageSeconds?: number }][];
  const isWhole = ends.length === 0;
  const complete = ends.every(([, { status }]) => status !== 'failed');
  const missing = ends.flatMap(([key, { status }]) => (status === 'failed' ? [[key, null]] : []));
  const list = ends.map(([key, { status, code, ageSeconds }]) =>
    status === 'failed' ? `${key};failed=${code}` : `${key};stale=${ageSeconds}`,
  );
  return {
    status: 200,
    error: undefined,
    headers: {
      'bff-complete': complete ? '?1' : '?0',
      'cache-control': isWhole ? 'private, no-cache' : 'no-store',
      ...(!isWhole && { 'bff-sections': list.join(', ') }),
      ...spoilt.headers,
    },
    body: JSON.stringify({
      data: { ...whole, ...Object.fromEntries(missing), ...spoilt.data },
      meta: { complete, degraded: !isWhole, sections: told, ...spoilt.meta },
    }),
  };
}

function problemOf(section: string, told: Told, spoilt: { status?: number; code?: string } = {}): RawAnswer {
  const { code = 'DOWNSTREAM_UNAVAILABLE', status = 502 } = spoilt;
  const list = Object.keys(told).map((key) => `${key};failed=DOWNSTREAM_UNAVAILABLE`);
  return {
    status,
    error: undefined,
    headers: {
      'content-type': 'application/problem+json',
      'bff-complete': '?0',
      'bff-sections': list.join(', '),
      'cache-control': 'no-store',
    },
    body: JSON.stringify({ status, code, section, retryable: true, retryAfterMs: 2000, sections: told }),
  };
}

const checksOf = (answer: RawAnswer, situation: Situation): readonly Check[] => [
  ...new Set(judgeAnswer(page, answer, situation, whole).violations.map(({ check }) => check)),
];

describe('what is right is let pass', () => {
  it.each<[string, RawAnswer, Situation]>([
    ['a whole page when all is well', pageWith({}), { ...paymentDown, phase: 'well' }],
    ['the payment failed', pageWith({ payment: unavailable }), paymentDown],
    ['the circuit is open', pageWith({ payment: { ...unavailable, code: 'DOWNSTREAM_CIRCUIT_OPEN' } }), paymentDown],
    ['a problem without the order', problemOf('order', { order: unavailable }), orderDown],
    ['the order from before', pageWith({ order: stale }), { ...orderDown, ...seenBefore }],
    [
      'a fresh customer while its service is down',
      pageWith({}),
      { ...paymentDown, ...seenBefore, faulted: new Set(['user']) },
    ],
    ['a whole page between two turns', pageWith({}), { ...paymentDown, row: rowOf('flap') }],
    [
      'an order that came when the page was not whole',
      pageWith({ order: stale }),
      { ...orderDown, row: rowOf('flap') },
    ],
    ['a whole page right after', pageWith({}), { ...paymentDown, phase: 'healing' }],
    [
      'no time left for what needs a hung order',
      pageWith({
        order: { ...stale, code: 'DOWNSTREAM_TIMEOUT' },
        stock: { ...unavailable, code: 'BUDGET_EXHAUSTED' },
      }),
      { ...orderDown, ...seenBefore, row: rowOf('hang') },
    ],
  ])('%s', (_what, answer, situation) => {
    expect(judgeAnswer(page, answer, situation, whole).violations).toEqual([]);
  });
});

describe('what is wrong is seen', () => {
  it.each<[Check, string, RawAnswer, Situation]>([
    ['status', 'no answer', { status: undefined, error: 'ECONNRESET', headers: {}, body: '' }, paymentDown],
    ['status', 'a defect', { status: 500, error: undefined, headers: {}, body: '{"status":500}' }, paymentDown],
    ['status', 'a page without its order', pageWith({ order: unavailable }), orderDown],
    ['status', 'a problem without an optional section', problemOf('payment', { payment: unavailable }), paymentDown],
    ['status', 'the status of another code', problemOf('order', { order: unavailable }, { status: 503 }), orderDown],
    [
      'sections',
      'a section nobody promised',
      pageWith({}, { data: { banner: {} } }),
      { ...paymentDown, phase: 'well' },
    ],
    ['sections', 'what is said of a stranger', pageWith({ banner: unavailable }), paymentDown],
    [
      'flags',
      'not whole, but kept',
      pageWith({ payment: unavailable }, { headers: { 'cache-control': 'private, no-cache' } }),
      paymentDown,
    ],
    ['flags', 'not whole, but complete', pageWith({ payment: unavailable }, { meta: { complete: true } }), paymentDown],
    [
      'flags',
      'stale, but not degraded',
      pageWith({ order: stale }, { meta: { degraded: false } }),
      { ...orderDown, ...seenBefore },
    ],
    [
      'flags',
      'another header',
      pageWith({ payment: unavailable }, { headers: { 'bff-sections': 'stock;stale=1' } }),
      paymentDown,
    ],
    ['flags', 'failed, with a value', pageWith({ payment: unavailable }, { data: { payment: [] } }), paymentDown],
    [
      'flags',
      'a problem of a section that is not among the failed',
      problemOf('order', { customer: unavailable }),
      orderDown,
    ],
    ['codes', 'another code', pageWith({ payment: { ...unavailable, code: 'DOWNSTREAM_TIMEOUT' } }), paymentDown],
    ['codes', 'a code nobody knows', pageWith({ payment: { ...unavailable, code: 'OOPS' } }), paymentDown],
    ['codes', 'not to be tried again', pageWith({ payment: { ...unavailable, retryable: false } }), paymentDown],
    [
      'codes',
      'found out to be missing',
      pageWith({ payment: { ...unavailable, code: 'NOT_FOUND', retryable: false } }),
      paymentDown,
    ],
    ['isolation', 'another section fails too', pageWith({ payment: unavailable, customer: unavailable }), paymentDown],
    ['isolation', 'another section is stale', pageWith({ payment: unavailable, stock: stale }), paymentDown],
    [
      'isolation',
      'the stock fails beside a stale order',
      pageWith({ order: stale, stock: { ...unavailable, code: 'BUDGET_EXHAUSTED' } }),
      { ...orderDown, ...seenBefore },
    ],
    ['isolation', 'not whole when all is well', pageWith({ payment: unavailable }), { ...paymentDown, phase: 'well' }],
    [
      'values',
      'an empty list in place of the stock',
      pageWith({ payment: unavailable }, { data: { stock: [] } }),
      paymentDown,
    ],
    [
      'values',
      'somebody else’s order, stale',
      pageWith({ order: stale }, { data: { order: { id: 'ord_2' } } }),
      { ...orderDown, ...seenBefore },
    ],
    [
      'values',
      'another value in a problem’s place',
      pageWith({}, { data: { payment: {} } }),
      { ...paymentDown, row: rowOf('flap') },
    ],
    ['kept', 'a payment although its service is down', pageWith({}), paymentDown],
    ['kept', 'a payment from before', pageWith({ payment: stale }), { ...paymentDown, ...seenBefore }],
    ['kept', 'an order from before that nobody has seen', pageWith({ order: stale }), orderDown],
    [
      'kept',
      'no order although it was shown before',
      problemOf('order', { order: unavailable }),
      { ...orderDown, ...seenBefore },
    ],
    [
      'kept',
      'a customer that is fresh for too long',
      pageWith({}),
      { ...paymentDown, faulted: new Set(['user']), wholeMsAgo: 60_000 },
    ],
    [
      'kept',
      'stock that is fresh for too long',
      pageWith({}),
      { ...paymentDown, ...seenBefore, faulted: new Set(['inventory']), sinceFaultMs: 5000 },
    ],
  ])('%s: %s', (check, _what, answer, situation) => {
    expect(checksOf(answer, situation)).toContain(check);
  });
});

describe('GraphQL', () => {
  const list: PageSpec = {
    app: 'graphql-bff',
    name: 'orders',
    request: () => ({ path: '/graphql' }),
    sections: {
      orders: { service: 'order', stale: true },
      'orders.nodes.payment': { service: 'payment', needs: ['orders'] },
    },
  };
  const node = (payment: object | null) => ({ id: 'ord_1', payment });
  const wholeList = { orders: { nodes: [node({ status: 'CAPTURED' }), node({ status: 'NONE' })] } };
  const path = 'orders.nodes.payment';
  const answer = (nodes: unknown[], told: Told, errors: { section: string; code: string }[]): RawAnswer => ({
    status: 200,
    error: undefined,
    headers: {
      'bff-complete': '?0',
      'bff-sections': `${path};failed=DOWNSTREAM_UNAVAILABLE`,
      'cache-control': 'no-store',
    },
    body: JSON.stringify({
      data: { orders: { nodes } },
      errors: errors.map((extensions) => ({ extensions })),
      extensions: { bff: { complete: false, degraded: true, sections: told } },
    }),
  });
  const error = { section: path, code: 'DOWNSTREAM_UNAVAILABLE' };
  const judge = (given: RawAnswer) =>
    judgeAnswer(list, given, paymentDown, wholeList).violations.map(({ check }) => check);

  it('lets the payments of a list fail together', () => {
    expect(judge(answer([node(null), node(null)], { [path]: unavailable }, [error]))).toEqual([]);
  });

  it('does not miss what nobody could ask for', () => {
    const allDown: Situation = { ...paymentDown, faulted: new Set(['order', 'payment']) };
    const nothing: RawAnswer = {
      ...answer([], { orders: unavailable }, [{ ...error, section: 'orders' }]),
      headers: {
        'bff-complete': '?0',
        'bff-sections': 'orders;failed=DOWNSTREAM_UNAVAILABLE',
        'cache-control': 'no-store',
      },
    };
    const body = nothing.body.replace('{"nodes":[]}', 'null');
    expect(judgeAnswer(list, { ...nothing, body }, allDown, wholeList).violations).toEqual([]);
  });

  it('lets some of them be there, when it says how many', () => {
    const told = { [path]: { ...unavailable, items: { failed: 1, stale: 0, of: 2 } } };
    expect(judge(answer([node({ status: 'CAPTURED' }), node(null)], told, [error]))).toEqual([]);
  });

  it.each<[Check, string, RawAnswer]>([
    ['flags', 'no error for it', answer([node(null), node(null)], { [path]: unavailable }, [])],
    [
      'flags',
      'an error for what is there',
      answer([node(null), node(null)], { [path]: unavailable }, [error, { ...error, section: 'orders' }]),
    ],
    [
      'flags',
      'one that failed is there',
      answer([node({ status: 'CAPTURED' }), node(null)], { [path]: unavailable }, [error]),
    ],
    ['values', 'a shorter list', answer([node(null)], { [path]: unavailable }, [error])],
    ['values', 'another order', answer([node(null), { ...node(null), id: 'ord_2' }], { [path]: unavailable }, [error])],
    ['values', 'null where nothing failed', answer([node(null), node(null)], {}, [])],
  ])('%s: %s', (check, _what, given) => {
    expect(judge(given)).toContain(check);
  });
});
