import { inventoryOperations, maxSkusPerRequest } from '@bff/contracts';
import { askedFor, theOneAskedFor } from '../http/asked-for.ts';
import { inBatches } from '../http/batch.ts';
import type { CallContext } from '../http/call-context.ts';
import { readOperation } from '../http/read-operation.ts';
import type { Transport } from '../http/transport.ts';
import type { InventoryClient, ProductSearch } from './inventory-client.ts';
import type { Product, ProductPage, StockLevel } from './product.ts';
import { toProduct, toProductPage, toSearchQuery, toStockLevels } from './translate.ts';

const getItem = readOperation(inventoryOperations.getItem);
const getItems = readOperation(inventoryOperations.getItems);
const getStock = readOperation(inventoryOperations.getStock);
const searchItems = readOperation(inventoryOperations.searchItems);

export class HttpInventoryClient implements InventoryClient {
  readonly #transport: Transport;
  readonly #context: CallContext;

  constructor(transport: Transport, context: CallContext) {
    this.#transport = transport;
    this.#context = context;
  }

  product(sku: string): Promise<Product> {
    return this.#transport.read(this.#context, getItem, { sku_code: sku }, (item) =>
      theOneAskedFor(toProduct(item), (product) => product.sku === sku),
    );
  }

  async products(skus: readonly string[]): Promise<ReadonlyMap<string, Product>> {
    const products = await inBatches(skus, maxSkusPerRequest, (sku_codes) =>
      this.#transport.read(this.#context, getItems, { sku_codes }, ({ items }) =>
        askedFor(items.map(toProduct), ({ sku }) => sku_codes.includes(sku)),
      ),
    );
    return new Map(products.map((product) => [product.sku, product]));
  }

  async stock(skus: readonly string[]): Promise<ReadonlyMap<string, StockLevel>> {
    const levels = await inBatches(skus, maxSkusPerRequest, (sku_codes) =>
      this.#transport.read(this.#context, getStock, { sku_codes }, ({ stock }) =>
        askedFor(toStockLevels(stock), ({ sku }) => sku_codes.includes(sku)),
      ),
    );
    return new Map(levels.map((level) => [level.sku, level]));
  }

  search(search: ProductSearch): Promise<ProductPage> {
    return this.#transport.read(this.#context, searchItems, toSearchQuery(search), toProductPage);
  }
}
