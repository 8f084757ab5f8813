import { faultKindNames } from '@bff/mock-kit';
import { UsageError } from '../command-line/usage-error.ts';
import { help, parseCommandLine, serviceNames } from './command-line.ts';

const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean));

describe('what makes a command', () => {
  it('a service and a kind', () => {
    expect(parse('payment hang')).toMatchObject({
      do: 'set',
      services: ['payment'],
      fault: { kind: 'hang', route: 'all' },
    });
  });

  it('all of the options', () => {
    const command = parse('all latency --ms 800 --probability 0.3 --for 1.5m --route getOrder');
    expect(command).toEqual({
      do: 'set',
      services: serviceNames,
      fault: { kind: 'latency', route: 'getOrder', ms: 800, probability: 0.3, forMs: 90_000 },
    });
  });

  it.each(faultKindNames)('%s, which the help explains', (kind) => {
    expect(parse(`user ${kind}`)).toMatchObject({ fault: { kind } });
    expect(help).toMatch(new RegExp(`^ {2}${kind} +\\w+`, 'm'));
  });

  it('list and clear, of all services or one', () => {
    expect(parse('list')).toEqual({ do: 'list', services: serviceNames });
    expect(parse('clear inventory')).toEqual({ do: 'clear', services: ['inventory'] });
    expect(parse('clear inventory-service')).toEqual({ do: 'clear', services: ['inventory'] });
  });

  it('a call for help', () => {
    expect(parse('--help')).toEqual({ do: 'help' });
  });
});

describe('what does not, and what is said then', () => {
  it.each([
    ['', 'say which service and which kind'],
    ['payments hang', '"payments" is not a service; allowed: order, user, payment, inventory, all'],
    ['payment', 'say which kind; allowed: latency, error, hang'],
    ['payment slow', 'kind "slow" must be one of latency, error, hang'],
    ['payment hang now', '"now" is one word too many'],
    ['payment hang --ms 5', '--ms is not an option of hang, only of latency, trickle, rate-limit'],
    ['payment error --status 404', '--status must be from 500 to 599'],
    ['payment error --status often', '--status "often" is not a number'],
    ['payment hang --probability 0', '--probability must be above 0'],
    ['payment hang --for 30', '--for "30" is not a duration such as 500ms, 30s, 5m or 1h'],
    ['payment refuse --route getPayments', '--route refuse concerns the whole port'],
    ['payment hang --colour red', '--colour'],
    ['clear payment hang', 'clear takes at most one service'],
    ['list --ms 5', 'list takes no option --ms'],
  ])('%j: %s', (line, message) => {
    expect(() => parse(line)).toThrow(UsageError);
    expect(() => parse(line)).toThrow(message);
  });
});
