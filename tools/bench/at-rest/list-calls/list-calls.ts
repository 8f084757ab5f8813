import { markdownTable } from '../../../src/report/markdown-table.ts';
import { serviceNames } from '../../../src/running/whole-system.ts';
import type { AtRestTable } from '../at-rest-table.ts';
import { type ListCalls, measureListCalls } from './measure-list-calls.ts';
import { orderLists } from './order-lists.ts';

export const listCalls: AtRestTable = {
  name: 'list-calls',
  does: 'what a list of 1 to 100 orders asks of each service, in each BFF (1 min)',
  run: async (options) => renderListCalls(await measureListCalls(options)),
};

export const renderListCalls = (measured: readonly ListCalls[]): string => {
  const lengths = [...new Set(measured.map(({ orders }) => orders))];
  return [
    'Requests to each service, retries included, for a list of the newest orders of one customer, asked of a process that ' +
      'has kept nothing. mobile-bff shows a picture of each order, web-bff its payment too, and the operation asked of ' +
      'graphql-bff the customer, the payment, and every line with its product and stock. A list that is longer than a ' +
      'page may be (50 orders in mobile-bff and graphql-bff) is read in two.',
    markdownTable(
      ['orders in the list', ...lengths.map(String)],
      orderLists.flatMap(({ app }) => {
        const own = lengths.map((orders) => measured.find((each) => each.app === app && each.orders === orders));
        const rowOf = (name: string, of: (calls: ListCalls) => number) => [
          `${app}: ${name}`,
          ...own.map((each) => (each === undefined ? '-' : of(each))),
        ];
        const services = serviceNames.filter((name) => own.some((each) => each && each.calls[name] > 0));
        return [...services.map((name) => rowOf(name, ({ calls }) => calls[name])), rowOf('all', allCalls)];
      }),
    ),
  ].join('\n\n');
};

const allCalls = ({ calls }: ListCalls): number => serviceNames.reduce((sum, name) => sum + calls[name], 0);
