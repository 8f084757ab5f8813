import { aPayment, anItem, reply } from '@bff/testing';
import { type GraphqlApp, startGraphqlApp, wholeOrder } from './graphql-app.ts';

let app: GraphqlApp;
beforeEach(async () => {
  app = await startGraphqlApp();
});
afterEach(() => app.close());

const stock = 'order.lines.product.stock';

it('answers a whole order with everything around it', async () => {
  const { status, headers, body } = await app.query(wholeOrder, { headers: { 'x-request-id': 'req-1' } });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'application/graphql-response+json; charset=utf-8',
    'bff-complete': '?1',
    'cache-control': 'private, no-cache',
    vary: 'Accept-Encoding, Accept, Authorization, Prefer',
    'x-request-id': 'req-1',
  });
  expect(headers).not.toHaveProperty('bff-sections');
  const product = { name: 'Kettle', stock: { available: 3 } };
  expect(body).toEqual({
    data: {
      order: {
        id: 'ord_1',
        status: 'PAID',
        customer: { name: 'Ada Lovelace' },
        payment: { status: 'CAPTURED' },
        lines: [
          { sku: 'SKU-1', product },
          { sku: 'SKU-2', product },
        ],
      },
    },
    extensions: { bff: { complete: true, degraded: false, requestId: 'req-1', sections: {} } },
  });
});

describe('a service that fails', () => {
  it('is one null section, one error and one line of the extensions', async () => {
    app.payment.on('GET', '/payments', reply.problem(503, { 'retry-after': '7' }));
    const { status, headers, body } = await app.query(wholeOrder);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'bff-complete': '?0',
      'bff-sections': 'order.payment;failed=DOWNSTREAM_UNAVAILABLE',
      'cache-control': 'no-store',
    });
    expect(body.data.order).toMatchObject({ id: 'ord_1', payment: null, customer: { name: 'Ada Lovelace' } });
    const failure = { code: 'DOWNSTREAM_UNAVAILABLE', retryable: true, retryAfterMs: 7000 };
    const { requestId } = body.extensions?.bff ?? {};
    expect(body.errors).toEqual([
      {
        message: 'A service is unavailable',
        path: ['order', 'payment'],
        extensions: { ...failure, service: 'payment', section: 'order.payment', requestId },
      },
    ]);
    expect(body.extensions?.bff).toEqual({
      complete: false,
      degraded: true,
      requestId: expect.any(String),
      sections: { 'order.payment': { status: 'failed', ...failure } },
    });
  });

  it('is in the log, to be found by the id that the client was told', async () => {
    app.payment.on('GET', '/payments', reply.problem(500));
    await app.query(wholeOrder, { headers: { 'x-request-id': 'req-2' } });
    expect(app.logLines()).toContainEqual(
      expect.objectContaining({ level: 'warn', msg: 'section failed', section: 'payment', requestId: 'req-2' }),
    );
  });

  it('is one error for a list, however many items it has', async () => {
    app.payment.on('GET', '/payments', reply.problem(500));
    const { body } = await app.query('{ orders(first: 5) { nodes { id payment { status } } } }');
    expect(body.data.orders.nodes).toHaveLength(5);
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ['orders', 'nodes', 0, 'payment'],
        extensions: expect.objectContaining({ section: 'orders.nodes.payment', service: 'payment' }),
      }),
    ]);
  });

  it('is told under the names that the client gave its fields', async () => {
    app.payment.on('GET', '/payments', reply.problem(500));
    const { headers, body } = await app.query('{ _mine: order(id: "ord_1") { paid: payment { status } } }');
    expect(Object.keys(body.extensions?.bff.sections ?? {})).toEqual(['_mine.paid']);
    expect(headers['bff-sections']).toBe('"_mine.paid";failed=DOWNSTREAM_UNAVAILABLE');
  });

  it('is told whatever a field is called', async () => {
    await app.query('{ product(sku: "SKU-1") { stock { available } } }');
    await app.inventory.refuse();
    await app.clock.advanceBy(30_000);
    const answer = await app.query('{ p: product(sku: "SKU-1") { __proto__: stock { available } } }');
    expect(answer.headers['bff-sections']).toBe('p.__proto__;stale=30');
    const root = await app.query('{ __proto__: product(sku: "SKU-3") { name } }');
    expect(Object.keys(root.body.extensions?.bff.sections ?? {})).toEqual(['__proto__']);
    expect(root.body.extensions?.bff.complete).toBe(false);
  });

  it('makes no header that a proxy would refuse, however long the names are', async () => {
    app.payment.on('GET', '/payments', reply.problem(500));
    const query = `{ order(id: "ord_1") { ${'x'.repeat(20_000)}: payment { status } } }`;
    for (const prefer of ['handling=lenient', 'handling=strict']) {
      const { headers, body } = await app.query(query, { headers: { prefer } });
      expect(headers).not.toHaveProperty('bff-sections');
      expect(headers).not.toHaveProperty('server-timing');
      expect(headers['bff-complete']).toBe('?0');
      expect(body.errors).toHaveLength(1);
    }
  });

  it('takes no more with it than what hangs on it', async () => {
    app.order.on('GET', '/orders', reply.problem(500));
    const { status, body } = await app.query(
      '{ order(id: "ord_1") { id } viewer { id customer { name } } product(sku: "SKU-1") { name } }',
    );
    expect(status).toBe(200);
    expect(body.data).toEqual({
      order: null,
      viewer: { id: 'usr_1', customer: { name: 'Ada Lovelace' } },
      product: { name: 'Kettle' },
    });
  });

  it('never shows a word of its own, nor where it is', async () => {
    app.payment.on(
      'GET',
      '/payments',
      reply.text('ECONNREFUSED at db-payments.internal', 'text/plain', { status: 500 }),
    );
    const { body } = await app.query(wholeOrder);
    expect(JSON.stringify(body)).not.toMatch(/internal|ECONN|127\.0\.0\.1|stack/);
  });
});

