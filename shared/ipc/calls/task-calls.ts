import { z } from 'zod';
import { annotationListSchema } from '../../annotation/annotation.ts';
import { editSchema } from '../../annotation/edit.ts';
import { flagCategorySchema } from '../../content/flag.ts';
import { idSchema } from '../../core/ids.ts';
import { mediumSchema } from '../../project/label-set.ts';
import { skipReasonSchema, taskStateSchema } from '../../project/task.ts';
import { call } from '../call.ts';
import { askedReveal, revealedSchema } from '../reveal.ts';
import {
  flagSummarySchema,
  itemViewSchema,
  stepBackSchema,
  stepSchema,
  taskCardSchema,
  taskViewSchema,
} from '../views.ts';

const none = z.strictObject({});
const oneTask = z.strictObject({ taskId: idSchema });
/** The next task to show, or null when none may be served: none is left, or a break is due. */
const nextTask = z.strictObject({ next: taskViewSchema.nullable() });
/** The worker's edit or undo names the revision it was made on, so that two windows never overwrite each other. */
const onRevision = z.strictObject({ taskId: idSchema, revision: z.int().min(0) });

export const taskCalls = {
  'task.browse': call(
    z.strictObject({
      search: z.string().max(200),
      medium: mediumSchema.nullable(),
      state: taskStateSchema.nullable(),
      flagged: z.boolean().nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    z.strictObject({ total: z.int().min(0), tasks: z.array(taskCardSchema) }),
  ),
  /** Opens a task before the worker; refused with `BREAK_DUE` while a break gate stands. Signs on if needed. */
  'task.accept': call(oneTask, taskViewSchema),
  /** The task that is open now, e.g. after a restart; null when none is. */
  'task.current': call(none, z.strictObject({ task: taskViewSchema.nullable() })),
  /** The window could not decode the open task's picture: it is decoded again elsewhere, and the task is blocked if that fails too. */
  'task.recheck': call(oneTask, taskViewSchema),
  /** Puts the task back for later; its annotations and time are kept. */
  'task.leave': call(oneTask, none),
  'task.skip': call(
    z.strictObject({ taskId: idSchema, reason: skipReasonSchema, words: z.string().max(500) }),
    nextTask,
  ),
  'task.submit': call(onRevision, nextTask),
  /** Written to disk before it answers; costs what it changes, however much is on the item. */
  'annotation.apply': call(z.strictObject({ ...onRevision.shape, edit: editSchema }), stepSchema),
  /** What was handed in last for another item of the same medium: to be repeated on this one. */
  'annotation.previous': call(oneTask, z.strictObject({ annotations: annotationListSchema })),
  'annotation.undo': call(onRevision, stepBackSchema),
  'annotation.redo': call(onRevision, stepBackSchema),
  /** Unveils: answers with a `media:` address that works once, or with the covered words of one bar. */
  'content.reveal': call(z.strictObject({ taskId: idSchema, ...askedReveal }), revealedSchema),
  'content.hide': call(z.strictObject({ revealId: idSchema }), none),
  /**
   * The panic key: every reveal ends, all windows hide, an exposure break begins if the worker is signed on; nothing
   * is asked, the draft is kept, the task neither skipped nor expired (wellbeing.md, "Blur and reveal", 7).
   */
  'content.panic': call(none, none),
  /** The worker's own flag: hides the item, or a stretch of a text, at once. */
  'content.flag': call(
    z.strictObject({
      taskId: idSchema,
      category: flagCategorySchema,
      severity: z.int().min(1).max(3),
      /** A stretch of a text in code points; null for the whole item. */
      range: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).nullable(),
    }),
    z.strictObject({ flags: flagSummarySchema, item: itemViewSchema }),
  ),
} as const;
