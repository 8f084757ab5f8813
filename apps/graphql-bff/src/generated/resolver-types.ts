// Made from apps/graphql-bff/src/schema by: npm run graphql -- write
/* oxlint-disable typescript/no-explicit-any */

import type { UserTier as CustomerTier } from '@bff/contracts';
import type { ImageSize } from '@bff/downstream-clients';
import type { OrderSort } from '@bff/contracts';
import type { OrderStatus } from '@bff/contracts';
import type { ProductSort } from '@bff/downstream-clients';
import type { Role } from '@bff/identity';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type {
  Address as AddressModel,
  User as UserModel,
  Money as MoneyModel,
  Order as OrderModel,
  OrderEvent as OrderEventModel,
  OrderLine as OrderLineModel,
  OrderTotals as OrderTotalsModel,
  PaymentMethod as PaymentMethodModel,
  Preferences as PreferencesModel,
  SavedAddress as SavedAddressModel,
} from '@bff/contracts';
import type {
  CategoryCount as CategoryCountModel,
  PriceSpan as PriceSpanModel,
  Product as ProductModel,
  ProductFacets as ProductFacetsModel,
  ProductImage as ProductImageModel,
  ProductPage as ProductPageModel,
  StockLevel as StockLevelModel,
  WarehouseStock as WarehouseStockModel,
} from '@bff/downstream-clients';
import type { OrdersPage as OrdersPageModel } from '../resolvers/order-connection.ts';
import type { OrderPayments as OrderPaymentsModel } from '../resolvers/order-payment.ts';
import type { Caller as CallerModel } from '@bff/identity';
import type { GraphQLContext } from '../operation/operation.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]-?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** A code of the catalogue for a kind of product: up to 32 capital letters, like `KITCHEN`. */
  CategoryCode: { input: string; output: string };
  /** A three-letter ISO 4217 code, like `EUR`. */
  CurrencyCode: { input: string; output: string };
  /**
   * Where a page of a connection ended: a `cursor` of that connection, at most 512 characters. Opaque, and bound to the filter
   * and the sort of the connection that gave it.
   */
  Cursor: { input: string; output: string };
  /** A plain decimal number as text, with as many decimals as its currency has: `12.90` EUR, `1290` JPY, `1.290` KWD. */
  Decimal: { input: string; output: string };
  /** A moment in time: ISO 8601 in UTC, ending in `Z`, like `2026-10-31T09:30:00.000Z`. */
  Instant: { input: string; output: string };
  /**
   * An amount in the minor unit of its currency, a whole number from 0 to 9007199254740991: 1290 is 12.90 EUR, 1290 JPY and
   * 1.290 KWD. A JSON number, but wider than `Int`.
   */
  MinorUnits: { input: number; output: number };
  /** The id of an order, as `Order.id` gives it: `ord_` and up to 32 letters and digits. */
  OrderId: { input: string; output: string };
  /** The number of a page: a whole number from 1 to 10000. The first page is 1. */
  PageNumber: { input: number; output: number };
  /** How many items a page has at most: a whole number from 1 to 50. */
  PageSize: { input: number; output: number };
  /** Words to look for, all of which must occur: 1 to 100 characters. */
  SearchText: { input: string; output: string };
  /** A product's stock keeping unit: up to 32 capital letters, digits and dashes, like `SKU-0001`. */
  Sku: { input: string; output: string };
};

/** Where a parcel or an invoice goes. */
export type Address = {
  readonly __typename?: 'Address';
  /** Town or city. */
  readonly city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2, like `NL`. */
  readonly country: Scalars['String']['output'];
  /** As the country writes it. */
  readonly postalCode: Scalars['String']['output'];
  /** Who receives it, in any script. */
  readonly recipient: Scalars['String']['output'];
  /** Only where the country uses one. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /** With the house number. */
  readonly street: Scalars['String']['output'];
};

/** How many products of a category match. */
export type CategoryCount = {
  readonly __typename?: 'CategoryCount';
  /** The category. */
  readonly category: Scalars['CategoryCode']['output'];
  /** Products of it that match. */
  readonly count: Scalars['Int']['output'];
};

