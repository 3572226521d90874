import { z } from 'zod';
import { durationMsSchema, idSchema, sha256Schema } from '../../core/ids.ts';
import {
  breaksSchema,
  countSchema,
  durationsSchema,
  periodSchema,
  rolesSchema,
  sourcesSchema,
  taskTimesSchema,
  toolSchema,
  treeSchema,
  withheldSchema,
} from './fields.ts';

export const OWN_RECORD = 'urn:fairmark:own-record:v0.1';

/**
 * A worker's account of all of their time, over every project, for whoever they choose to show it to. The worker alone
 * signs, with a key that belongs to no project; the subject is the table of hours beside it. No project and no
 * requester has a part in it, and it enters no package.
 */
export const ownRecordSchema = z.strictObject({
  roles: rolesSchema,
  /** Payload of the statement over the same stretch of time that this one takes the place of; null for the first. */
  supersedesSha256: sha256Schema.nullable(),
  period: periodSchema,
  detail: z.enum(['totals', 'per-project', 'per-task']),
  durationsMs: durationsSchema,
  totalMs: durationMsSchema,
  sourcesMs: sourcesSchema,
  /** Work time with every answer and correction ignored. */
  recordedMs: durationMsSchema,
  undeterminedMs: durationMsSchema,
  outageMs: durationMsSchema,
  breaks: breaksSchema,
  clock: z.strictObject({ gapsMs: durationMsSchema, anomalies: countSchema, idleSource: z.enum(['system', 'app']) }),
  projects: z.union([withheldSchema, z.array(z.strictObject({ id: idSchema, totalMs: durationMsSchema }))]),
  /** True times add up to `totalMs`, unless no task has time of its own. */
  tasks: z.union([withheldSchema, taskTimesSchema]),
  journalRoot: treeSchema,
  tool: toolSchema,
});
export type OwnRecord = z.infer<typeof ownRecordSchema>;
