import type { StockLevel } from '@bff/downstream-clients';
import { z } from 'zod';

/** What there is of a product. One that no warehouse keeps any more is told apart from one that is sold out. */
export const stockSchema = z
  .object({
    available: z.int().meta({ description: 'Pieces, in all warehouses together' }),
    warehouses: z
      .array(z.object({ warehouse: z.string(), available: z.int() }))
      .meta({ description: 'Empty when no warehouse keeps it any more' }),
  })
  .meta({ id: 'Stock' });

export const stockOf = (level: StockLevel | undefined): z.infer<typeof stockSchema> => ({
  available: level?.available ?? 0,
  warehouses: level?.byWarehouse.map(({ warehouse, available }) => ({ warehouse, available })) ?? [],
});