describe('what the services do not have', () => {
  it('is null and no error where that is an answer', async () => {
    app.inventory.on('GET', '/api/v2/items', reply.json({ items: [anItem({ sku_code: 'SKU-2' })] }));
    const { headers, body } = await app.query('{ order(id: "ord_1") { lines { product { sku } } } }');
    expect(body.data.order.lines).toEqual([{ product: null }, { product: { sku: 'SKU-2' } }]);
    expect(body.errors).toBeUndefined();
    expect(headers['bff-complete']).toBe('?1');
  });

  it('is NOT_FOUND where it was asked for by name', async () => {
    app.order.on('GET', '/orders', reply.json({ orders: [] }));
    app.inventory.on('GET', '/api/v2/items', reply.json({ items: [] }));
    const { body } = await app.query('{ order(id: "ord_9") { id } product(sku: "SKU-9") { name } }');
    expect(body.data).toEqual({ order: null, product: null });
    const told = { code: 'NOT_FOUND', retryable: false };
    expect(body.errors).toEqual([
      expect.objectContaining({ path: ['order'], extensions: expect.objectContaining({ ...told, service: 'order' }) }),
      expect.objectContaining({
        path: ['product'],
        extensions: expect.objectContaining({ ...told, service: 'inventory' }),
      }),
    ]);
  });

  it('is not said by what was kept: that there was none yesterday is no answer today', async () => {
    app.inventory.on('GET', '/api/v2/items', reply.json({ items: [] }));
    await app.query('{ product(sku: "SKU-9") { name } }');
    await app.inventory.refuse();
    await app.clock.advanceBy(3_600_000);
    const { body } = await app.query('{ product(sku: "SKU-9") { name } }');
    expect(body.errors).toMatchObject([{ extensions: { code: 'DOWNSTREAM_UNAVAILABLE', retryable: true } }]);
  });

  it('is said of another customer’s order as well', async () => {
    const mine = await app.query('{ order(id: "ord_1") { id } }');
    const other = await app.query('{ order(id: "ord_1") { id } }', { headers: app.bearer({ sub: 'usr_2' }) });
    expect(mine.body.data.order).toEqual({ id: 'ord_1' });
    expect(other.body).toMatchObject({ data: { order: null }, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  it('tells an order that nobody has paid from a payment service that does not answer', async () => {
    app.payment.on('GET', '/payments', reply.json({ payments: [] }));
    const { body } = await app.query('{ order(id: "ord_1") { payment { status amount { amount } events { type } } } }');
    expect(body.data.order.payment).toEqual({ status: 'NONE', amount: null, events: [] });
  });
});

describe('what was kept', () => {
  it('stands in with its age and the cause; a payment never does', async () => {
    await app.query(wholeOrder);
    for (const service of [app.order, app.user, app.payment, app.inventory]) await service.refuse();
    await app.clock.advanceBy(95_000);
    const { status, headers, body } = await app.query(wholeOrder);
    expect(status).toBe(200);
    expect(body.data.order).toMatchObject({
      id: 'ord_1',
      customer: { name: 'Ada Lovelace' },
      payment: null,
      lines: [{ product: { name: 'Kettle', stock: { available: 3 } } }, {}],
    });
    const stale = { status: 'stale', ageSeconds: 95, code: 'DOWNSTREAM_UNAVAILABLE' };
    expect(body.extensions?.bff).toMatchObject({ complete: false, degraded: true });
    expect(body.extensions?.bff.sections).toEqual({
      order: stale,
      'order.customer': stale,
      'order.payment': { status: 'failed', code: 'DOWNSTREAM_UNAVAILABLE', retryable: true, retryAfterMs: 2000 },
      'order.lines.product': stale,
      [stock]: stale,
    });
    expect(body.errors).toHaveLength(1);
    expect(headers['bff-sections']).toBe(
      'order;stale=95, order.customer;stale=95, order.payment;failed=DOWNSTREAM_UNAVAILABLE, ' +
        'order.lines.product;stale=95, order.lines.product.stock;stale=95',
    );
  });

  it('is no error: a page that is only stale is complete', async () => {
    await app.query('{ product(sku: "SKU-1") { stock { available } } }');
    await app.inventory.refuse();
    await app.clock.advanceBy(30_000);
    const { headers, body } = await app.query('{ product(sku: "SKU-1") { stock { available } } }');
    expect(body.errors).toBeUndefined();
    expect(body.extensions?.bff).toMatchObject({ complete: true, degraded: true });
    expect(headers).toMatchObject({ 'bff-complete': '?1', 'cache-control': 'no-store' });
  });

  it('counts for each value: in one list some are stale and some have failed', async () => {
    await app.query('{ order(id: "ord_1") { lines { product { name } } } }');
    await app.inventory.refuse();
    await app.clock.advanceBy(120_000);
    const { body } = await app.query('{ orders(first: 2) { nodes { lines { product { name } } } } }');
    const [first, second] = body.data.orders.nodes;
    expect(first.lines).toEqual([{ product: { name: 'Kettle' } }, { product: { name: 'Kettle' } }]);
    expect(second.lines).toEqual([{ product: null }, { product: null }]);
    expect(body.extensions?.bff.sections['orders.nodes.lines.product']).toMatchObject({
      status: 'failed',
      items: { failed: 2, stale: 2, of: 4 },
    });
    expect(body.errors).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({
          paths: [
            ['orders', 'nodes', 1, 'lines', 0, 'product'],
            ['orders', 'nodes', 1, 'lines', 1, 'product'],
          ],
        }),
      }),
    ]);
  });

  it('is as old as the oldest of its values', async () => {
    await app.query('{ product(sku: "SKU-1") { stock { available } } }');
    await app.clock.advanceBy(60_000);
    await app.query('{ product(sku: "SKU-2") { stock { available } } }');
    await app.inventory.refuse();
    await app.clock.advanceBy(10_000);
    const { body } = await app.query('{ order(id: "ord_1") { lines { product { stock { available } } } } }');
    expect(body.extensions?.bff.sections[stock]).toEqual({
      status: 'stale',
      ageSeconds: 70,
      code: 'DOWNSTREAM_UNAVAILABLE',
    });
  });

  it('is shown to nobody else', async () => {
    await app.query('{ viewer { customer { name } } orders { totalCount } }');
    for (const service of [app.order, app.user]) await service.refuse();
    const { body } = await app.query('{ viewer { id customer { name } } orders { totalCount } }', {
      headers: app.bearer({ sub: 'usr_2' }),
    });
    expect(body.data).toEqual({ viewer: { id: 'usr_2', customer: null }, orders: null });
  });
});

