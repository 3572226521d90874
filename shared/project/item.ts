import { z } from 'zod';
import { idSchema, sha256Schema } from '../core/ids.ts';
import { mediumSchema } from './label-set.ts';
import { partsSchema } from './part.ts';

/** One image or one text document. `path` is relative to the project folder, `/`-separated. */
export const itemSchema = z.strictObject({
  id: idSchema,
  medium: mediumSchema,
  title: z.string().min(1).max(300),
  path: z.string().min(1).max(1024),
  sha256: sha256Schema,
  bytes: z.int().min(0),
  /** Size of the upright image in pixels (EXIF orientation applied); null for text. */
  width: z.int().min(1).nullable(),
  height: z.int().min(1).nullable(),
  /** Words of a text as `Intl.Segmenter` counts them, for the reading allowance; null for images. */
  words: z.int().min(0).nullable(),
  /** BCP 47 tag of a text; null if unknown or an image. */
  language: z.string().max(35).nullable(),
  direction: z.enum(['ltr', 'rtl']),
  /** A sentence the worker should see with the item, e.g. that a flagged photograph is a harmless stand-in. */
  note: z.string().max(500),
  /** What a text is made of: a prompt and the answers to it, say. Left out where it is one piece. */
  parts: partsSchema.exactOptional(),
});
export type Item = z.infer<typeof itemSchema>;
