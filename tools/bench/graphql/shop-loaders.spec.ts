import { aPayment, aUser } from '@bff/testing';
import { shopLoaders } from './shop-loaders.ts';
import type { ShopServices } from './shop-services.ts';

it('asks for all users of a page at once, each once, and gives each key its own', async () => {
  const asked: (readonly string[])[] = [];
  const users = (ids: readonly string[]) => {
    asked.push(ids);
    return Promise.resolve([aUser({ id: 'usr_2' }), aUser({ id: 'usr_1' })]);
  };
  const loaders = shopLoaders({ users } as unknown as ShopServices);
  const found = await Promise.all(['usr_1', 'usr_2', 'usr_1', 'usr_3'].map((id) => loaders.users.load(id)));
  expect(found.map((user) => user?.id)).toEqual(['usr_1', 'usr_2', 'usr_1', undefined]);
  expect(asked).toEqual([['usr_1', 'usr_2', 'usr_3']]);
});

it('gives an order all its payments, in their order, and one that has none an empty list', async () => {
  const payments = () =>
    Promise.resolve([
      aPayment({ id: 'pay_1', orderId: 'ord_1' }),
      aPayment({ id: 'pay_2', orderId: 'ord_2' }),
      aPayment({ id: 'pay_3', orderId: 'ord_1' }),
    ]);
  const loaders = shopLoaders({ payments } as unknown as ShopServices);
  const [first, third] = await Promise.all([loaders.payments.load('ord_1'), loaders.payments.load('ord_3')]);
  expect([first?.map(({ id }) => id), third]).toEqual([['pay_1', 'pay_3'], []]);
});
