import { anOrder } from '@bff/testing';
import type { Product } from '@bff/downstream-clients';
import { leadSkusOf, thumbnailsView } from './thumbnails.view.ts';

const product = (sku: string, images: Product['images']): Product => ({
  sku,
  name: 'Kettle',
  description: '',
  category: 'KITCHEN',
  price: { amount: 1, currency: 'EUR' },
  images,
});
const image = (size: Product['images'][number]['size'], url: string) => ({ size, url, width: 80, height: 80 });

it('asks for the first product of each order, once', () => {
  expect(leadSkusOf([anOrder({ id: 'ord_1' }), anOrder({ id: 'ord_2' })])).toEqual(['SKU-0001']);
  expect(leadSkusOf([])).toEqual([]);
});

it('gives the smallest image by order, and no entry where there is none', () => {
  const orders = [anOrder({ id: 'ord_1' }), anOrder({ id: 'ord_2', lines: anOrder().lines.slice(1) })];
  const images = [image('thumbnail', 'https://img.example/tn.jpg'), image('full', 'https://img.example/fs.jpg')];
  const products = new Map([['SKU-0001', product('SKU-0001', images)]]);
  const input = { orders: { orders } };
  expect(thumbnailsView.map(products, input)).toEqual({ ord_1: 'https://img.example/tn.jpg' });
  expect(thumbnailsView.map(new Map([['SKU-0001', product('SKU-0001', [])]]), input)).toEqual({});
});
