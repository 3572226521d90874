import { z } from 'zod';
import { hasLoneSurrogate } from '../../core/code-points.ts';
import type { ItemKind } from '../kind.ts';

const freeTextSchema = z.strictObject({
  kind: z.literal('free-text'),
  /** As it was typed, in any script; never normalised or trimmed. */
  text: z
    .string()
    .min(1)
    .max(20_000)
    .refine((text) => !hasLoneSurrogate(text), { message: 'half a character' }),
});

/** An answer in the worker's own words: a summary, a translation, a correction. */
export const freeText: ItemKind<'free-text', typeof freeTextSchema, null> = {
  name: 'free-text',
  medium: 'item',
  schema: freeTextSchema,
  shortcut: null,
  exclusive: false,
  misfit: ({ text }, { labelClass: { freeText: rule } }) =>
    text.length > (rule?.most ?? Infinity) ? 'text-too-long' : null,
  isWhole: ({ text }) => text.trim() !== '',
};
