import { once } from 'node:events';
import { ClientGone } from '@bff/errors';
import type { RequestHandler } from 'express';
import { type RequestScope, requestScope, sendJson } from '../src/index.ts';
import { problemIn, rawExchange } from './raw-client.ts';
import { startShell, stopShells, until } from './shell.ts';

afterEach(stopShells);

const goodAndGarbage = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n\x16\x03\x01 garbage\r\n\r\n';

/** Has work under way when the garbage is read, and then does what the test says. */
async function startWith(afterAbort: RequestHandler) {
  const scopes: RequestScope[] = [];
  let ended = 0;
  const shell = await startShell((router) =>
    router.get('/', async (req, res, next) => {
      const scope = requestScope(res);
      scopes.push(scope);
      await once(scope.signal, 'abort');
      try {
        await afterAbort(req, res, next);
      } finally {
        ended += 1;
      }
    }),
  );
  const reply = await rawExchange(shell.port, [goodAndGarbage]);
  await until(() => ended === 1 && shell.accessLines().length === 1);
  return { reply, scopes, shell };
}

describe('a good request with garbage after it on its connection', () => {
  it('is answered 400 and its work is aborted', async () => {
    const { reply, scopes, shell } = await startWith(() => {});
    expect([reply.status, reply.end]).toEqual([400, 'closed']);
    expect(problemIn(reply.text)).toMatchObject({ code: 'BAD_REQUEST', requestId: expect.any(String) });
    expect(scopes[0]?.signal.reason).toBeInstanceOf(ClientGone);
    expect(shell.accessLines()).toMatchObject([{ status: 400, code: 'BAD_REQUEST' }]);
  });

  it.each<[string, RequestHandler]>([
    ['answers', (_req, res) => sendJson(res, 200, {})],
    ['sets a header', (_req, res) => void res.setHeader('Vary', 'Accept')],
    ['writes a head', (_req, res) => void res.writeHead(204)],
    [
      'fails with the reason of the abort',
      (_req, res) => {
        throw requestScope(res).signal.reason;
      },
    ],
  ])('has a handler that may go on: it %s, which is nothing to be alarmed at', async (_what, afterAbort) => {
    const { reply, shell } = await startWith(afterAbort);
    expect(reply.text.match(/^HTTP/gm)).toHaveLength(1);
    expect(reply.status).toBe(400);
    expect(shell.sink.lines().filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });

  it('has a defect of its handler logged all the same', async () => {
    const { shell } = await startWith(() => {
      throw new TypeError('a defect');
    });
    const [line] = shell.sink.lines().filter(({ level }) => level === 'error');
    expect(line).toMatchObject({ msg: 'request failed', err: { message: 'a defect' } });
  });
});