/** A customer of the shop. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** Addresses that the customer has saved. */
  readonly addresses: ReadonlyArray<SavedAddress>;
  /** Where the shop writes to. */
  readonly email: Scalars['String']['output'];
  /** Like `usr_0001`. */
  readonly id: Scalars['ID']['output'];
  /** When the customer first came. */
  readonly memberSince: Scalars['Instant']['output'];
  /** As its owner writes it: any script, any length. */
  readonly name: Scalars['String']['output'];
  /** What the customer has chosen. */
  readonly preferences: Preferences;
  /** What the customer has come to. */
  readonly tier: CustomerTier;
};

export type { CustomerTier };

export type { ImageSize };

/** An amount of one currency. Amounts of different currencies are never added up or converted. */
export type Money = {
  readonly __typename?: 'Money';
  /** To calculate with. */
  readonly amount: Scalars['MinorUnits']['output'];
  /** What it is an amount of. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** To show. */
  readonly decimal: Scalars['Decimal']['output'];
};

/** An order with everything around it. */
export type Order = {
  readonly __typename?: 'Order';
  /** Where the invoice goes. */
  readonly billingAddress: Address;
  /** Of every amount in it. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** Who ordered. Section of the user service. */
  readonly customer?: Maybe<Customer>;
  /** How it came to its status, oldest first. */
  readonly history: ReadonlyArray<OrderEvent>;
  /** Like `ord_00001`. */
  readonly id: Scalars['ID']['output'];
  /** At least one. Names and prices are those of the day it was ordered. */
  readonly lines: ReadonlyArray<OrderLine>;
  /** How it was paid. Section of the payment service, and never shown from what was kept. */
  readonly payment?: Maybe<OrderPayment>;
  /** When it was ordered. */
  readonly placedAt: Scalars['Instant']['output'];
  /** Where the parcel goes. */
  readonly shippingAddress: Address;
  /** How far it has come. */
  readonly status: OrderStatus;
  /** What it came to. */
  readonly totals: OrderTotals;
};