describe('Prefer: handling=strict', () => {
  const strict = { headers: { prefer: 'handling=strict' } };

  it.each([
    [503, 502, 'DOWNSTREAM_UNAVAILABLE'],
    [429, 503, 'DOWNSTREAM_RATE_LIMITED'],
    [400, 502, 'DOWNSTREAM_BAD_RESPONSE'],
  ])('makes a failed section (%i) an error without data: %i', async (answered, status, code) => {
    app.payment.on('GET', '/payments', reply.problem(answered));
    const answer = await app.query(wholeOrder, strict);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'preference-applied': 'handling=strict',
      'bff-complete': '?0',
      'cache-control': 'no-store',
    });
    expect(answer.body).not.toHaveProperty('data');
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code, service: 'payment' }) }),
    ]);
    expect('retry-after' in answer.headers).toBe(status === 503);
  });

  it('is 404 for an order that is not there', async () => {
    app.order.on('GET', '/orders', reply.json({ orders: [] }));
    const { status, body } = await app.query(wholeOrder, strict);
    expect({ status, code: body.errors?.[0]?.extensions['code'] }).toEqual({ status: 404, code: 'NOT_FOUND' });
  });

  it('changes nothing about a whole page, nor about one that is only stale', async () => {
    expect(await app.query(wholeOrder, strict)).toMatchObject({
      status: 200,
      headers: { 'preference-applied': 'handling=strict' },
    });
    await app.order.refuse();
    expect(await app.query('{ order(id: "ord_1") { id } }', strict)).toMatchObject({
      status: 200,
      body: { data: { order: { id: 'ord_1' } } },
    });
  });

  it('cancels what is under way when a section has failed', async () => {
    app.order.on('GET', '/orders', reply.hang());
    app.inventory.on('GET', '/api/v2/items', reply.problem(500));
    const query = '{ product(sku: "SKU-1") { name } order(id: "ord_1") { id } }';
    const answering = app.query(query, strict);
    const request = await app.order.whenRequested('/orders');
    expect((await answering).status).toBe(502);
    await request.closedByClient;
  });

  it('says lenient where that is asked for', async () => {
    const { headers } = await app.query(wholeOrder, { headers: { prefer: 'handling=lenient' } });
    expect(headers['preference-applied']).toBe('handling=lenient');
  });
});

