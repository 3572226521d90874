import { z } from 'zod';
import { annotationListSchema } from '../annotation/annotation.ts';
import { editSchema } from '../annotation/edit.ts';
import { suggestionSchema } from '../annotation/suggestion.ts';
import { flagCategorySchema } from '../content/flag.ts';
import { durationMsSchema, idSchema, instantSchema, minorSchema } from '../core/ids.ts';
import { longList } from '../core/long-list.ts';
import { projectCareSchema } from '../project/care.ts';
import { labelSetSchema, mediumSchema } from '../project/label-set.ts';
import { partRoleSchema } from '../project/part.ts';
import { taskStateSchema, verdictSchema } from '../project/task.ts';
import { termsSchema } from '../project/terms.ts';

/** What a list or card may say of a flagged item: never a pixel or a word of it. */
export const flagSummarySchema = z.strictObject({
  categories: z.array(flagCategorySchema).min(1),
  severity: z.int().min(1).max(3),
  /** Share of the item that is flagged, in basis points (10,000 = all of it). */
  shareBp: z.int().min(0).max(10_000),
  /** Who said so. */
  origins: z.array(z.enum(['requester', 'worker', 'detector'])),
});
export type FlagSummary = z.infer<typeof flagSummarySchema>;

/** A project in the list of the home screen. */
export const projectCardSchema = z.strictObject({
  path: z.string(),
  name: z.string(),
  /** False when its folder is not where it was. */
  present: z.boolean(),
  lastOpenedAt: instantSchema,
});
export type ProjectCard = z.infer<typeof projectCardSchema>;

/** What a folder holds that can be labelled, before a project is made of it. */
export const folderSurveySchema = z.strictObject({
  /** Names the survey, so that a window can only make a project of what a person chose. */
  id: z.string(),
  folder: z.string(),
  /** Name of the folder: a first name for the project. */
  name: z.string(),
  images: z.int().min(0),
  texts: z.int().min(0),
  /** How many files become no item; `told` are the first of them. */
  aside: z.int().min(0),
  told: z.array(
    z.strictObject({
      path: z.string(),
      why: z.enum([
        'empty',
        'broken',
        'unsupported',
        'too-large',
        'not-utf8',
        'line',
        'unreadable',
        'other',
        'project',
      ]),
    }),
  ),
});
export type FolderSurveyView = z.infer<typeof folderSurveySchema>;

/** An open project. */
export const projectViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  path: z.string(),
  instructions: z.string(),
  labelSets: z.array(labelSetSchema),
  terms: termsSchema,
  /** What the requester says of sensitive content, and limits stricter than the worker's own. */
  care: projectCareSchema,
  counts: z.strictObject({ tasks: z.int(), open: z.int(), submitted: z.int(), skipped: z.int() }),
  /** Submissions that stand rejected, and the newest of them; null when none does. */
  rejected: z.strictObject({ count: z.int().min(1), newestId: idSchema }).nullable(),
  /** Null until this worker has accepted the terms by accepting a first task. */
  termsAcceptedAt: instantSchema.nullable(),
});
export type ProjectView = z.infer<typeof projectViewSchema>;

/** A task in the browse list: what a worker needs to decide, before accepting. */
export const taskCardSchema = z.strictObject({
  id: idSchema,
  medium: mediumSchema,
  title: z.string(),
  state: taskStateSchema,
  payMinor: minorSchema,
  /** Median true time of this project's finished tasks of the same medium; null before there are any. */
  typicalMs: durationMsSchema.nullable(),
  estimateMs: durationMsSchema,
  flags: flagSummarySchema.nullable(),
  /** `media:` address of a thumbnail; of the derivative for flagged images; null for texts. */
  thumbnailUrl: z.string().nullable(),
  words: z.int().nullable(),
  language: z.string().nullable(),
  /** What was handed in last, with the words that it was rejected with; null before that. */
  submission: z.strictObject({ id: idSchema, verdict: verdictSchema, reason: z.string() }).nullable(),
});
export type TaskCard = z.infer<typeof taskCardSchema>;

