import { z } from 'zod';
import { sha256Schema } from '../../core/ids.ts';
import { receiptStates } from '../facts.ts';
import {
  appealsSchema,
  countSchema,
  daySchema,
  payAmountsSchema,
  projectRefSchema,
  rejectionsSchema,
  rolesSchema,
} from './fields.ts';

export const SETTLEMENT = 'urn:fairmark:settlement:v0.1';

/**
 * What the requester did with a worker's work: verdicts and pay. The requester signs; the worker countersigns
 * whenever `receipt` says anything but `no-response`. The subject is the work statement.
 */
export const settlementSchema = z.strictObject({
  project: projectRefSchema,
  roles: rolesSchema,
  items: z.strictObject({ accepted: countSchema, rejected: countSchema, pending: countSchema }),
  rejections: rejectionsSchema,
  /** Digest of each rejection's reason, sorted. The texts stay private. */
  reasonsSha256: z.array(sha256Schema).max(100_000),
  appeals: appealsSchema,
  pay: payAmountsSchema.extend({ paidAt: daySchema.nullable(), dueAt: daySchema }),
  receipt: z.enum(receiptStates),
  /** Contested: counted among the workers, left out of the totals. */
  disputed: z.boolean(),
});
export type Settlement = z.infer<typeof settlementSchema>;
