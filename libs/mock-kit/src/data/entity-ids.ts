const padded = (index: number, digits: number) => String(index).padStart(digits, '0');

export const userIdAt = (index: number): string => `usr_${padded(index, 4)}`;

export const orderIdAt = (index: number): string => `ord_${padded(index, 5)}`;

export const skuAt = (index: number): string => `SKU-${padded(index, 4)}`;

/** The attempts of an order are counted from 1: `pay_0012302` is the second one of order 123. */
export const paymentIdAt = (orderIndex: number, attempt: number): string =>
  `pay_${padded(orderIndex, 5)}${padded(attempt, 2)}`;

/** The reverse of `orderIdAt`. */
export const orderIndexOf = (orderId: string): number => Number(orderId.slice('ord_'.length));
