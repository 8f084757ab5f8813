import type { ProductPageResolvers, ProductResolvers, StockResolvers } from '../generated/resolver-types.ts';

export const Product: ProductResolvers = {
  images: ({ images }, { size }) => (size ? images.filter((image) => image.size === size) : images),
  stock: ({ sku }, _args, { operation }, info) => operation.show(info, operation.loaders.stock.load(sku)),
};

export const Stock: StockResolvers = { warehouses: ({ byWarehouse }) => byWarehouse };

export const ProductPage: ProductPageResolvers = { items: ({ products }) => products };
