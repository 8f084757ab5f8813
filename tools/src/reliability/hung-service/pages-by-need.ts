import type { LoadRequest } from '../../load/load-request.ts';
import { getRequest, graphqlOrder, mobileOrder } from '../../running/page-requests.ts';
import type { Customer } from '../../running/many-customers.ts';
import type { ServiceName, WholeSystem } from '../../running/whole-system.ts';

/** Pages by whether they need a service. */
export interface PagesByNeed {
  /** None of these ask the service for anything. */
  readonly others: (customer: Customer, index: number) => LoadRequest;
  /** All of these do. */
  readonly needing: (customer: Customer, index: number) => LoadRequest;
}

const productCount = 500;

export function pagesByNeed({ publicUrl }: WholeSystem, service: ServiceName): PagesByNeed {
  const get = (app: string, path: string) => (customer: Customer) => getRequest(app, publicUrl, customer.token, path);
  const product = (customer: Customer, index: number) =>
    get('web-bff', `/v1/products/SKU-${String((index % productCount) + 1).padStart(4, '0')}`)(customer);
  const profile = get('mobile-bff', '/v1/profile');
  const webProfile = get('web-bff', '/v1/profile');
  const orders = get('mobile-bff', '/v1/orders');
  const others: Record<ServiceName, readonly [Make, Make]> = {
    order: [product, profile],
    user: [product, orders],
    payment: [orders, product],
    inventory: [webProfile, profile],
  };
  const order: Make = ({ token, orderId }) => mobileOrder(publicUrl, token, orderId);
  const graphql: Make = ({ token, orderId }) => graphqlOrder(publicUrl, token, orderId);
  return { others: inTurn(others[service]), needing: inTurn([order, graphql]) };
}

type Make = (customer: Customer, index: number) => LoadRequest;

const inTurn =
  ([even, odd]: readonly [Make, Make]): Make =>
  (customer, index) =>
    index % 2 === 0 ? even(customer, index) : odd(customer, index);
