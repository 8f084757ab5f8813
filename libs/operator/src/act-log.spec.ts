import { createLogSink, createLogger } from '@bff/observability';
import { ActLog } from './act-log.ts';
import type { Act } from './act.ts';

const actBy = (by: string): Act => ({
  id: by,
  service: 'payment',
  act: 'reset',
  by,
  reason: undefined,
  at: '2026-01-01T00:00:00.000Z',
  seq: 1,
});

it('writes every act whatever LOG_LEVEL says', () => {
  const sink = createLogSink();
  new ActLog(createLogger({ app: 'test', level: 'error', destination: sink })).add(actBy('usr_1'), 'here');
  expect(sink.lines()).toMatchObject([{ level: 'info', by: 'usr_1', act: 'reset', from: 'here' }]);
});

it('remembers the last hundred, the newest first', () => {
  const log = new ActLog(createLogger({ app: 'test', level: 'silent', destination: createLogSink() }));
  for (let count = 1; count <= 101; count += 1) log.add(actBy(`usr_${count}`), 'here');
  expect(log.acts.length).toBe(100);
  expect([log.acts.at(0)?.by, log.acts.at(-1)?.by]).toEqual(['usr_101', 'usr_2']);
});

it('counts every act by what it was and where it was asked for', () => {
  const acted = jest.fn();
  const logger = createLogger({ app: 'test', level: 'silent', destination: createLogSink() });
  new ActLog(logger, { acted }).add(actBy('usr_1'), 'another replica');
  expect(acted.mock.calls).toEqual([[{ service: 'payment', act: 'reset', from: 'another replica' }]]);
});
