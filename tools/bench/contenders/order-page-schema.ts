const string = { type: 'string' } as const;
const integer = { type: 'integer' } as const;
const object = (properties: Readonly<Record<string, object>>) => ({ type: 'object', properties }) as const;
const array = (items: object) => ({ type: 'array', items }) as const;

const money = object({ amount: integer, currency: string });

/** The page as JSON schema, from which Fastify makes the code that writes it. */
export const orderPageSchema = object({
  data: object({
    order: object({
      id: string,
      status: string,
      placedAt: string,
      total: money,
      lines: array(object({ sku: string, name: string, quantity: integer, unitPrice: integer })),
      shipTo: object({ recipient: string, city: string, country: string }),
    }),
    customer: object({ name: string, tier: string }),
    payment: object({
      status: string,
      method: object({ brand: string, last4: string }),
      amount: money,
      refunded: money,
    }),
    stock: array(object({ sku: string, available: integer })),
  }),
  meta: object({
    complete: { type: 'boolean' },
    degraded: { type: 'boolean' },
    requestId: string,
    sections: object({}),
  }),
});
