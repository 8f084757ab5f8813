import { faultRequest, noFields } from './fault-request.ts';

const latency = { kind: 'latency', does: '', ms: 1000, perRequest: true };
const refuse = { kind: 'refuse', does: '', perRequest: false };
const typed = { ...noFields, route: 'getPayments', probability: ' 0.5 ', ms: '250', status: '503', forSeconds: '30' };

it('sends what was given and what the kind takes', () => {
  expect(faultRequest(typed, latency)).toEqual({
    kind: 'latency',
    route: 'getPayments',
    probability: 0.5,
    ms: 250,
    forMs: 30_000,
  });
  expect(faultRequest(typed, refuse)).toEqual({ kind: 'refuse', forMs: 30_000 });
  expect(faultRequest(noFields, latency)).toEqual({ kind: 'latency' });
});

it('leaves it to the mock to refuse what is no number', () => {
  expect(faultRequest({ ...noFields, ms: 'soon' }, latency)).toEqual({ kind: 'latency', ms: 'soon' });
});
