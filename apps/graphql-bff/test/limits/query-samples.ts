import { getIntrospectionQuery } from 'graphql';

/** What GraphiQL asks at its start, with everything that graphql-js can ask for. */
export const introspection = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  experimentalDirectiveDeprecation: true,
  oneOf: true,
});

const amount = 'fragment Amount on Money { amount currency decimal }';
const place = 'fragment Place on Address { recipient street city region postalCode country }';

/** Everything that there is around an order. */
const wholeOrder = `
  fragment WholeOrder on Order {
    id status placedAt currency
    lines {
      sku name quantity unitPrice { ...Amount } total { ...Amount }
      product {
        sku name description category price { ...Amount }
        images { size url width height }
        stock { available warehouses { warehouse available } }
      }
    }
    totals { items { ...Amount } shipping { ...Amount } tax { ...Amount } total { ...Amount } }
    shippingAddress { ...Place }
    billingAddress { ...Place }
    history { status at note }
    customer {
      id name email tier memberSince
      addresses { label address { ...Place } }
      preferences { language currency marketingEmails }
    }
    payment {
      status method { kind brand last4 }
      amount { ...Amount } captured { ...Amount } refunded { ...Amount }
      events { type at amount { ...Amount } paymentId reason }
    }
  }
  ${amount} ${place}`;

export const orderPage = `
  query OrderPage($id: OrderId!, $signedIn: Boolean = true) {
    viewer @include(if: $signedIn) { id roles customer { id name tier } }
    order(id: $id) { ...WholeOrder lines { product { thumbnail: images(size: THUMBNAIL) { url } } } }
  }
  ${wholeOrder}`;

export const orderList = `
  query OrderList($first: PageSize! = 50, $after: Cursor) {
    orders(first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        cursor
        node {
          id status placedAt
          totals { total { ...Amount } }
          customer { id name tier }
          payment { status method { brand last4 } captured { ...Amount } }
          lines {
            sku name quantity total { ...Amount }
            product { sku name price { ...Amount } images(size: THUMBNAIL) { url width height } stock { available } }
          }
        }
      }
    }
  }
  ${amount}`;

/** As much as can be asked of fifty orders. */
export const wholeOrderList = `
  { orders(first: 50) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { ...WholeOrder } } }
  ${wholeOrder}`;

export const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** `count` fragments, each of which spreads the next one twice. */
export const bombOf = (count: number, innermost: string): string =>
  `{ ...F0 } ${times(count, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)}
   fragment F${count} on Query { ${innermost} }`;
