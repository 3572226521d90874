import { z } from 'zod';
import type { ItemKind } from '../kind.ts';

const tagSchema = z.strictObject({ kind: z.literal('tag') });

/** Holds for the item as a whole; an item has any number of them, each class once. */
export const tag: ItemKind<'tag', typeof tagSchema, string> = {
  name: 'tag',
  medium: 'item',
  schema: tagSchema,
  shortcut: 'KeyT',
  exclusive: false,
};