/** One page of orders (Relay Cursor Connections). */
export type OrderConnection = {
  readonly __typename?: 'OrderConnection';
  /** The orders of this page with their cursors. */
  readonly edges: ReadonlyArray<OrderEdge>;
  /** The orders of this page, for those who need no cursors. */
  readonly nodes: ReadonlyArray<Order>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
  /** Orders that match the filter, on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An order in a connection. */
export type OrderEdge = {
  readonly __typename?: 'OrderEdge';
  /** The next page begins after it, given as `after`. */
  readonly cursor: Scalars['Cursor']['output'];
  /** The order itself. */
  readonly node: Order;
};

/** One step of an order. */
export type OrderEvent = {
  readonly __typename?: 'OrderEvent';
  /** When. */
  readonly at: Scalars['Instant']['output'];
  /** What somebody noted about it. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** What it became. */
  readonly status: OrderStatus;
};

/** Which orders. What is left out does not narrow. */
export type OrderFilter = {
  /** Placed before this time. */
  readonly placedBefore?: InputMaybe<Scalars['Instant']['input']>;
  /** Placed at or after this time. */
  readonly placedFrom?: InputMaybe<Scalars['Instant']['input']>;
  /** In this status now. */
  readonly status?: InputMaybe<OrderStatus>;
  /** Words that must all occur in the order's id or the names of its lines. */
  readonly text?: InputMaybe<Scalars['SearchText']['input']>;
};

/** One product of an order, as it was ordered. */
export type OrderLine = {
  readonly __typename?: 'OrderLine';
  /** As it was called when it was ordered. */
  readonly name: Scalars['String']['output'];
  /**
   * The product as the catalogue has it today; null, with no error, when it has left the catalogue. Section of the inventory
   * service.
   */
  readonly product?: Maybe<Product>;
  /** Pieces. */
  readonly quantity: Scalars['Int']['output'];
  /** Of the product. */
  readonly sku: Scalars['ID']['output'];
  /** Quantity times unit price. */
  readonly total: Money;
  /** As it was charged. */
  readonly unitPrice: Money;
};

/**
 * How an order was paid, which is what its newest payment says. An order that nobody has paid has the status `NONE`: it is
 * an object too, because null says that the payment service did not answer.
 */
export type OrderPayment = {
  readonly __typename?: 'OrderPayment';
  /** What the newest payment is about; null when nobody has paid. */
  readonly amount?: Maybe<Money>;
  /** Taken so far by the newest payment; null when nobody has paid. */
  readonly captured?: Maybe<Money>;
  /** Of every payment of the order, oldest first. */
  readonly events: ReadonlyArray<PaymentEvent>;
  /** Null when nobody has paid. */
  readonly method?: Maybe<PaymentMethod>;
  /** Given back so far of the newest payment; null when nobody has paid. */
  readonly refunded?: Maybe<Money>;
  /** How it stands. */
  readonly status: PaymentStatus;
};

export type { OrderSort };

export type { OrderStatus };

/** What an order came to. */
export type OrderTotals = {
  readonly __typename?: 'OrderTotals';
  /** All lines. */
  readonly items: Money;
  /** What sending it costs. */
  readonly shipping: Money;
  /** On items and shipping. */
  readonly tax: Money;
  /** Items, shipping and tax together. */
  readonly total: Money;
};

/** Where a page stands in its connection (Relay Cursor Connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Of the last item; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['Cursor']['output']>;
  /** Whether there are orders after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True when the page was asked for with `after`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Of the first item; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['Cursor']['output']>;
};

/** Something that happened to a payment. */
export type PaymentEvent = {
  readonly __typename?: 'PaymentEvent';
  /** How much it is about. */
  readonly amount: Money;
  /** When. */
  readonly at: Scalars['Instant']['output'];
  /** To which payment of the order. */
  readonly paymentId: Scalars['ID']['output'];
  /** Why it failed, or why money was given back. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** What happened. */
  readonly type: PaymentEventType;
};

/** What can happen to a payment. */
export type PaymentEventType =
  /** The amount was reserved. */
  | 'AUTHORISED'
  /** The amount was taken. */
  | 'CAPTURED'
  /** It was declined. */
  | 'FAILED'
  /** The amount was given back. */
  | 'REFUNDED';

/** What was paid with. */
export type PaymentMethod = {
  readonly __typename?: 'PaymentMethod';
  /** Like `visa`. */
  readonly brand: Scalars['String']['output'];
  /** A card is the only kind so far. */
  readonly kind: PaymentMethodKind;
  /** The last four digits of the card. */
  readonly last4: Scalars['String']['output'];
};

/** A kind of payment method. */
export type PaymentMethodKind =
  /** A debit or credit card. */
  'CARD';

/** How a payment stands. */
export type PaymentStatus =
  /** Reserved, not taken yet. */
  | 'AUTHORISED'
  /** The money was taken. */
  | 'CAPTURED'
  /** It was declined. */
  | 'FAILED'
  /** Nobody has paid. */
  | 'NONE'
  /** A part was given back. */
  | 'PARTIALLY_REFUNDED'
  /** All of it was given back. */
  | 'REFUNDED';

/** What a customer has chosen. */
export type Preferences = {
  readonly __typename?: 'Preferences';
  /** Prices are shown in it where there is a choice. */
  readonly currency: Scalars['CurrencyCode']['output'];
  /** BCP 47 language tag, like `de` or `zh-Hant`. */
  readonly language: Scalars['String']['output'];
  /** Whether the customer wants news by mail. */
  readonly marketingEmails: Scalars['Boolean']['output'];
};

/** Prices in one currency. With neither bound: whatever is priced in it. */
export type PriceRange = {
  /** What the products are priced in. */
  readonly currency: Scalars['CurrencyCode']['input'];
  /** Itself within the range. */
  readonly highest?: InputMaybe<Scalars['MinorUnits']['input']>;
  /** Itself within the range. */
  readonly lowest?: InputMaybe<Scalars['MinorUnits']['input']>;
};

/** From where to where the prices in one currency go. */
export type PriceSpan = {
  readonly __typename?: 'PriceSpan';
  /** Products that are priced in this currency. */
  readonly count: Scalars['Int']['output'];
  /** The highest price. */
  readonly highest: Money;
  /** The lowest price. */
  readonly lowest: Money;
};

/** A product as the catalogue has it today. What an order was charged stands in the order. */
export type Product = {
  readonly __typename?: 'Product';
  /** The code of its category, like `KITCHEN`. */
  readonly category: Scalars['CategoryCode']['output'];
  /** May be empty. */
  readonly description: Scalars['String']['output'];
  /** Smallest first; may be empty. */
  readonly images: ReadonlyArray<ProductImage>;
  /** As it is called today. */
  readonly name: Scalars['String']['output'];
  /** As it is sold today. */
  readonly price: Money;
  /** Stock keeping unit, like `SKU-0001`. */
  readonly sku: Scalars['ID']['output'];
  /** What there is of it. Section of the inventory service. */
  readonly stock?: Maybe<Stock>;
};

/** A product as the catalogue has it today. What an order was charged stands in the order. */
export type ProductImagesArgs = {
  size?: InputMaybe<ImageSize>;
};

/** Counts and bounds of all that matches. Each list leaves its own filter out, so it shows what changing it would find. */
export type ProductFacets = {
  readonly __typename?: 'ProductFacets';
  /** By category. */
  readonly categories: ReadonlyArray<CategoryCount>;
  /** By currency. */
  readonly prices: ReadonlyArray<PriceSpan>;
};

/** A picture of a product. */
export type ProductImage = {
  readonly __typename?: 'ProductImage';
  /** In pixels. */
  readonly height: Scalars['Int']['output'];
  /** Which of the sizes it is. */
  readonly size: ImageSize;
  /** Where it is. */
  readonly url: Scalars['String']['output'];
  /** In pixels. */
  readonly width: Scalars['Int']['output'];
};

/** One page of the products that match a search, and what else the search could be narrowed to. */
export type ProductPage = {
  readonly __typename?: 'ProductPage';
  /** What to narrow the search by. */
  readonly facets: ProductFacets;
  /** The products of this page. */
  readonly items: ReadonlyArray<Product>;
  /** The first one is 1. */
  readonly page: Scalars['Int']['output'];
  /** How many a page has at most. */
  readonly pageSize: Scalars['Int']['output'];
  /** Products that match, on all pages. */
  readonly totalCount: Scalars['Int']['output'];
};

export type { ProductSort };

/**
 * Everything that can be asked.
 *
 * Each field that a service has to answer is a section: it is null when the service failed, and then `errors` has one entry
 * for the section, with its `code`, `service`, whether trying again helps (`retryable`) and when (`retryAfterMs`). A section
 * that is shown from what was kept before is in `extensions.bff.sections`, with its age. What is empty and in neither of the
 * two is really empty.
 */
export type Query = {
  readonly __typename?: 'Query';
  /**
   * One of the caller's orders. Section of the order service. Another customer's order is `NOT_FOUND`, like one that does not
   * exist.
   */
  readonly order?: Maybe<Order>;
  /** The caller's orders, page by page. Section of the order service. */
  readonly orders?: Maybe<OrderConnection>;
  /** One product of the catalogue. Section of the inventory service. `NOT_FOUND` when it is unknown or has left the catalogue. */
  readonly product?: Maybe<Product>;
  /** Products of the catalogue that match. Section of the inventory service. */
  readonly products?: Maybe<ProductPage>;
  /** Who is asking, by the token. */
  readonly viewer: Viewer;
};

/**
 * Everything that can be asked.
 *
 * Each field that a service has to answer is a section: it is null when the service failed, and then `errors` has one entry
 * for the section, with its `code`, `service`, whether trying again helps (`retryable`) and when (`retryAfterMs`). A section
 * that is shown from what was kept before is in `extensions.bff.sections`, with its age. What is empty and in neither of the
 * two is really empty.
 */
export type QueryOrderArgs = {
  id: Scalars['OrderId']['input'];
};

/**
 * Everything that can be asked.
 *
 * Each field that a service has to answer is a section: it is null when the service failed, and then `errors` has one entry
 * for the section, with its `code`, `service`, whether trying again helps (`retryable`) and when (`retryAfterMs`). A section
 * that is shown from what was kept before is in `extensions.bff.sections`, with its age. What is empty and in neither of the
 * two is really empty.
 */
export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['Cursor']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: Scalars['PageSize']['input'];
  sort?: OrderSort;
};

