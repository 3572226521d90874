import { z } from 'zod';
import { idSchema, instantSchema } from '../core/ids.ts';
import { labelSetSchema } from './label-set.ts';
import { termsSchema } from './terms.ts';

/** One labelling job. Everything but its items, tasks and annotations, which are read piece by piece. */
export const projectSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(200),
  /** Markdown, rendered without HTML and without remote images. */
  instructions: z.string().max(100_000),
  labelSets: z.array(labelSetSchema).min(1).max(2),
  terms: termsSchema,
  createdAt: instantSchema,
});
export type Project = z.infer<typeof projectSchema>;
