import { z } from 'zod';
import type { CallSpec } from './call.ts';
import { careCalls } from './calls/care-calls.ts';
import { exportCalls } from './calls/export-calls.ts';
import { projectCalls } from './calls/project-calls.ts';
import { reviewCalls } from './calls/review-calls.ts';
import { suggestionCalls } from './calls/suggestion-calls.ts';
import { taskCalls } from './calls/task-calls.ts';
import { liveViewSchema, timeCalls } from './calls/time-calls.ts';
import { wellbeingCalls } from './calls/wellbeing-calls.ts';
import type { Channel, EventName } from './channels.ts';

/** Every call between a window and the main process: its input, its output, checked at both ends. */
export const contract = {
  ...projectCalls,
  ...taskCalls,
  ...reviewCalls,
  ...timeCalls,
  ...wellbeingCalls,
  ...careCalls,
  ...suggestionCalls,
  ...exportCalls,
} as const satisfies Record<Channel, CallSpec>;

export type Contract = typeof contract;
/** What a caller gives, and what a handler gets once it was parsed. */
export type Input<Name extends Channel> = z.input<Contract[Name]['input']>;
export type ParsedInput<Name extends Channel> = z.output<Contract[Name]['input']>;
export type Output<Name extends Channel> = z.output<Contract[Name]['output']>;

/** What each event carries. */
export const events = {
  'time.changed': liveViewSchema,
  'content.hideall': z.strictObject({}),
  'app.failed': z.strictObject({ code: z.string() }),
} as const satisfies Record<EventName, z.ZodType>;

export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;