/**
 * Everything that can be asked.
 *
 * Each field that a service has to answer is a section: it is null when the service failed, and then `errors` has one entry
 * for the section, with its `code`, `service`, whether trying again helps (`retryable`) and when (`retryAfterMs`). A section
 * that is shown from what was kept before is in `extensions.bff.sections`, with its age. What is empty and in neither of the
 * two is really empty.
 */
export type QueryProductArgs = {
  sku: Scalars['Sku']['input'];
};

/**
 * Everything that can be asked.
 *
 * Each field that a service has to answer is a section: it is null when the service failed, and then `errors` has one entry
 * for the section, with its `code`, `service`, whether trying again helps (`retryable`) and when (`retryAfterMs`). A section
 * that is shown from what was kept before is in `extensions.bff.sections`, with its age. What is empty and in neither of the
 * two is really empty.
 */
export type QueryProductsArgs = {
  category?: InputMaybe<Scalars['CategoryCode']['input']>;
  page?: Scalars['PageNumber']['input'];
  pageSize?: Scalars['PageSize']['input'];
  price?: InputMaybe<PriceRange>;
  sort?: ProductSort;
  text?: InputMaybe<Scalars['SearchText']['input']>;
};

export type { Role };

/** An address with the name that its owner gave it. */
export type SavedAddress = {
  readonly __typename?: 'SavedAddress';
  /** The address itself. */
  readonly address: Address;
  /** `Home`, say. */
  readonly label: Scalars['String']['output'];
};

