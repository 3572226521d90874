import { z } from 'zod';
import { idSchema } from '../core/ids.ts';

/** What an item is. */
export const mediumSchema = z.enum(['image', 'text']);
export type Medium = z.infer<typeof mediumSchema>;

/** One class. `name` is kept exactly as its author wrote it; `colour` is an index into the colour-blind-safe palette. */
export const labelClassSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(200),
  colour: z.int().min(0).max(11),
  /** Annotation kinds this class may be used with; the first is the one its digit key selects. */
  kinds: z.array(z.string().min(1)).min(1),
});
export type LabelClass = z.infer<typeof labelClassSchema>;

/** The classes, attributes and relations of one medium. The order of classes is the order of the digit keys. */
export const labelSetSchema = z.strictObject({
  medium: mediumSchema,
  classes: z.array(labelClassSchema).max(5000),
});
export type LabelSet = z.infer<typeof labelSetSchema>;
