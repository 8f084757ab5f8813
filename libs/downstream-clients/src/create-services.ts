import type { Clock } from '@bff/clock';
import type { ServicePolicy } from '@bff/resilience';
import type { CallContext } from './http/call-context.ts';
import { type Transport, createTransport } from './http/transport.ts';
import { HttpInventoryClient } from './inventory/http-inventory-client.ts';
import { HttpOrderClient } from './order/http-order-client.ts';
import { HttpPaymentClient } from './payment/http-payment-client.ts';
import type { ServiceName, Services } from './services.ts';
import { HttpUserClient } from './user/http-user-client.ts';

export interface ServicesOptions {
  /** Base URL of each service. */
  readonly urls: Readonly<Record<ServiceName, string>>;
  readonly policies: Readonly<Record<ServiceName, ServicePolicy>>;
  readonly clock: Clock;
  /** The name of this app: the services see `user-agent: bff/<app>`. */
  readonly app: string;
}

/** The connections to every service, shared by all requests of the process. */
export interface ServiceConnections {
  /** The services as one request calls them. Cheap: four small objects. */
  bind(context: CallContext): Services;
  /** Ends all connections; calls in flight reject with `ShuttingDown`. Call it when the last request has been answered. */
  close(): Promise<void>;
}

/** @throws TypeError for a URL that is not an absolute http(s) URL, or holds credentials, a query or a fragment. */
export function createServices({ urls, policies, clock, app }: ServicesOptions): ServiceConnections {
  const connect = (service: ServiceName): Transport =>
    createTransport({ service, url: urls[service], policy: policies[service], clock, app });
  const order = connect('order');
  const user = connect('user');
  const payment = connect('payment');
  const inventory = connect('inventory');
  return {
    bind: (context) => ({
      orders: new HttpOrderClient(order, context),
      users: new HttpUserClient(user, context),
      payments: new HttpPaymentClient(payment, context),
      inventory: new HttpInventoryClient(inventory, context),
    }),
    async close() {
      await Promise.all([order, user, payment, inventory].map((transport) => transport.close()));
    },
  };
}
