import { judgeOutput } from './output-reader.ts';

const checksOf = (app: string, text: string) => judgeOutput(app, text).map(({ check }) => check);

it('lets warnings pass', () => {
  expect(checksOf('web-bff', '{"level":"warn","msg":"section failed"}\n{"level":"info","msg":"request"}')).toEqual([]);
});

it.each(['{"msg":"eyJhbGciOiJFUzI1NiJ9.x"}', 'authorization: Bearer abc'])('sees a token: %s', (text) => {
  const [violation] = judgeOutput('web-bff', text);
  expect(violation?.check).toBe('secrets');
  // And does not repeat it.
  expect(violation?.got).not.toContain('eyJhbGciOiJ');
});

it('sees a line at level error, of a BFF', () => {
  const line = '{"level":"error","msg":"a defect"}';
  expect(checksOf('web-bff', `{"level":"info"}\n${line}\n`)).toEqual(['defects']);
  expect(checksOf('order-service', line)).toEqual([]);
});
