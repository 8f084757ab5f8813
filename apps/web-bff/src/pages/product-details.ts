import { moneySchema, skuSchema } from '@bff/contracts';
import type { Product, ProductImage } from '@bff/downstream-clients';
import { z } from 'zod';

export const productImageSchema = z
  .object({
    size: z.enum(['thumbnail', 'small', 'medium', 'large', 'full']),
    url: z.url(),
    width: z.int().meta({ description: 'In pixels' }),
    height: z.int().meta({ description: 'In pixels' }),
  })
  .meta({ id: 'ProductImage' });

/** A product as the catalogue has it today, also the price: what an order was charged stands in the order. */
export const productSchema = z
  .object({
    sku: skuSchema,
    name: z.string(),
    description: z.string().meta({ description: 'May be empty' }),
    category: z.string(),
    price: moneySchema,
    images: z.array(productImageSchema).meta({ description: 'Smallest first; may be empty' }),
  })
  .meta({ id: 'Product', description: 'As the catalogue has it today; what was charged stands in the order' });

export const imageOf = ({ size, url, width, height }: ProductImage): z.infer<typeof productImageSchema> => ({
  size,
  url,
  width,
  height,
});

export const productOf = ({
  sku,
  name,
  description,
  category,
  price,
  images,
}: Product): z.infer<typeof productSchema> => ({
  sku,
  name,
  description,
  category,
  price,
  images: images.map(imageOf),
});