it('shows how an order was paid, from the first attempt to what was given back', async () => {
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  const declined = aPayment({
    id: 'pay_1',
    status: 'failed',
    captures: [],
    failureReason: 'card_declined',
    createdAt: '2026-10-30T08:15:00Z',
  });
  const refund = { amount: eur(800), at: '2026-11-01T00:00:00Z', reason: 'damaged' };
  const paid = aPayment({ id: 'pay_2', status: 'partially_refunded', refunds: [refund] });
  app.payment.on('GET', '/payments', reply.json({ payments: [declined, paid] }));
  const { body } = await app.query(`{
    order(id: "ord_1") {
      payment {
        status
        method { kind brand last4 }
        amount { amount currency decimal }
        captured { decimal }
        refunded { decimal }
        events { type at paymentId reason amount { decimal } }
      }
    }
  }`);
  expect(body.data.order.payment).toEqual({
    status: 'PARTIALLY_REFUNDED',
    method: { kind: 'CARD', brand: 'visa', last4: '4242' },
    amount: { amount: 8685, currency: 'EUR', decimal: '86.85' },
    captured: { decimal: '86.85' },
    refunded: { decimal: '8.00' },
    events: [
      {
        type: 'FAILED',
        at: '2026-10-30T08:15:00Z',
        paymentId: 'pay_1',
        reason: 'card_declined',
        amount: { decimal: '86.85' },
      },
      {
        type: 'AUTHORISED',
        at: '2026-10-30T08:15:30Z',
        paymentId: 'pay_2',
        reason: null,
        amount: { decimal: '86.85' },
      },
      { type: 'CAPTURED', at: '2026-10-30T08:16:00Z', paymentId: 'pay_2', reason: null, amount: { decimal: '86.85' } },
      {
        type: 'REFUNDED',
        at: '2026-11-01T00:00:00Z',
        paymentId: 'pay_2',
        reason: 'damaged',
        amount: { decimal: '8.00' },
      },
    ],
  });
});