/**
 * What there is of a product. A product that no warehouse keeps any more has no warehouses; one that is sold out has some,
 * with nothing in them.
 */
export type Stock = {
  readonly __typename?: 'Stock';
  /** Pieces, in all warehouses together. */
  readonly available: Scalars['Int']['output'];
  /** Where it is kept. */
  readonly warehouses: ReadonlyArray<WarehouseStock>;
};

/** Who is asking. Made from the token alone, so it is always there. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** What the user service knows of the caller. Section of the user service. */
  readonly customer?: Maybe<Customer>;
  /** The token's subject. */
  readonly id: Scalars['ID']['output'];
  /** What the caller may be, as the token says. */
  readonly roles: ReadonlyArray<Role>;
};

/** What one warehouse has of a product. */
export type WarehouseStock = {
  readonly __typename?: 'WarehouseStock';
  /** Pieces. */
  readonly available: Scalars['Int']['output'];
  /** Like `WH-AMS`. */
  readonly warehouse: Scalars['String']['output'];
};

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<
  TResult,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<
  TResult,
  TKey extends string,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo,
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<
  TResult = Record<PropertyKey, never>,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => TResult | Promise<TResult>;

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<AddressModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CategoryCode: ResolverTypeWrapper<Scalars['CategoryCode']['output']>;
  CategoryCount: ResolverTypeWrapper<CategoryCountModel>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Cursor: ResolverTypeWrapper<Scalars['Cursor']['output']>;
  Customer: ResolverTypeWrapper<UserModel>;
  CustomerTier: CustomerTier;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImageSize: ImageSize;
  Instant: ResolverTypeWrapper<Scalars['Instant']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<MoneyModel>;
  Order: ResolverTypeWrapper<OrderModel>;
  OrderConnection: ResolverTypeWrapper<OrdersPageModel>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderEvent: ResolverTypeWrapper<OrderEventModel>;
  OrderFilter: OrderFilter;
  OrderId: ResolverTypeWrapper<Scalars['OrderId']['output']>;
  OrderLine: ResolverTypeWrapper<OrderLineModel>;
  OrderPayment: ResolverTypeWrapper<OrderPaymentsModel>;
  OrderSort: OrderSort;
  OrderStatus: OrderStatus;
  OrderTotals: ResolverTypeWrapper<OrderTotalsModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PageNumber: ResolverTypeWrapper<Scalars['PageNumber']['output']>;
  PageSize: ResolverTypeWrapper<Scalars['PageSize']['output']>;
  PaymentEvent: ResolverTypeWrapper<Omit<PaymentEvent, 'amount'> & { amount: ResolversTypes['Money'] }>;
  PaymentEventType: PaymentEventType;
  PaymentMethod: ResolverTypeWrapper<PaymentMethodModel>;
  PaymentMethodKind: PaymentMethodKind;
  PaymentStatus: PaymentStatus;
  Preferences: ResolverTypeWrapper<PreferencesModel>;
  PriceRange: PriceRange;
  PriceSpan: ResolverTypeWrapper<PriceSpanModel>;
  Product: ResolverTypeWrapper<ProductModel>;
  ProductFacets: ResolverTypeWrapper<ProductFacetsModel>;
  ProductImage: ResolverTypeWrapper<ProductImageModel>;
  ProductPage: ResolverTypeWrapper<ProductPageModel>;
  ProductSort: ProductSort;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Role: Role;
  SavedAddress: ResolverTypeWrapper<SavedAddressModel>;
  SearchText: ResolverTypeWrapper<Scalars['SearchText']['output']>;
  Sku: ResolverTypeWrapper<Scalars['Sku']['output']>;
  Stock: ResolverTypeWrapper<StockLevelModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Viewer: ResolverTypeWrapper<CallerModel>;
  WarehouseStock: ResolverTypeWrapper<WarehouseStockModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: AddressModel;
  Boolean: Scalars['Boolean']['output'];
  CategoryCode: Scalars['CategoryCode']['output'];
  CategoryCount: CategoryCountModel;
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Cursor: Scalars['Cursor']['output'];
  Customer: UserModel;
  Decimal: Scalars['Decimal']['output'];
  ID: Scalars['ID']['output'];
  Instant: Scalars['Instant']['output'];
  Int: Scalars['Int']['output'];
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: MoneyModel;
  Order: OrderModel;
  OrderConnection: OrdersPageModel;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderEvent: OrderEventModel;
  OrderFilter: OrderFilter;
  OrderId: Scalars['OrderId']['output'];
  OrderLine: OrderLineModel;
  OrderPayment: OrderPaymentsModel;
  OrderTotals: OrderTotalsModel;
  PageInfo: PageInfo;
  PageNumber: Scalars['PageNumber']['output'];
  PageSize: Scalars['PageSize']['output'];
  PaymentEvent: Omit<PaymentEvent, 'amount'> & { amount: ResolversParentTypes['Money'] };
  PaymentMethod: PaymentMethodModel;
  Preferences: PreferencesModel;
  PriceRange: PriceRange;
  PriceSpan: PriceSpanModel;
  Product: ProductModel;
  ProductFacets: ProductFacetsModel;
  ProductImage: ProductImageModel;
  ProductPage: ProductPageModel;
  Query: Record<PropertyKey, never>;
  SavedAddress: SavedAddressModel;
  SearchText: Scalars['SearchText']['output'];
  Sku: Scalars['Sku']['output'];
  Stock: StockLevelModel;
  String: Scalars['String']['output'];
  Viewer: CallerModel;
  WarehouseStock: WarehouseStockModel;
};

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type ListSizeDirectiveResolver<
  Result,
  Parent,
  ContextType = GraphQLContext,
  Args = ListSizeDirectiveArgs,
> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AddressResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address'],
> = {
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CategoryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CategoryCode'], any> {
  name: 'CategoryCode';
}

export type CategoryCountResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['CategoryCount'] = ResolversParentTypes['CategoryCount'],
> = {
  category?: Resolver<ResolversTypes['CategoryCode'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface CursorScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Cursor'], any> {
  name: 'Cursor';
}

export type CustomerResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'],
> = {
  addresses?: Resolver<ReadonlyArray<ResolversTypes['SavedAddress']>, ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  memberSince?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  preferences?: Resolver<ResolversTypes['Preferences'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['CustomerTier'], ParentType, ContextType>;
};

export type CustomerTierResolvers = EnumResolverSignature<
  { GOLD?: any; PLATINUM?: any; SILVER?: any; STANDARD?: any },
  ResolversTypes['CustomerTier']
>;

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type ImageSizeResolvers = EnumResolverSignature<
  { FULL?: any; LARGE?: any; MEDIUM?: any; SMALL?: any; THUMBNAIL?: any },
  ResolversTypes['ImageSize']
>;

export interface InstantScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Instant'], any> {
  name: 'Instant';
}

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money'],
> = {
  amount?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  decimal?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type OrderResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order'],
> = {
  billingAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['OrderEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['OrderLine']>, ParentType, ContextType>;
  payment?: Resolver<Maybe<ResolversTypes['OrderPayment']>, ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  shippingAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['OrderTotals'], ParentType, ContextType>;
};

export type OrderConnectionResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection'],
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge'],
> = {
  cursor?: Resolver<ResolversTypes['Cursor'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderEventResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['OrderEvent'] = ResolversParentTypes['OrderEvent'],
> = {
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OrderStatus'], ParentType, ContextType>;
};

export interface OrderIdScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['OrderId'], any> {
  name: 'OrderId';
}

export type OrderLineResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['OrderLine'] = ResolversParentTypes['OrderLine'],
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type OrderPaymentResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['OrderPayment'] = ResolversParentTypes['OrderPayment'],
> = {
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  captured?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['PaymentEvent']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['PaymentMethod']>, ParentType, ContextType>;
  refunded?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PaymentStatus'], ParentType, ContextType>;
};

export type OrderSortResolvers = EnumResolverSignature<
  { PLACED_AT_ASC?: any; PLACED_AT_DESC?: any; TOTAL_ASC?: any; TOTAL_DESC?: any },
  ResolversTypes['OrderSort']
>;

export type OrderStatusResolvers = EnumResolverSignature<
  { CANCELLED?: any; DELIVERED?: any; PAID?: any; PENDING?: any; REFUNDED?: any; SHIPPED?: any },
  ResolversTypes['OrderStatus']
>;

export type OrderTotalsResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['OrderTotals'] = ResolversParentTypes['OrderTotals'],
> = {
  items?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  shipping?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  endCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['Cursor']>, ParentType, ContextType>;
};

export interface PageNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PageNumber'], any> {
  name: 'PageNumber';
}

export interface PageSizeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PageSize'], any> {
  name: 'PageSize';
}

export type PaymentEventResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['PaymentEvent'] = ResolversParentTypes['PaymentEvent'],
> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['Instant'], ParentType, ContextType>;
  paymentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['PaymentEventType'], ParentType, ContextType>;
};

export type PaymentMethodResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['PaymentMethod'] = ResolversParentTypes['PaymentMethod'],
> = {
  brand?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PaymentMethodKind'], ParentType, ContextType>;
  last4?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PreferencesResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Preferences'] = ResolversParentTypes['Preferences'],
> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marketingEmails?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PriceSpanResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['PriceSpan'] = ResolversParentTypes['PriceSpan'],
> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  highest?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  lowest?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type ProductResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Product'] = ResolversParentTypes['Product'],
> = {
  category?: Resolver<ResolversTypes['CategoryCode'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  images?: Resolver<ReadonlyArray<ResolversTypes['ProductImage']>, ParentType, ContextType, Partial<ProductImagesArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  sku?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stock?: Resolver<Maybe<ResolversTypes['Stock']>, ParentType, ContextType>;
};

export type ProductFacetsResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['ProductFacets'] = ResolversParentTypes['ProductFacets'],
> = {
  categories?: Resolver<ReadonlyArray<ResolversTypes['CategoryCount']>, ParentType, ContextType>;
  prices?: Resolver<ReadonlyArray<ResolversTypes['PriceSpan']>, ParentType, ContextType>;
};

export type ProductImageResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['ProductImage'] = ResolversParentTypes['ProductImage'],
> = {
  height?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['ImageSize'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductPageResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['ProductPage'] = ResolversParentTypes['ProductPage'],
> = {
  facets?: Resolver<ResolversTypes['ProductFacets'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['Product']>, ParentType, ContextType>;
  page?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pageSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProductSortResolvers = EnumResolverSignature<
  { NAME?: any; PRICE_ASC?: any; PRICE_DESC?: any; SKU?: any },
  ResolversTypes['ProductSort']
>;

export type QueryResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<
    Maybe<ResolversTypes['OrderConnection']>,
    ParentType,
    ContextType,
    RequireFields<QueryOrdersArgs, 'first' | 'sort'>
  >;
  product?: Resolver<Maybe<ResolversTypes['Product']>, ParentType, ContextType, RequireFields<QueryProductArgs, 'sku'>>;
  products?: Resolver<
    Maybe<ResolversTypes['ProductPage']>,
    ParentType,
    ContextType,
    RequireFields<QueryProductsArgs, 'page' | 'pageSize' | 'sort'>
  >;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ CUSTOMER?: any; SUPPORT?: any }, ResolversTypes['Role']>;

export type SavedAddressResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['SavedAddress'] = ResolversParentTypes['SavedAddress'],
> = {
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface SearchTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SearchText'], any> {
  name: 'SearchText';
}

export interface SkuScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Sku'], any> {
  name: 'Sku';
}

export type StockResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Stock'] = ResolversParentTypes['Stock'],
> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warehouses?: Resolver<ReadonlyArray<ResolversTypes['WarehouseStock']>, ParentType, ContextType>;
};

export type ViewerResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer'],
> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
};

export type WarehouseStockResolvers<
  ContextType = GraphQLContext,
  ParentType extends ResolversParentTypes['WarehouseStock'] = ResolversParentTypes['WarehouseStock'],
> = {
  available?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warehouse?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphQLContext> = {
  Address?: AddressResolvers<ContextType>;
  CategoryCode?: GraphQLScalarType;
  CategoryCount?: CategoryCountResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Cursor?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  CustomerTier?: CustomerTierResolvers;
  Decimal?: GraphQLScalarType;
  ImageSize?: ImageSizeResolvers;
  Instant?: GraphQLScalarType;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderEvent?: OrderEventResolvers<ContextType>;
  OrderId?: GraphQLScalarType;
  OrderLine?: OrderLineResolvers<ContextType>;
  OrderPayment?: OrderPaymentResolvers<ContextType>;
  OrderSort?: OrderSortResolvers;
  OrderStatus?: OrderStatusResolvers;
  OrderTotals?: OrderTotalsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PageNumber?: GraphQLScalarType;
  PageSize?: GraphQLScalarType;
  PaymentEvent?: PaymentEventResolvers<ContextType>;
  PaymentMethod?: PaymentMethodResolvers<ContextType>;
  Preferences?: PreferencesResolvers<ContextType>;
  PriceSpan?: PriceSpanResolvers<ContextType>;
  Product?: ProductResolvers<ContextType>;
  ProductFacets?: ProductFacetsResolvers<ContextType>;
  ProductImage?: ProductImageResolvers<ContextType>;
  ProductPage?: ProductPageResolvers<ContextType>;
  ProductSort?: ProductSortResolvers;
  Query?: QueryResolvers<ContextType>;
  Role?: RoleResolvers;
  SavedAddress?: SavedAddressResolvers<ContextType>;
  SearchText?: GraphQLScalarType;
  Sku?: GraphQLScalarType;
  Stock?: StockResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WarehouseStock?: WarehouseStockResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphQLContext> = {
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
};
