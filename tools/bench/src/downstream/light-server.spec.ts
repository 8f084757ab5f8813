import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { type LightServer, createLightServer } from './light-server.ts';

let services: LightServer;
let port: number;
beforeEach(async () => {
  services = createLightServer((path) => (path === '/none' ? undefined : `"${path}"`));
  services.server.listen(0, '127.0.0.1');
  await once(services.server, 'listening');
  const address = services.server.address();
  if (address === null || typeof address === 'string') throw new Error('the services have no port');
  ({ port } = address);
});
afterEach(() => {
  services.server.close();
});

const get = async (path: string): Promise<readonly [status: number, text: string]> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close' } });
  return [response.status, await response.text()];
};

it('answers what it knows, and counts', async () => {
  expect(await get('/orders/1')).toEqual([200, '"/orders/1"']);
  expect(await get('/none')).toEqual([404, '{}']);
  expect(services.calls).toBe(2);
});

it('answers requests that come in pieces or together', async () => {
  const socket: Socket = connect(port, '127.0.0.1').setEncoding('latin1');
  let text = '';
  socket.on('data', (chunk: string) => (text += chunk));
  socket.write('GET /a HTTP/1.1\r\nHost: x\r');
  await once(socket, 'connect');
  socket.write('\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n');
  while (!text.includes('"/b"')) await once(socket, 'data');
  expect(text.match(/"\/\w"/g)).toEqual(['"/a"', '"/b"']);
  socket.destroy();
});

it('fails one request in so many of one service, and no other', async () => {
  services.setFault({ path: '/payments', failOneIn: 3 });
  const statuses: number[] = [];
  for (const path of ['/payments?1', '/payments?2', '/orders/1', '/payments?3', '/orders/2', '/payments?4']) {
    statuses.push((await get(path))[0]);
  }
  expect(statuses).toEqual([200, 200, 200, 500, 200, 200]);
});

it('hangs until the fault is over, and then hangs up', async () => {
  services.setFault({ path: '/payments', hang: true });
  const hung = get('/payments').catch((error: Error) => error.message);
  expect(await get('/orders/1')).toEqual([200, '"/orders/1"']);
  while (services.calls < 2) await new Promise((resolve) => setImmediate(resolve));
  services.setFault(undefined);
  expect(await hung).toBe('fetch failed');
  expect(await get('/payments')).toEqual([200, '"/payments"']);
});

it('is late with one service', async () => {
  services.setFault({ path: '/payments', delayMs: 60 });
  const startedAtMs = performance.now();
  expect(await get('/payments')).toEqual([200, '"/payments"']);
  expect(performance.now() - startedAtMs).toBeGreaterThan(55);
});
