import { z } from 'zod';
import type { ItemKind } from '../kind.ts';

const itemClassSchema = z.strictObject({ kind: z.literal('class') });

/** What the item as a whole is: one class at most in each question. */
export const itemClass: ItemKind<'class', typeof itemClassSchema, string> = {
  name: 'class',
  medium: 'item',
  schema: itemClassSchema,
  shortcut: 'KeyO',
  exclusive: true,
};
