import { z } from 'zod';
import { durationMsSchema, idSchema, instantSchema, minorSchema, sha256Schema } from '../core/ids.ts';
import { type Beat, beatSchema, presenceFactsSchema } from './beat.ts';
import { phaseSchema } from './segment.ts';
import { outcomeSchema } from './task-fact.ts';

/**
 * Body of a record that keeps time. `missed`: beats before this one could not be written, so the time since the
 * last record is unknown because of the disk.
 */
const timed = z.strictObject({ now: presenceFactsSchema, missed: z.boolean() });

/** The worker's answer about an undetermined stretch. `split`: the first `workMs` of it were work, the rest not. */
export const answerSchema = z.enum(['working', 'away', 'split', 'outage', 'later']);
export type Answer = z.infer<typeof answerSchema>;

/** One correction adds a week at most: no typing error makes a sum meaningless. */
const addedMsSchema = z
  .int()
  .min(1)
  .max(7 * 24 * 3_600_000);

/** A stretch given by its segment, or one that no session covers (work outside of Fairmark, a forgotten sign-on). */
export const correctionRangeSchema = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('segment'),
    segmentId: idSchema,
    offsetMs: durationMsSchema,
    durationMs: durationMsSchema,
  }),
  z.strictObject({
    of: z.literal('added'),
    startUtcMs: instantSchema,
    zone: z.string().min(1).max(64),
    durationMs: addedMsSchema,
    projectId: idSchema.nullable(),
    taskId: idSchema.nullable(),
  }),
]);

/** Only the worker corrects, upward or downward; the original stays and both show. */
export const correctionSchema = z.strictObject({
  range: correctionRangeSchema,
  to: phaseSchema,
  reason: z.string().max(1000),
});
export type Correction = Readonly<z.infer<typeof correctionSchema>>;

/** `lifted`: the worker lifted a day's gate; what they wrote is kept beside the journal, never in it. */
export const breakActSchema = z.enum(['due', 'postponed', 'started', 'ended', 'rested', 'lifted']);
export type BreakActKind = z.infer<typeof breakActSchema>;

/** What was shown of flagged content since the last such note. Belongs to the worker; see wellbeing.md. */
export const exposureNoteSchema = z.strictObject({
  flaggedItems: z.int().min(0),
  openMs: durationMsSchema,
  unveiledMs: durationMsSchema,
  lensReveals: z.int().min(0),
  fullReveals: z.int().min(0),
  undisclosedHazards: z.int().min(0),
});
export type ExposureNote = Readonly<z.infer<typeof exposureNoteSchema>>;

/** A verdict or payment as the worker learnt of it. */
export const outcomeNoteSchema = z.strictObject({
  submissionId: idSchema,
  taskId: idSchema,
  outcome: outcomeSchema,
  currency: z.string().regex(/^[A-Z]{3}$/),
  payMinor: minorSchema,
});
export type OutcomeNote = Readonly<z.infer<typeof outcomeNoteSchema>>;

/**
 * Old beats were folded into ledgers and removed; this holds the chain together in their place. Hashes are SHA-256 over
 * the raw hashes of all records up to `throughSeq`, and over the texts of the ledgers, each in order.
 */
export const checkpointSchema = z.strictObject({
  throughSeq: z.int().min(1),
  throughHash: sha256Schema,
  hashesSha256: sha256Schema,
  ledgersSha256: sha256Schema,
  /** Records up to `throughSeq` that stay: starts and stops of sessions, and what the worker said or learnt. */
  keptRecords: z.int().min(0),
});
export type Checkpoint = Readonly<z.infer<typeof checkpointSchema>>;

/**
 * What a record says beside its beat. The first six keep time; the others are acts and notes of the worker, whose
 * clock reading is never counted.
 */
export const journalEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('session-start'),
    /** Half-written records that the opening of the journal dropped from its end, if no session was open. */
    body: timed.extend({ droppedRecords: z.int().min(0) }),
  }),
  z.strictObject({
    kind: z.literal('session-stop'),
    body: timed.extend({
      /** `crash` and `reboot` are written by the next start, at its own reading of the clocks. */
      reason: z.enum(['signed-off', 'quit', 'crash', 'reboot']),
      droppedRecords: z.int().min(0),
    }),
  }),
  z.strictObject({
    kind: z.literal('beat'),
    body: timed.extend({ idleSource: z.enum(['system', 'app']) }),
  }),
  z.strictObject({ kind: z.literal('activity'), body: timed }),
  z.strictObject({
    kind: z.literal('power'),
    body: timed.extend({ event: z.enum(['suspend', 'resume', 'lock', 'unlock', 'shutdown']) }),
  }),
  z.strictObject({
    kind: z.literal('break'),
    body: timed.extend({
      act: breakActSchema,
      rule: z.string().min(1).max(40),
      /** Policy length of the break. */
      lengthMs: durationMsSchema,
      /** `ended`: whether it had run its length. */
      complete: z.boolean(),
    }),
  }),
  z.strictObject({
    kind: z.literal('answer'),
    body: z.strictObject({
      segmentId: idSchema,
      answer: answerSchema,
      workMs: durationMsSchema,
      /** What the stretch was taken to last when it was answered: the wall clock's estimate where nothing else is known. */
      durationMs: durationMsSchema,
    }),
  }),
  z.strictObject({ kind: z.literal('correction'), body: correctionSchema }),
  z.strictObject({ kind: z.literal('exposure'), body: exposureNoteSchema }),
  z.strictObject({ kind: z.literal('outcome'), body: outcomeNoteSchema }),
  z.strictObject({ kind: z.literal('checkpoint'), body: checkpointSchema }),
]);
export type JournalEvent = Readonly<z.infer<typeof journalEventSchema>>;
export type JournalKind = JournalEvent['kind'];

/** A record before the journal gave it its place and its hash. */
export type JournalDraft = Omit<Beat, 'seq'> & JournalEvent;

const draftBeatSchema = beatSchema.omit({ seq: true });

/** Parses a draft before it is written, so that nothing goes in which could not be read again. Throws what zod throws. */
export function parseJournalDraft({ kind, body, ...beat }: JournalDraft): JournalDraft {
  return { ...draftBeatSchema.parse(beat), ...journalEventSchema.parse({ kind, body }) };
}

/** Every kind, as the database checks it. */
export const journalKinds: readonly JournalKind[] = journalEventSchema.options.map((option) => option.shape.kind.value);

/** Links a record to the one before it: SHA-256 over all own columns and `prevHash`, both in lower-case hex. */
export const journalLinkSchema = z.strictObject({ prevHash: sha256Schema, hash: sha256Schema });

/** One record of the journal. */
export type JournalRecord = Beat & JournalEvent & Readonly<z.infer<typeof journalLinkSchema>>;

/** The events that keep time. */
export type TimedEvent = Extract<JournalEvent, { readonly body: { readonly missed: boolean } }>;

/** A record that keeps time: every one of them is a beat. */
export type TimedRecord = Extract<JournalRecord, { readonly body: { readonly missed: boolean } }>;

/** What folding needs of such a record. */
export type TimedDraft = Omit<Beat, 'seq'> & TimedEvent;

export function isTimed(record: JournalRecord): record is TimedRecord {
  return 'now' in record.body;
}

/** A verdict or payment at its place in the journal. */
export type OutcomeRecord = Extract<JournalRecord, { readonly kind: 'outcome' }>;

export function isOutcome(record: JournalRecord): record is OutcomeRecord {
  return record.kind === 'outcome';
}
