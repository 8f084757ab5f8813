import { VirtualClock } from '@bff/testing';
import { NodeBreakers } from './node-breakers.ts';

function breakers() {
  const clock = new VirtualClock();
  const told: string[] = [];
  const nodes = new NodeBreakers(clock, (node, state) => told.push(`${node} ${state}`));
  const fail = (node: string, times: number): void => {
    for (let time = 0; time < times; time += 1) nodes.failed(node, nodes.admit(node), clock.now());
  };
  return { clock, nodes, told, fail };
}

describe('a node that fails', () => {
  it('is skipped from the third failure in a row', () => {
    const { nodes, fail, told } = breakers();
    fail('a', 2);
    expect(nodes.admit('a')).toBe('use');
    fail('a', 1);
    expect(nodes.admit('a')).toBe('skip');
    expect(nodes.skipped).toEqual(['a']);
    expect(told).toEqual(['a skipped']);
  });

  it('is not skipped when it answers in between', () => {
    const { nodes, fail } = breakers();
    fail('a', 2);
    nodes.succeeded('a', 'use');
    fail('a', 2);
    expect(nodes.admit('a')).toBe('use');
  });

  it('is not skipped for lookups that were under way together: those fail for one reason', () => {
    const { clock, nodes, fail } = breakers();
    clock.advance(25);
    for (let time = 0; time < 300; time += 1) nodes.failed('a', 'use', time / 20);
    fail('a', 1);
    expect(nodes.admit('a')).toBe('use');
    fail('a', 1);
    expect(nodes.admit('a')).toBe('skip');
  });

  it('does not take others with it, nor do their answers hide it', () => {
    const { nodes, fail } = breakers();
    fail('a', 2);
    nodes.succeeded('b', nodes.admit('b'));
    fail('a', 1);
    expect([nodes.admit('a'), nodes.admit('b')]).toEqual(['skip', 'use']);
  });
});

describe('a node that is skipped', () => {
  it('is probed by one lookup after a second', () => {
    const { clock, nodes, fail } = breakers();
    fail('a', 3);
    clock.advance(999);
    expect(nodes.admit('a')).toBe('skip');
    clock.advance(1);
    expect([nodes.admit('a'), nodes.admit('a')]).toEqual(['probe', 'skip']);
  });

  it('is used again when the probe succeeds', () => {
    const { clock, nodes, fail, told } = breakers();
    fail('a', 3);
    clock.advance(1000);
    nodes.succeeded('a', nodes.admit('a'));
    expect(nodes.admit('a')).toBe('use');
    expect(nodes.skipped).toEqual([]);
    expect(told).toEqual(['a skipped', 'a used']);
  });

  it('is skipped for another second when the probe fails, and told once', () => {
    const { clock, nodes, fail, told } = breakers();
    fail('a', 3);
    clock.advance(1000);
    nodes.failed('a', nodes.admit('a'), clock.now());
    clock.advance(999);
    expect(nodes.admit('a')).toBe('skip');
    clock.advance(1);
    expect(nodes.admit('a')).toBe('probe');
    expect(told).toEqual(['a skipped']);
  });

  it('takes no late answer to an earlier question for a sign of life, nor a late failure for a failed probe', () => {
    const { clock, nodes, fail } = breakers();
    fail('a', 3);
    nodes.succeeded('a', 'use');
    expect(nodes.admit('a')).toBe('skip');
    clock.advance(1000);
    expect(nodes.admit('a')).toBe('probe');
    nodes.failed('a', 'use', 0);
    nodes.succeeded('a', 'probe');
    expect(nodes.admit('a')).toBe('use');
  });

  it('is forgotten in what is shown when nobody asked for it for a minute', () => {
    const { clock, nodes, fail } = breakers();
    fail('a', 3);
    clock.advance(61_001);
    expect(nodes.skipped).toEqual([]);
  });
});
