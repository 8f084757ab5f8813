import supertest from 'supertest';
import { type PageApp, startPageApp } from './page-app.ts';

let app: PageApp;
beforeEach(async () => {
  app = await startPageApp();
});
afterEach(() => app.close());

const get = (path: string, caller: string) => supertest(app.url).get(path).set({ caller, 'x-request-id': 'req-1' });

describe('a page that needs a role', () => {
  it('is refused to who does not have it, before anything is loaded', async () => {
    const { status, body, headers } = await get('/support/texts/t1', 'usr_1');
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(headers['content-type']).toBe('application/problem+json');
    expect(app.loads()).toBe(0);
  });

  it('says nothing about the rest of the request to who does not have it', async () => {
    expect((await get('/support/texts/nonsense?what=ever', 'usr_1')).status).toBe(403);
  });

  it('is there for who has it', async () => {
    const { status, body } = await get('/support/texts/t1', 'usr_9 support');
    expect({ status, data: body.data }).toEqual({
      status: 200,
      data: { title: { text: 'Hello' }, remark: { text: 'World' } },
    });
  });
});

describe('the audit log', () => {
  const lineFor = async (path: string, caller: string) => {
    await get(path, caller);
    const lines = app.audit();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 'info', requestId: 'req-1' });
    return lines[0]?.['audit'];
  };
  const asked = { caller: 'usr_9', page: 'text', textId: 't1' };

  it('has one line for a look-up: who looked at what, whose it was, and how it ended', async () => {
    expect(await lineFor('/support/texts/t1', 'usr_9 support')).toEqual({
      ...asked,
      subject: 'owner of Hello',
      outcome: 'complete',
    });
  });

  it('has it for a partial page', async () => {
    app.texts.remark = undefined;
    expect(await lineFor('/support/texts/t1', 'usr_9 support')).toEqual({
      ...asked,
      subject: 'owner of Hello',
      outcome: 'degraded',
    });
  });

  it('has it for one that was refused', async () => {
    expect(await lineFor('/support/texts/t1', 'usr_9')).toEqual({ ...asked, outcome: 'refused', code: 'FORBIDDEN' });
  });

  it('has it for one that was not well put, with what was asked for cut to a length', async () => {
    expect(await lineFor(`/support/texts/${'x'.repeat(500)}`, 'usr_9 support')).toEqual({
      ...asked,
      textId: 'x'.repeat(64),
      outcome: 'refused',
      code: 'BAD_REQUEST',
    });
  });

  it('has nothing of a page that is open to everybody', async () => {
    await get('/texts/t1', 'usr_9 support');
    expect(app.audit()).toEqual([]);
  });
});
