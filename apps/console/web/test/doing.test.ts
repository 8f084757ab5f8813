import { describeWithBrowser } from '@bff/testing';
import type { ActResult } from '../../src/wire/index.ts';
import { type ConsolePage, startConsolePage, textOf } from './console-page.ts';
import { operatorToken } from './script/answers.ts';
import { wellState, withApps } from './script/states.ts';
import { paymentHangs } from './script/troubled-states.ts';

const done: ActResult = {
  done: true,
  replicas: [{ adminUrl: 'http://127.0.0.1:9001', replica: 0, status: 200, problem: null, answer: null }],
};

describeWithBrowser('what is done from the page', () => {
  let console: ConsolePage;
  beforeAll(async () => {
    console = await startConsolePage();
  }, 120_000);
  afterAll(() => console.close());

  const doings = () => console.script.asked.filter(({ method }) => method !== 'GET');

  it('isolates a circuit after asking, with a reason and a token, and says what each replica did', async () => {
    const { page, complaints } = await console.open('#/circuits/mobile-bff/payment', paymentHangs(console.now));
    console.script.answers.set('POST /api/circuits/mobile-bff/payment/isolate', { body: done });
    await page.getByRole('button', { name: 'Isolate …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Isolate mobile-bff → payment?' });
    await dialog.getByRole('button', { name: 'Get a development token' }).click();
    await dialog.getByText('usr_0001, operator').waitFor();
    const act = dialog.getByRole('button', { name: 'Isolate payment' });
    expect(await act.isDisabled()).toBe(true);
    await dialog.getByLabel('Reason').fill('  ledger repair ');
    await act.click();
    await dialog.getByText('Done', { exact: true }).first().waitFor();
    expect(await textOf(page, 'dialog .plain-list')).toEqual(['Replica 1 http://127.0.0.1:9001 200']);
    expect(doings()).toEqual([
      { method: 'POST', path: '/api/token', authorization: undefined, body: {} },
      {
        method: 'POST',
        path: '/api/circuits/mobile-bff/payment/isolate',
        authorization: `Bearer ${operatorToken}`,
        body: { reason: 'ledger repair' },
      },
    ]);
    await dialog.getByRole('button', { name: 'Done' }).click();
    expect(await page.locator('dialog').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says why an act was refused, and which replicas did not do it', async () => {
    const { page } = await console.open('#/circuits/mobile-bff/payment', paymentHangs(console.now));
    await page.getByLabel('Operator token').first().fill('not.a.token');
    const path = 'POST /api/circuits/mobile-bff/payment/close';
    console.script.answers.set(path, {
      status: 401,
      body: { title: 'The token is no good', detail: 'It has expired' },
    });
    await page.getByRole('button', { name: 'Close …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close payment' }).click();
    await dialog.getByRole('alert').getByText('The token is no good. It has expired').waitFor();
    const problem = { title: 'No answer', code: null, detail: 'It did not answer within 1 s', errors: [] };
    const dead = { adminUrl: 'http://127.0.0.1:9012', replica: 1, status: null, problem, answer: null };
    console.script.answers.set(path, { body: { done: false, replicas: [...done.replicas, dead] } });
    await dialog.getByRole('button', { name: 'Close payment' }).click();
    await dialog.getByText('Not done everywhere').waitFor();
    await dialog.getByText('No answer. It did not answer within 1 s').waitFor();
    expect(await dialog.getByRole('alert').count()).toBe(1);
  });

  it('plays a threshold before it can be applied, and shows that each replica took it', async () => {
    const { page } = await console.open('#/circuits/mobile-bff/payment', paymentHangs(console.now));
    await page.getByRole('button', { name: 'Get a development token' }).click();
    const panel = page.getByRole('complementary');
    await panel.getByText('Share of failed calls in the window that opens the circuit.').waitFor();
    await panel.getByLabel('New value').fill('0.3');
    const apply = panel.getByRole('button', { name: 'Apply' });
    expect(await apply.isDisabled()).toBe(true);
    await panel.getByRole('button', { name: 'What if?' }).click();
    const played = panel.getByRole('status', { name: 'What if it were 0.3' });
    await played.getByText('3604 calls for 2210 pages in 5 min').waitFor();
    expect((await textOf(page, '.what-if-table'))[0]).toMatch(
      /Openings 1 2 .*Partial pages 94 \(4\.3 %\) 152 \(6\.9 %\)$/,
    );
    await played.getByRole('img', { name: /^proposed: open at .* for 5 s, failure-ratio; / }).waitFor();
    console.script.answers.set('PATCH /api/settings/mobile-bff', { body: done });
    await apply.click();
    await panel.getByText('Done', { exact: true }).waitFor();
    expect(
      doings()
        .slice(1)
        .map(({ path, body }) => [path, body]),
    ).toEqual([
      ['/api/circuits/mobile-bff/payment/what-if', { breaker: { failureRatio: 0.3 } }],
      ['/api/settings/mobile-bff', { services: { payment: { breaker: { failureRatio: 0.3 } } } }],
    ]);
    expect(doings().at(-1)?.authorization).toBe(`Bearer ${operatorToken}`);
    expect(await panel.getByText('taken').count()).toBe(0);
    console.script.show(
      withApps(paymentHangs(console.now), (app) => ({
        ...app,
        settings: app.settings && {
          ...app.settings,
          knobs: app.settings.knobs.map((knob) =>
            knob.path.endsWith('payment.breaker.failureRatio') ? { ...knob, value: 0.3 } : knob,
          ),
        },
      })),
    );
    await panel.getByText('taken').waitFor();
  });

  it('says which field of a value was refused', async () => {
    const { page } = await console.open('#/circuits/mobile-bff/payment');
    const path = 'POST /api/circuits/mobile-bff/payment/what-if';
    const before = console.script.answers.get(path);
    const errors = [{ in: 'body', field: 'breaker.failureRatio', reason: 'must be at most 1' }];
    console.script.answers.set(path, { status: 400, body: { title: 'The request is not valid', errors } });
    await page.getByLabel('New value').fill('7');
    await page.getByRole('button', { name: 'What if?' }).click();
    await page.getByRole('alert').getByText('breaker.failureRatio must be at most 1').waitFor();
    expect(await page.getByRole('status', { name: /^What if it were/ }).count()).toBe(0);
    if (before) console.script.answers.set(path, before);
  });

  it('switches a fault on and off, with only what its kind takes', async () => {
    const { page } = await console.open('#/faults', paymentHangs(console.now));
    console.script.answers.set('POST /api/faults/payment', { status: 201, body: {} });
    console.script.answers.set('DELETE /api/faults/payment/flt_1', { body: {} });
    const service = page.getByRole('region', { name: 'payment-service' });
    await service.getByLabel('Fault', { exact: true }).selectOption('latency');
    await service.getByLabel('Route').selectOption('getPayments');
    await service.getByLabel('ms added to each reply').fill('400');
    await service.getByLabel('Probability').fill('0.5');
    await service.getByRole('button', { name: 'Switch latency on in payment-service' }).click();
    const cleared = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await service.getByRole('button', { name: 'Clear hang of payment' }).click();
    await cleared;
    expect(doings().map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/api/faults/payment', { kind: 'latency', route: 'getPayments', probability: 0.5, ms: 400 }],
      ['DELETE', '/api/faults/payment/flt_1', undefined],
    ]);
  });

  it('starts load at a chosen rate', async () => {
    const { page } = await console.open('#/faults', wellState(console.now));
    console.script.answers.set('POST /api/load', { body: {} });
    await page.getByLabel('Page', { exact: true }).selectOption('web-bff · order');
    await page.getByLabel('Pages a second').fill('35');
    const started = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Start' }).click();
    await started;
    expect(doings().map(({ body }) => body)).toEqual([{ app: 'web-bff', page: 'order', ratePerSecond: 35 }]);
  });
});
