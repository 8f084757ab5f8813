// The services as a process of their own. Tells its parent its port, then takes orders.
import { fixedAnswer } from '../../graphql/fixed-answers.ts';
import { ownerOf } from '../driver/orders.ts';
import type { DownstreamAnswer, DownstreamOrder } from './downstream-order.ts';
import { createLightServer } from './light-server.ts';

const services = createLightServer((path) => fixedAnswer(path, ownerOf));

services.server.listen(0, '127.0.0.1', () => {
  const address = services.server.address();
  if (address === null || typeof address === 'string') throw new Error('the services have no port');
  process.send?.(address.port);
});
process.on('message', (order: DownstreamOrder) => {
  if (order.order === 'fault') services.setFault(order.fault);
  const answer: DownstreamAnswer = { calls: services.calls };
  process.send?.(answer);
});
process.once('disconnect', () => process.exit());
