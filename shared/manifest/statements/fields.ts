import { z } from 'zod';
import { durationMsSchema, idSchema, minorSchema, sha256Schema } from '../../core/ids.ts';
import { rejectionCodeSchema } from '../../project/task.ts';
import { workActivities } from '../../time/activity.ts';

/** `sha256:` and the hex SHA-256 of a key's SubjectPublicKeyInfo. */
export const keyIdSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);

export const countSchema = z.int().min(0);

/** Basis points of a whole, 0-10000. */
export const basisPointsSchema = z.int().min(0).max(10_000);

/** ISO 8601 week, e.g. `2026-W07`: as fine as work is ever dated. */
export const isoWeekSchema = z.string().regex(/^[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])$/);

/** Day in UTC, `YYYY-MM-DD`. */
export const daySchema = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/);

export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

export const projectRefSchema = z.strictObject({ id: idSchema, name: z.string().min(1).max(200) });

/** Who signs a statement, and as what. A signature itself carries no role, so it stands in the signed bytes. */
export const roleSchema = z.enum(['worker', 'replaced-worker', 'requester', 'witness', 'auditor']);
export type Role = z.infer<typeof roleSchema>;

const roleHolderSchema = z.strictObject({ role: roleSchema, keyId: keyIdSchema });
export type RoleHolder = z.infer<typeof roleHolderSchema>;

/** In the order of signing; each listed role must have signed, and nobody else. */
export const rolesSchema = z.array(roleHolderSchema).min(1).max(8);

/** First and last ISO week with recorded time; null if there is none. */
export const periodSchema = z.strictObject({ fromWeek: isoWeekSchema, toWeek: isoWeekSchema }).nullable();

/** Work time by activity: every code of work, zeros included, so that none can be left out quietly. */
export const durationsSchema = z.strictObject(
  Object.fromEntries(workActivities.map((activity) => [activity, durationMsSchema])) as Record<
    (typeof workActivities)[number],
    typeof durationMsSchema
  >,
);
export type Durations = z.infer<typeof durationsSchema>;

/** How work time is known; the three add up to the total. */
export const sourcesSchema = z.strictObject({
  measured: durationMsSchema,
  inferred: durationMsSchema,
  declared: durationMsSchema,
});

export const breaksSchema = z.strictObject({
  due: countSchema,
  taken: countSchema,
  postponed: countSchema,
  interrupted: countSchema,
});

/** An RFC 6962 tree by its size and head. */
export const treeSchema = z.strictObject({ treeSize: countSchema, rootSha256: sha256Schema });

/** Rejections by reason, in the order of the codes, without zeros. */
export const rejectionsSchema = z.array(z.strictObject({ code: rejectionCodeSchema, count: z.int().min(1) }));

export const appealsSchema = z.strictObject({ made: countSchema, upheld: countSchema, dismissed: countSchema });

export const toolSchema = z.strictObject({
  name: z.string().min(1).max(100),
  version: z.string().min(1).max(100),
  buildSha256: sha256Schema.nullable(),
});

export const payAmountsSchema = z.strictObject({
  currency: currencySchema,
  grossMinor: minorSchema,
  feesMinor: minorSchema,
  netMinor: minorSchema,
});

/** Stands where a worker chose not to tell. Never the same as 0. */
export const withheldSchema = z.literal('withheld');

/** Time of single tasks, by id; true times add up to the total, unless no task has time of its own. */
export const taskTimesSchema = z.array(
  z.strictObject({ id: idSchema, ownMs: durationMsSchema, trueMs: durationMsSchema }),
);