/** An image as a window may see it. */
export const imageViewSchema = z.strictObject({
  medium: z.literal('image'),
  /** `media:` address of what may be shown now: the original, or the derivative of a flagged item. */
  url: z.string(),
  /** Size of the upright original in pixels; annotations are in this space whatever is shown. */
  width: z.int().min(1),
  height: z.int().min(1),
});

/** A part of a text as a window may see it: never who it comes from. Code points `[start, end)` of the whole text. */
const partViewSchema = z.strictObject({
  id: idSchema,
  role: partRoleSchema,
  start: z.int().min(0),
  end: z.int().min(0),
});

/**
 * A text as a window may see it. In `text` each flagged stretch is a `HIDDEN_BAR`; `bars` tell, in order, which stretch
 * of the item's own text each of them stands for, in code points `[start, end)`. Offsets are always those of that text.
 */
export const textViewSchema = z.strictObject({
  medium: z.literal('text'),
  text: z.string(),
  bars: z.array(
    z.strictObject({ start: z.int().min(0), end: z.int().min(1), categories: z.array(flagCategorySchema) }),
  ),
  language: z.string().nullable(),
  direction: z.enum(['ltr', 'rtl']),
  /** What it is made of, in the order of the text; empty where it is one piece, or hidden as a whole. */
  parts: z.array(partViewSchema),
});

export type TextView = z.infer<typeof textViewSchema>;

/** An item that cannot be shown: why, by code; the task can be skipped as the requester's fault. */
export const brokenViewSchema = z.strictObject({
  medium: z.literal('broken'),
  code: z.enum([
    'ITEM_MISSING',
    'ITEM_BROKEN',
    'ITEM_UNSUPPORTED',
    'ITEM_CHANGED',
    'ITEM_TOO_LARGE',
    'SPANS_DIFFER',
    'PROJECT_GONE',
  ]),
});

export const itemViewSchema = z.discriminatedUnion('medium', [imageViewSchema, textViewSchema, brokenViewSchema]);
export type ItemView = z.infer<typeof itemViewSchema>;

/** The annotations of the open task and where it stands. */
export const annotationStateSchema = z.strictObject({
  revision: z.int().min(0),
  annotations: annotationListSchema,
  /** Suggestions that were rejected. */
  dismissed: z.array(idSchema),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});
export type AnnotationState = z.infer<typeof annotationStateSchema>;

/** Where a task stands after one more step. */
export const stepSchema = annotationStateSchema.pick({ revision: true, canUndo: true, canRedo: true });
export type Step = z.infer<typeof stepSchema>;

/** The same after undo or redo, with what it changed: what an edit changes the window knows itself. */
export const stepBackSchema = stepSchema.extend({ changed: editSchema });
export type StepBack = z.infer<typeof stepBackSchema>;

/** The open task. */
export const taskViewSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  note: z.string(),
  payMinor: minorSchema,
  item: itemViewSchema,
  flags: flagSummarySchema.nullable(),
  state: annotationStateSchema,
  /** All that models predict for the item; which of them wait follows from `state`. */
  suggestions: longList(suggestionSchema),
  /** Ids of the item's answers in the order in which this task shows them. */
  shownAnswers: z.array(idSchema),
  /** `media:` address of the next task's picture, to be decoded ahead; null where there is none that may be shown. */
  nextUrl: z.string().nullable(),
  /** True the first time a worker opens a task of this project: show the instructions first. */
  showInstructions: z.boolean(),
  /** Place among the tasks still open, for "3 of 17". */
  place: z.strictObject({ done: z.int(), total: z.int() }),
});
export type TaskView = z.infer<typeof taskViewSchema>;

/** A submission awaiting or having its verdict. */
export const submissionCardSchema = z.strictObject({
  id: idSchema,
  taskId: idSchema,
  title: z.string(),
  medium: mediumSchema,
  submittedAt: instantSchema,
  annotations: z.int().min(0),
  verdict: verdictSchema,
  reason: z.string(),
  payMinor: minorSchema,
});
export type SubmissionCard = z.infer<typeof submissionCardSchema>;
