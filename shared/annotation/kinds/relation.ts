import { z } from 'zod';
import { idSchema } from '../../core/ids.ts';
import type { LinkKind } from '../kind.ts';

const relationSchema = z
  .strictObject({ kind: z.literal('relation'), from: idSchema, to: idSchema })
  .refine(({ from, to }) => from !== to, { message: 'a relation joins two annotations' });

/** One annotation of the item to another; its class says how the first stands to the second. */
export const relation: LinkKind<'relation', typeof relationSchema> = {
  name: 'relation',
  medium: 'link',
  schema: relationSchema,
  shortcut: 'Semicolon',
  ends: ({ from, to }) => ({ from, to }),
  between: (from, to) => ({ kind: 'relation', from, to }),
};
