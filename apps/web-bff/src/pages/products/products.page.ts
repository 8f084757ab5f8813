import { productKept, stockKept } from '../freshness.ts';
import { page } from '../page.ts';
import { productSearchOf, productsKeyOf, productsQuery } from './products.query.ts';
import { availabilityView, productsView, skusOnPage } from './products.view.ts';

/** The catalogue, searched and filtered, with what is in stock: two calls, whatever the page size. */
export const productsPage = page('products', { query: productsQuery })
  .required('products', {
    load: async ({ inventory }, query) => inventory.search(productSearchOf(query)),
    view: productsView,
    keep: { key: productsKeyOf, ...productKept },
  })
  .optional('stock', {
    needs: ['products'],
    load: ({ inventory }, input) => inventory.stock(skusOnPage(input)),
    view: availabilityView,
    keep: { key: skusOnPage, ...stockKept },
  });
