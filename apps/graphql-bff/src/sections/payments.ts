import { keyedSection } from './section.ts';

/** The payments of orders, by order id, oldest first. Never kept: what was paid is told as it is, or not at all. */
export const payments = keyedSection('payment', {
  load: ({ payments: service }, orderIds) => service.ofOrders(orderIds),
});
