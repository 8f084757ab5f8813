import { UsageError } from '../command-line/usage-error.ts';
import { actNames, bffNames, help, parseCommandLine } from './command-line.ts';

const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean));

describe('what makes a command', () => {
  it('list and acts, of all apps or one', () => {
    expect(parse('list')).toEqual({ do: 'list', apps: ['mobile-bff', 'web-bff', 'graphql-bff'] });
    expect(parse('acts --app web-bff')).toEqual({ do: 'acts', apps: ['web-bff'] });
  });

  it('an act on a service, with a reason and whose it is', () => {
    expect(parseCommandLine(['isolate', 'payment', '--reason', 'ledger repair', '--token', 'a.b.c'])).toEqual({
      do: 'isolate',
      service: 'payment',
      reason: 'ledger repair',
      token: 'a.b.c',
      apps: bffNames,
    });
  });

  it.each(['close', 'reset'])('%s without a reason', (act) => {
    expect(parse(`${act} inventory-service`)).toEqual({ do: act, service: 'inventory', apps: bffNames });
  });

  it.each(actNames)('%s, which the help explains', (act) => {
    expect(help).toMatch(new RegExp(`^ {2}${act} +\\w+`, 'm'));
  });

  it('a call for help', () => {
    expect(parse('--help')).toEqual({ do: 'help' });
    expect(parse('help')).toEqual({ do: 'help' });
  });
});

describe('what does not, and what is said then', () => {
  it.each([
    ['', 'say what to do; allowed: list, acts, isolate, close, reset'],
    ['open payment', '"open" is nothing to do to a circuit; allowed: list, acts, isolate, close, reset'],
    ['close', 'say which service to close; allowed: order, user, payment, inventory'],
    ['close payments', '"payments" is not a service; allowed: order, user, payment, inventory'],
    ['isolate payment', 'isolate needs a --reason'],
    ['isolate payment --reason ledger repair', '"repair" is one word too many; a reason goes in quotes'],
    ['close payment --app order-service', '"order-service" is not an app with circuits; allowed: mobile-bff, web-bff'],
    ['close payment --force', "Unknown option '--force'; allowed: --app, --reason, --token"],
    ['list payment', 'list takes no service'],
    ['list --reason why', 'list takes no option --reason'],
    ['close payment --token=', '--token is empty'],
  ])('%j: %s', (line, message) => {
    expect(() => parse(line)).toThrow(UsageError);
    expect(() => parse(line)).toThrow(message);
  });
});
