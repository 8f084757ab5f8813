import { openApiOf, problemSchema, userContract, userSchema, usersSchema } from '@bff/contracts';
import { type StartedService, startService } from './start-service.ts';

let service: StartedService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const refusedFields = (body: unknown) => problemSchema.parse(body).errors?.map((error) => `${error.in} ${error.field}`);

describe('GET /users/{userId}', () => {
  // The demo user, a name of 250 characters, Arabic, Hebrew, Han, an emoji family, combining characters, markup.
  it.each([1, 3, 4, 5, 6, 8, 10, 12])(
    'answers with usr_%i as the contract has it, the name unchanged',
    async (index) => {
      const id = `usr_${String(index).padStart(4, '0')}`;
      const { status, mediaType, body } = await service.get(`/users/${id}`);
      expect([status, mediaType]).toEqual([200, 'application/json']);
      expect(userSchema.parse(body)).toEqual(body);
      expect(body).toEqual(service.parts.dataSet.users()[index - 1]);
    },
  );

  it('answers 404 as a problem for a user that there is not', async () => {
    const { status, mediaType, body } = await service.get('/users/usr_9999');
    expect([status, mediaType]).toEqual([404, 'application/problem+json']);
    expect(problemSchema.parse(body)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each(['/users/1', '/users/ord_00001', '/users/usr_%20'])('answers 400 to %s', async (path) => {
    const { status, body } = await service.get(path);
    expect(status).toBe(400);
    expect(refusedFields(body)).toEqual(['path userId']);
  });
});

describe('GET /users?ids=', () => {
  it('answers in the order asked for, each once, without those that there are not', async () => {
    const { body } = await service.get('/users?ids=usr_0002,usr_9999,usr_0001,usr_0002');
    const { users } = usersSchema.parse(body);
    expect(users.map(({ id }) => id)).toEqual(['usr_0002', 'usr_0001']);
    expect({ users }).toEqual(body);
  });

  it.each([
    ['', ['query ids']],
    ['?ids=usr_0001,me', ['query ids']],
    ['?ids=usr_0001&tier=gold', ['query tier']],
  ])('answers 400 to /users%s', async (query, fields) => {
    const { status, body } = await service.get(`/users${query}`);
    expect(status).toBe(400);
    expect(refusedFields(body)).toEqual(fields);
  });
});

describe('the user service', () => {
  it('serves its OpenAPI document', async () => {
    const { body } = await service.get('/openapi.json');
    expect(body).toEqual(JSON.parse(JSON.stringify(openApiOf(userContract))));
  });

  it('has the same users in two instances', async () => {
    const other = await startService();
    try {
      const path = '/users?ids=usr_0001,usr_0777,usr_2000';
      expect((await other.get(path)).body).toEqual((await service.get(path)).body);
    } finally {
      await other.close();
    }
  });
});
