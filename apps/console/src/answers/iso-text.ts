import { z } from 'zod';

/** A point in time as ISO 8601; kept as the text that it is. */
export const isoText = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
