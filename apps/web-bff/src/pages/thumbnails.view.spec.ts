import type { Product } from '@bff/downstream-clients';
import { anOrder } from '@bff/testing';
import { leadSkusOf } from './order-skus.ts';
import { thumbnailsView } from './thumbnails.view.ts';

const image = (size: Product['images'][number]['size']) => ({
  size,
  url: `https://img.example/${size}.jpg`,
  width: 80,
  height: 80,
});

const shown = (...sizes: Product['images'][number]['size'][]) => {
  const price = { amount: 1, currency: 'EUR' };
  const images = sizes.map(image);
  const product: Product = { sku: 'SKU-0001', name: 'Kettle', description: '', category: 'KITCHEN', price, images };
  const orders = [anOrder({ id: 'ord_1' }), anOrder({ id: 'ord_2', lines: anOrder().lines.slice(1) })];
  return thumbnailsView.map(new Map([['SKU-0001', product]]), { orders: { orders } });
};

it('is the small picture, or the smallest where there is none, and no entry where there is no picture at all', () => {
  expect(shown('thumbnail', 'small', 'full')).toEqual({ ord_1: image('small') });
  expect(shown('medium', 'full')).toEqual({ ord_1: image('medium') });
  expect(shown()).toEqual({});
});

it('needs the first product of each order, once', () => {
  expect(leadSkusOf([anOrder({ id: 'ord_1' }), anOrder({ id: 'ord_2' })])).toEqual(['SKU-0001']);
  expect(leadSkusOf([])).toEqual([]);
});
