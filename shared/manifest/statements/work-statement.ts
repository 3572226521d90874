import { z } from 'zod';
import { durationMsSchema, sha256Schema } from '../../core/ids.ts';
import {
  breaksSchema,
  countSchema,
  durationsSchema,
  periodSchema,
  projectRefSchema,
  rolesSchema,
  sourcesSchema,
  taskTimesSchema,
  toolSchema,
  treeSchema,
  withheldSchema,
} from './fields.ts';

export const WORK_STATEMENT = 'urn:fairmark:work-statement:v0.1';

/** What was labelled: told at every level. */
const workShape = {
  project: projectRefSchema,
  roles: rolesSchema,
  enrolmentSha256: sha256Schema,
  seq: z.int().min(1),
  prevStatementSha256: sha256Schema.nullable(),
  items: z.strictObject({
    claimed: countSchema,
    submitted: countSchema,
    skipped: countSchema,
    expired: countSchema,
    rework: countSchema,
  }),
  annotationRoot: treeSchema,
  tool: toolSchema,
  /** The worker signs the numbers and says that something is wrong; empty if nothing is. */
  protest: z.string().max(2000),
};

/** The time that it took, at a level that the worker chose. */
const timeShape = {
  period: periodSchema,
  durationsMs: durationsSchema,
  totalMs: durationMsSchema,
  sourcesMs: sourcesSchema,
  /** Beside work time, never inside. */
  undeterminedMs: durationMsSchema,
  /** Beside work time, never inside. */
  outageMs: durationMsSchema,
  breaks: breaksSchema,
  /** Time with flagged content unveiled; null unless the worker opted in. */
  exposureMs: durationMsSchema.nullable(),
  /** Items whose hazard only this worker named. Missing in statements made before it was told. */
  undisclosedHazards: countSchema.optional(),
  clock: z.strictObject({
    gapsMs: durationMsSchema,
    anomalies: countSchema,
    idleSource: z.enum(['system', 'app']),
  }),
  journalRoot: treeSchema,
};

const toldSchema = z.strictObject({
  ...workShape,
  // a statement is about one project: the second, of older statements, says the same
  detail: z.enum(['totals', 'per-project']),
  ...timeShape,
  tasks: withheldSchema,
});

const toldByTaskSchema = z.strictObject({
  ...workShape,
  detail: z.literal('per-task'),
  ...timeShape,
  tasks: taskTimesSchema,
});

/** Even the number of journal records would tell: there is one every five seconds. */
const keptSchema = z.strictObject({
  ...workShape,
  detail: z.literal('none'),
  period: withheldSchema,
  durationsMs: withheldSchema,
  totalMs: withheldSchema,
  sourcesMs: withheldSchema,
  undeterminedMs: withheldSchema,
  outageMs: withheldSchema,
  breaks: withheldSchema,
  exposureMs: withheldSchema,
  undisclosedHazards: withheldSchema.optional(),
  clock: withheldSchema,
  journalRoot: withheldSchema,
  tasks: withheldSchema,
});

/**
 * A worker's own account of their work on a project, from enrolment to `period.toWeek`. The worker alone signs; the
 * subject is the list of their submissions' leaf hashes (`annotation-leaves.ts`).
 *
 * Cumulative: each statement replaces the one before and names it, so a gap in `seq` or a shrinking tree shows.
 * `detail` is the worker's privacy level; what it keeps back says `withheld`.
 */
export const workStatementSchema = z.discriminatedUnion('detail', [toldSchema, toldByTaskSchema, keptSchema]);
export type WorkStatement = z.infer<typeof workStatementSchema>;

/** A statement whose worker let their time leave. */
export type ToldWork = Exclude<WorkStatement, { readonly detail: 'none' }>;

export function isTold(work: WorkStatement): work is ToldWork {
  return work.detail !== 'none';
}
