import { runFault } from '../src/fault/run-fault.ts';
import { freePorts } from '../src/running/free-ports.ts';
import { type RunningCommand, runScript } from '../src/running/running-command.ts';

/** The payment service runs for real; the other three do not run. */
describe('npm run fault', () => {
  let service: RunningCommand;
  let env: Record<string, string>;
  let url: string;
  beforeAll(async () => {
    const [port, adminPort, ...nowhere] = await freePorts(5);
    url = `http://127.0.0.1:${port}/payments?orderId=ord_00001`;
    env = { PAYMENT_SERVICE_ADMIN_PORT: String(adminPort) };
    for (const [index, name] of ['ORDER', 'USER', 'INVENTORY'].entries()) {
      env[`${name}_SERVICE_ADMIN_PORT`] = String(nowhere[index]);
    }
    service = runScript('apps/mocks/payment-service/src/main.ts', [], {
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      MOCK_LATENCY_MEDIAN_MS: '0',
    });
    await service.waitFor(/listening/);
  });
  afterAll(() => service.end('SIGTERM'));
  afterEach(() => fault('clear', 'payment'));

  const fault = async (...args: string[]) => {
    const { lines, exitCode } = await runFault(args, env);
    return { text: lines.join('\n'), exitCode };
  };
  const status = async () => (await fetch(url)).status;

  it('sets, lists and clears', async () => {
    expect(await status()).toBe(200);
    expect(await fault('payment', 'error', '--status', '502', '--for', '1m')).toEqual({
      text: 'payment:   error 502 on every route, for 60s',
      exitCode: 0,
    });
    expect(await status()).toBe(502);
    const list = await fault('list', 'payment');
    expect(list.exitCode).toBe(0);
    expect(list.text).toMatch(/^payment: {3}error 502 on every route, (59|60)s left, fired 1 time$/);

    expect(await fault('clear', 'payment')).toEqual({ text: 'payment:   1 fault cleared', exitCode: 0 });
    expect(await status()).toBe(200);
    expect(await fault('list', 'payment')).toEqual({ text: 'no fault is on', exitCode: 0 });
  });

  it('says what is on, for whom and how often', async () => {
    expect(await fault('payment', 'latency', '--ms', '800', '--probability', '0.3', '--route', 'getPayments')).toEqual({
      text: 'payment:   latency 800 ms on getPayments, 30 % of requests, until cleared',
      exitCode: 0,
    });
  });

  it('refuses a route that the service does not have, with those that it has', async () => {
    const { text, exitCode } = await fault('payment', 'hang', '--route', 'getInvoice');
    expect(exitCode).toBe(2);
    expect(text).toMatch(/^payment: {3}refused: .*route.*all, getPayments, getPaymentsByOrders.*\nusage: /);
  });

  it('refuses bad input in one line and with the usage', async () => {
    const { text, exitCode } = await fault('payment', 'hang', '--probability', '7');
    expect(exitCode).toBe(2);
    expect(text).toMatch(/^fault: --probability must be at most 1\nusage: npm run fault -- /);
  });

  it('says which services do not run, and sets the fault on those that do', async () => {
    const { text, exitCode } = await fault('all', 'error');
    expect(exitCode).toBe(1);
    expect(text).toMatch(
      /^order: {5}not running: nothing answers on http:\/\/127\.0\.0\.1:\d+; start it with npm start$/m,
    );
    expect(text).toMatch(/^payment: {3}error 503 on every route, until cleared$/m);
    expect(await status()).toBe(503);
  });

  it('reaches a service that refuses connections', async () => {
    await fault('payment', 'refuse');
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(await fault('clear', 'payment')).toEqual({ text: 'payment:   1 fault cleared', exitCode: 0 });
    expect(await status()).toBe(200);
  });
});
