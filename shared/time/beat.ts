import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema } from '../core/ids.ts';
import { activitySchema, presenceSchema } from './activity.ts';

/** Whether the app's window has the focus, can merely be seen, or neither (minimised, covered, closed). */
export const windowStateSchema = z.enum(['focused', 'visible', 'hidden']);
export type WindowState = z.infer<typeof windowStateSchema>;

/**
 * What is known of the worker's presence at a beat. Each beat carries all of it, so that a beat which the disk
 * refused takes nothing with it. No key, coordinate or count is here, nor may any come in.
 */
export const presenceFactsSchema = z.strictObject({
  /** Since the last input in the app; null when there was none since the worker came back from an absence. */
  inputAgoMs: durationMsSchema.nullable(),
  /** The reading allowance A of what is on screen. */
  allowanceMs: durationMsSchema,
  window: windowStateSchema,
  suspended: z.boolean(),
  locked: z.boolean(),
  declaredAway: z.boolean(),
});
export type PresenceFacts = Readonly<z.infer<typeof presenceFactsSchema>>;

/** Where in time and in whose work a record stands; one reading of every clock. */
export const beatSchema = z.strictObject({
  /** Place in the journal, from 1 without gaps. */
  seq: z.int().min(1),
  /** The worker's sign-on to sign-off, numbered from 1. */
  session: z.int().min(1),
  monoMs: durationMsSchema,
  bootId: z.string().min(1).max(64),
  bootMs: durationMsSchema,
  wallMs: instantSchema,
  zone: z.string().min(1).max(64),
  /** What is on from this moment, until the next beat says otherwise. */
  activity: activitySchema,
  presence: presenceSchema,
  projectId: idSchema.nullable(),
  taskId: idSchema.nullable(),
});
export type Beat = Readonly<z.infer<typeof beatSchema>>;
