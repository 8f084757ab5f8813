import { freePorts } from '../running/free-ports.ts';
import { runFault } from './run-fault.ts';

const setOn = async (env: Record<string, string>) => {
  const [adminPort] = await freePorts(1);
  const result = await runFault(['order', 'hang'], { ORDER_SERVICE_ADMIN_PORT: String(adminPort), ...env });
  return { ...result, adminUrl: `http://127.0.0.1:${adminPort}` };
};

describe('a service that nothing answers for', () => {
  it('is to be started, when it is one that runs here', async () => {
    const { lines, exitCode, adminUrl } = await setOn({});
    expect(exitCode).toBe(1);
    expect(lines).toEqual([`order:     not running: nothing answers on ${adminUrl}; start it with npm start`]);
  });

  it('is not, when ORDER_SERVICE_URL says that it runs elsewhere: faults are for mocks', async () => {
    const { lines, exitCode, adminUrl } = await setOn({ ORDER_SERVICE_URL: 'https://orders.test' });
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      `order:     not reached: nothing answers on ${adminUrl}; faults are set on a mock's admin port, and ORDER_SERVICE_URL names ` +
        'another service: unset it, or name the admin port of a mock on this machine by ORDER_SERVICE_ADMIN_PORT',
    ]);
  });
});
