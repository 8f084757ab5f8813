import type { Knob } from '../../../src/wire/index.ts';

const services = ['order', 'user', 'payment', 'inventory'];

const forms: readonly (readonly [name: string, value: unknown, description: string])[] = [
  ['attemptMs', 500, 'Longest time for one attempt, in ms; less when the page has less left.'],
  ['retries', 1, 'Retries after a failed first attempt of a repeatable call.'],
  ['breaker.windowMs', 10_000, 'How far back calls are counted, in ms.'],
  ['breaker.minimumCalls', 20, 'Fewer counted calls than this in the window never open the circuit by a ratio.'],
  ['breaker.failureRatio', 0.5, 'Share of failed calls in the window that opens the circuit.'],
  ['breaker.slowRatio', 0.8, 'Share of slow calls in the window that opens the circuit.'],
  ['breaker.slowCallMs', 400, 'A call that took longer than this is slow, whatever came of it.'],
  ['breaker.openMs', 5000, 'How long the circuit stays open the first time, in ms.'],
  ['hedge.enabled', false, 'Whether a read whose first attempt is late gets a second one beside it.'],
];

/** The settings of a BFF, as far as the page has to do with them. */
export const knobs = (now: number): readonly Knob[] => [
  ...services.flatMap((service) =>
    forms.map(([name, value, description]): Knob => ({
      path: `services.${service}.${name}`,
      value,
      default: value,
      source: name === 'attemptMs' ? { kind: 'file', line: 41 } : { kind: 'default' },
      changedAt: new Date(now - 7_500_000).toISOString(),
      description,
    })),
  ),
  {
    path: 'page.deadlineMs',
    value: 740,
    default: null,
    source: { kind: 'file', line: 72 },
    changedAt: new Date(now - 7_500_000).toISOString(),
    description: 'From the moment the request was read until the fan-out must have ended.',
  },
];
