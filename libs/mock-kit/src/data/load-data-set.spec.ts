import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '@bff/service-shell';
import { Generator } from './generator.ts';
import { loadDataSet } from './load-data-set.ts';
import { openDataSet } from './open-data-set.ts';
import { writeDataSet } from './write-data-set.ts';

const generator = new Generator(1);
const order = generator.order(1);
const payment = generator.payments(20_000)[0];
const user = generator.user(1);

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'data-set-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (name: string, lines: readonly unknown[]) =>
  writeFileSync(
    join(directory, name),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

/** What loading says, without the directory. */
function problemsOf(load: () => unknown): readonly string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.replace(`${directory}/`, ''));
    throw error;
  }
  return [];
}

describe('a data set on disk', () => {
  const small = {
    users: () => [user, generator.user(4)],
    orders: () => [order],
    payments: () => generator.payments(20_000),
    products: () => [generator.product(42).item],
    stock: () => generator.stock(1),
  };

  it('comes back as it was written', () => {
    writeDataSet(small, join(directory, 'own'));
    const loaded = openDataSet({ dataDir: join(directory, 'own') });
    expect(loaded.users()).toEqual(small.users());
    expect(loaded.orders()).toEqual(small.orders());
    expect(loaded.payments()).toEqual(small.payments());
    expect(loaded.products()).toEqual(small.products());
    expect(loaded.stock()).toEqual(small.stock());
  });

  it('is never overwritten', () => {
    writeDataSet(small, directory);
    expect(() => writeDataSet(small, directory)).toThrow(/EEXIST.*users\.ndjson/);
  });

  it('may hold empty lines, Windows line ends and a byte order mark', () => {
    write('users.ndjson', [`\uFEFF${JSON.stringify(user)}\r`, '', `${JSON.stringify(generator.user(2))}\r`, '']);
    expect(loadDataSet(directory).users()).toEqual([user, generator.user(2)]);
  });

  it('needs only the files that are asked for', () => {
    write('users.ndjson', [user]);
    const loaded = loadDataSet(directory);
    expect(loaded.users()).toHaveLength(1);
    expect(problemsOf(() => loaded.orders())).toEqual(['orders.ndjson: is missing']);
  });
});

describe('a file that cannot be read', () => {
  it('is named, with why', () => {
    mkdirSync(join(directory, 'users.ndjson'));
    expect(problemsOf(() => loadDataSet(directory).users())).toEqual([
      expect.stringMatching(/^users\.ndjson: cannot be read: .*EISDIR/),
    ]);
  });
});

describe('a bad line', () => {
  it('is named with its file, number, field and reason, and so is every other', () => {
    write('users.ndjson', [user, '{"id": "usr_0002"', { ...user, id: 'nobody', tier: 'gold ' }, 7]);
    expect(problemsOf(() => loadDataSet(directory).users())).toEqual([
      'users.ndjson:2: (line): must be one JSON object',
      'users.ndjson:3: id: must look like usr_0001',
      'users.ndjson:3: tier: Invalid option: expected one of "standard"|"silver"|"gold"|"platinum"',
      'users.ndjson:4: (line): Invalid input: expected object, received number',
    ]);
  });

  it('may be one whose id was there before', () => {
    write('users.ndjson', [user, '', user]);
    expect(problemsOf(() => loadDataSet(directory).users())).toEqual([
      'users.ndjson:3: id: usr_0001 is on line 1 already',
    ]);
  });

  it('may be an order that does not add up', () => {
    const total = { ...order.totals.total, amount: order.totals.total.amount + 1 };
    write('orders.ndjson', [
      { ...order, totals: { ...order.totals, total } },
      { ...order, id: 'ord_2', history: [] },
      { ...order, id: 'ord_3', status: 'pending' },
      { ...order, id: 'ord_4', currency: 'XTS' },
    ]);
    const problems = problemsOf(() => loadDataSet(directory).orders());
    expect(problems[0]).toBe(
      `orders.ndjson:1: totals.total.amount: is ${total.amount}, but items + shipping + tax is ${total.amount - 1}`,
    );
    expect(problems[1]).toMatch(/^orders\.ndjson:2: history: /);
    expect(problems[2]).toBe("orders.ndjson:3: history: must end with pending, the order's status");
    expect(problems[3]).toBe("orders.ndjson:4: lines[0].unitPrice.currency: must be XTS, the order's currency");
  });

  it('may be a payment that contradicts itself', () => {
    write('payments.ndjson', [
      { ...payment, status: 'refunded' },
      { ...payment, id: 'pay_2', status: 'failed', captures: [] },
      { ...payment, id: 'pay_3', captures: [...(payment?.captures ?? []), ...(payment?.captures ?? [])] },
    ]);
    expect(
      problemsOf(() => loadDataSet(directory).payments()).map((problem) => problem.split(': ', 2).join(': ')),
    ).toEqual(['payments.ndjson:1: status', 'payments.ndjson:2: failureReason', 'payments.ndjson:3: captures']);
  });

  it('is quoted twenty times at most', () => {
    write('users.ndjson', Array<string>(50).fill('{'));
    expect(() => loadDataSet(directory).users()).toThrow(/:20: [^\n]*\nand 30 more$/);
  });
});
