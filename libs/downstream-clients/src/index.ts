export { type ServiceConnections, type ServicesOptions, createServices } from './create-services.ts';
export type { CallContext } from './http/call-context.ts';
export type { InventoryClient, PriceRange, ProductSearch, ProductSort } from './inventory/inventory-client.ts';
export type {
  CategoryCount,
  ImageSize,
  PriceSpan,
  Product,
  ProductFacets,
  ProductImage,
  ProductPage,
  StockLevel,
  WarehouseStock,
} from './inventory/product.ts';
export type { MonthlySpending } from './order/monthly-spending.ts';
export type { OrderClient, OrderPageWithCursors, OrdersQuery, TimeSpan } from './order/order-client.ts';
export type { PaymentClient } from './payment/payment-client.ts';
export { type ServiceName, type Services, serviceNames } from './services.ts';
export type { UserClient } from './user/user-client.ts';
export { type PoliciesOptions, createPolicies } from './create-policies.ts';
export { observeServices } from './observe-services.ts';
