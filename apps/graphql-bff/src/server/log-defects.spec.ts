import { createLogSink, createLogger } from '@bff/observability';
import { GraphQLError, parse } from 'graphql';
import { logDefects } from './log-defects.ts';

function linesFor(errors: readonly GraphQLError[]) {
  const sink = createLogSink();
  logDefects(errors, createLogger({ app: 'test', destination: sink }));
  return sink.lines();
}

const thrown = (at: number, message = 'oops', field = 'name') =>
  new GraphQLError(message, { path: ['orders', 'nodes', at, field], originalError: new TypeError(message) });

it('writes one line for a defect, however many items of a list have it', () => {
  const lines = linesFor(Array.from({ length: 100 }, (_, at) => thrown(at)));
  expect(lines).toEqual([
    expect.objectContaining({
      level: 'error',
      path: 'orders.nodes.name',
      err: expect.objectContaining({ message: 'oops' }),
    }),
  ]);
});

it('tells defects apart by field and message, and writes no more than a few', () => {
  expect(linesFor([thrown(0), thrown(0, 'oops', 'total'), thrown(0, 'other')])).toHaveLength(3);
  expect(linesFor(Array.from({ length: 100 }, (_, at) => thrown(0, `oops ${at}`)))).toHaveLength(5);
});

it('writes nothing of what the client is to blame for', () => {
  const [operation] = parse('query ($n: PageSize) { orders(first: $n) { totalCount } }').definitions;
  const variable =
    operation && 'variableDefinitions' in operation ? operation.variableDefinitions?.[0]?.variable : undefined;
  const ofVariable = new GraphQLError('must not be null', { nodes: variable ?? null, path: ['orders'] });
  const refused = new GraphQLError('after must be a cursor', {
    path: ['orders'],
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(linesFor([ofVariable, refused, new GraphQLError('Cannot query field "nope"')])).toEqual([]);
});
