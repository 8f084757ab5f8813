import { serviceAddress } from './connection-pool.ts';

describe('serviceAddress', () => {
  it.each([
    ['http://order', { origin: 'http://order', basePath: '' }],
    ['http://127.0.0.1:4001/', { origin: 'http://127.0.0.1:4001', basePath: '' }],
    ['https://gateway.internal/shop/order/', { origin: 'https://gateway.internal', basePath: '/shop/order' }],
  ])('splits %s', (url, address) => {
    expect(serviceAddress(url)).toEqual(address);
  });

  it.each([
    '',
    'order:4001',
    '/orders',
    'ftp://order',
    'http://user:secret@order',
    'http://order?a=1',
    'http://order#a',
  ])('refuses %j without repeating it', (url) => {
    expect(() => serviceAddress(url)).toThrow(TypeError);
    expect(() => serviceAddress(url)).not.toThrow(/secret/);
  });
});
