import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema } from '../core/ids.ts';
import { flagCategorySchema } from './flag.ts';

/** A flagged item that was open before the worker: what was said of it and how long, never a pixel or a word of it. */
export const shownItemSchema = z.strictObject({
  atMs: instantSchema,
  projectId: idSchema,
  taskId: idSchema,
  title: z.string().max(300),
  categories: z.array(flagCategorySchema),
  severity: z.int().min(1).max(3),
  openMs: durationMsSchema,
  unveiledMs: durationMsSchema,
  reveals: z.int().min(0),
});
export type ShownItem = Readonly<z.infer<typeof shownItemSchema>>;

/** What the worker wrote when they lifted a day's gate. */
export const liftNoteSchema = z.strictObject({ atMs: instantSchema, sentence: z.string().min(1).max(500) });

/** Kept: the newest so many. */
export const MOST_SHOWN = 2000;

/**
 * The worker's own notes on this machine, beside the journal and not part of its chain: they can be deleted at will,
 * and nothing ever leaves with them.
 */
export const ownNotesSchema = z.strictObject({
  shown: z.array(shownItemSchema).max(MOST_SHOWN).readonly(),
  lifts: z.array(liftNoteSchema).readonly(),
  /** Help lines as the worker, a union or a team wrote them down. Comes empty: no number goes out unchecked. */
  helpLines: z.string().max(10_000),
});
export type OwnNotes = Readonly<z.infer<typeof ownNotesSchema>>;

export const emptyNotes: OwnNotes = { shown: [], lifts: [], helpLines: '' };
