export { type ServiceConnections, type ServicesOptions, createServices } from './create-services.ts';
export type { CallContext } from './http/call-context.ts';
export type { InventoryClient, ProductSearch } from './inventory/inventory-client.ts';
export type { ImageSize, Product, ProductImage, ProductPage, StockLevel, WarehouseStock } from './inventory/product.ts';
export type { OrderClient, OrdersQuery } from './order/order-client.ts';
export type { PaymentClient } from './payment/payment-client.ts';
export type { ServiceName, Services } from './services.ts';
export type { UserClient } from './user/user-client.ts';
