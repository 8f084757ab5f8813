import { fixedSettings } from '@bff/live-settings';
import { reply } from '@bff/testing';
import type { WebSettings } from '../src/settings.ts';
import { type WebApp, startWebApp } from './web-app.ts';

let app: WebApp;
let values: WebSettings;
beforeEach(async () => {
  app = await startWebApp({
    hold(first) {
      values = first;
      // Replaced as a whole, as a reload does it: what was captured at the start would stay.
      return { ...fixedSettings(first), current: () => values };
    },
  });
});
afterEach(() => app.close());

it('compresses from the size that is in effect', async () => {
  const encodingOf = async () => (await app.get('/v1/orders/ord_1')).headers['content-encoding'];
  values = { ...values, compression: { minBytes: 1_000_000 } };
  expect(await encodingOf()).toBeUndefined();
  values = { ...values, compression: { minBytes: 1 } };
  expect(await encodingOf()).toBeDefined();
});

it('gives a page the time that is in effect', async () => {
  values = { ...values, page: { deadlineMs: 60 } };
  app.payment.on('GET', '/payments', reply.hang());
  const answering = app.get('/v1/orders/ord_1').then((response) => response);
  await app.payment.whenRequested('/payments');
  await app.inventory.whenRequested('/api/v2/stock');
  await app.clock.advanceBy(60);
  expect((await answering).body.meta.sections.payment).toMatchObject({ code: 'DOWNSTREAM_TIMEOUT' });
});

it('refuses requests by the limits that are in effect', async () => {
  values = { ...values, shedding: { ...values.shedding, maxInFlight: 1 } };
  app.payment.on('GET', '/payments', reply.hang());
  const first = app.get('/v1/orders/ord_1').then((response) => response);
  await app.payment.whenRequested('/payments');
  await app.inventory.whenRequested('/api/v2/stock');
  expect((await app.get('/v1/orders/ord_1')).status).toBe(503);
  await app.clock.advanceBy(values.page.deadlineMs);
  expect((await first).status).toBe(200);
});
