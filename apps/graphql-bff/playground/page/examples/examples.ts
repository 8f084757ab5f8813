import orderList from './order-list.graphql';
import orderListVariables from './order-list.variables.json';
import partialData from './partial-data.graphql';
import partialDataVariables from './partial-data.variables.json';
import wholeOrder from './whole-order.graphql';
import wholeOrderVariables from './whole-order.variables.json';

/** What a tab holds for somebody who has never been here. */
export interface Example {
  /** What the tab is called as long as its operation is called `operationName`. */
  readonly title: string;
  readonly operationName: string;
  readonly query: string;
  /** JSON. */
  readonly variables: string;
}

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** In the order of the tabs. What they ask for is in the demo data of the development user. */
export const examples: readonly Example[] = [
  {
    title: 'A whole order',
    operationName: 'WholeOrder',
    query: wholeOrder,
    variables: json(wholeOrderVariables),
  },
  {
    title: 'A list',
    operationName: 'OrderList',
    query: orderList,
    variables: json(orderListVariables),
  },
  {
    title: 'Partial data',
    operationName: 'PartialData',
    query: partialData,
    variables: json(partialDataVariables),
  },
];
