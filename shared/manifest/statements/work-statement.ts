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
  toolSchema,
  treeSchema,
} from './fields.ts';

export const WORK_STATEMENT = 'urn:fairmark:work-statement:v0.1';

/**
 * A worker's own account of their work on a project, from enrolment to `period.toWeek`. The worker alone signs; the
 * subject is the list of their submissions' leaf hashes (`annotation-leaves.ts`).
 *
 * Cumulative: each statement replaces the one before and names it, so a gap in `seq` or a shrinking tree shows.
 */
export const workStatementSchema = z.strictObject({
  project: projectRefSchema,
  roles: rolesSchema,
  enrolmentSha256: sha256Schema,
  seq: z.int().min(1),
  prevStatementSha256: sha256Schema.nullable(),
  period: periodSchema,
  durationsMs: durationsSchema,
  totalMs: durationMsSchema,
  sourcesMs: sourcesSchema,
  /** Beside work time, never inside. */
  undeterminedMs: durationMsSchema,
  /** Beside work time, never inside. */
  outageMs: durationMsSchema,
  items: z.strictObject({
    claimed: countSchema,
    submitted: countSchema,
    skipped: countSchema,
    expired: countSchema,
    rework: countSchema,
  }),
  breaks: breaksSchema,
  /** Time with flagged content unveiled; null unless the worker opted in. */
  exposureMs: durationMsSchema.nullable(),
  clock: z.strictObject({
    gapsMs: durationMsSchema,
    anomalies: countSchema,
    idleSource: z.enum(['system', 'app']),
  }),
  annotationRoot: treeSchema,
  journalRoot: treeSchema,
  tool: toolSchema,
  /** The worker signs the numbers and says that something is wrong; empty if nothing is. */
  protest: z.string().max(2000),
});
export type WorkStatement = z.infer<typeof workStatementSchema>;
