import type { Finding } from '../core/errors.ts';
import { z } from 'zod';
import { durationMsSchema, minorSchema } from '../core/ids.ts';
import { type Because, becauseShape } from '../i18n/reason.ts';

/**
 * Every kind of fault a verification can find (docs/manifest-specification.md, "Codes"). Programs rely on these;
 * the reasons beside them may become more.
 */
export const verificationCodeSchema = z.enum([
  'E_SIG',
  'E_ROLE',
  'E_KEY_WEAK',
  'E_KEY_UNENROLLED',
  'E_NONCANONICAL',
  'E_UNIT',
  'E_SUBJECT',
  'E_EXTRA_FILE',
  'E_REPLAY',
  'E_SUM',
  'E_RATE',
  'E_ROWS',
  'E_COVERAGE',
  'E_ROLLBACK',
  'E_TIME_BOUND',
  'E_OVERLAP',
  'E_OMISSION',
  'E_FORMAT',
  'E_LIMIT',
]);
export type VerificationCode = z.infer<typeof verificationCodeSchema>;

/** One fault. `path` is inside the package, with `#/a/b` after it for a field of a signed payload. */
export type VerificationFinding = Finding<VerificationCode, Because<'verified'>>;

/** The reason and its details belong together; whoever makes a finding is asked for both by the compiler. */
export const verificationFindingSchema = z.strictObject({
  code: verificationCodeSchema,
  path: z.string(),
  ...becauseShape('verified'),
}) as unknown as z.ZodType<VerificationFinding>;

/** What a manifest states, in the order in which people read it. One file each in `claims/`. */
export const claimIds = [
  'files',
  'signatures',
  'release',
  'terms',
  'care',
  'workers',
  'time',
  'pay',
  'rate',
  'items',
  'breaks',
  'exposure',
  'clock',
  'origin',
  'coverage',
  'completeness',
] as const;
export const claimIdSchema = z.enum(claimIds);
export type ClaimId = z.infer<typeof claimIdSchema>;

/**
 * - `VERIFIED`: recomputed from bytes in the package, or said by the one party that can know it, in its own signature.
 * - `ASSERTED`: signed, not contradicted, and nothing in the package could show it false.
 * - `DISPUTED`: the parties' own signed words disagree, or one of them says that it disagrees.
 * - `FAILED`: something does not hold; `findings` say what.
 */
export const claimStatusSchema = z.enum(['VERIFIED', 'ASSERTED', 'DISPUTED', 'FAILED']);
export type ClaimStatus = z.infer<typeof claimStatusSchema>;

export type ClaimReport = {
  readonly id: ClaimId;
  readonly status: ClaimStatus;
  readonly findings: readonly VerificationFinding[];
  /** `reason` and `details`: what the status rests on. */
} & Because<'basis'>;

export const claimReportSchema = z.strictObject({
  id: claimIdSchema,
  status: claimStatusSchema,
  ...becauseShape('basis'),
  findings: z.array(verificationFindingSchema),
}) as unknown as z.ZodType<ClaimReport>;

/** The signed numbers for people. They are as good as the claims beside them, no better. */
export const verificationSummarySchema = z.strictObject({
  projectName: z.string(),
  datasetTitle: z.string(),
  /** ISO weeks of the work, e.g. `2026-W07`; null if no work was recorded. */
  fromWeek: z.string().nullable(),
  toWeek: z.string().nullable(),
  /** Fingerprint of the requester's key, to compare over another channel. */
  requesterFingerprint: z.string(),
  workers: z.strictObject({ enrolled: z.int().min(0), included: z.int().min(0), disputed: z.int().min(0) }),
  items: z.strictObject({
    inDataset: z.int().min(0),
    submitted: z.int().min(0),
    accepted: z.int().min(0),
    rejected: z.int().min(0),
  }),
  annotations: z.int().min(0),
  /** Work time by activity code of time.md; every code of work is present, 0 included. */
  durationsMs: z.record(z.string(), durationMsSchema),
  totalMs: durationMsSchema,
  undeterminedMs: durationMsSchema,
  outageMs: durationMsSchema,
  /** Included workers who kept their time to themselves; the durations are of the others. */
  timeWithheldBy: z.int().min(0),
  pay: z.strictObject({
    currency: z.string(),
    grossMinor: minorSchema,
    feesMinor: minorSchema,
    netMinor: minorSchema,
    /** Share of the pay that workers confirmed to have received, in basis points. */
    acknowledgedBp: z.int().min(0).max(10_000),
  }),
  /** Pay divided by all work time; null under 10 minutes of work or 5 submissions, and where anyone withheld their time. */
  effectiveHourlyMinor: minorSchema.nullable(),
  /** Pay divided by labelling time only: the rate that leaves the unpaid work out. */
  taskTimeOnlyHourlyMinor: minorSchema.nullable(),
  labelOrigin: z.strictObject({ hand: z.int().min(0), accepted: z.int().min(0), edited: z.int().min(0) }),
});
export type VerificationSummary = z.infer<typeof verificationSummarySchema>;

/**
 * What a verification says: findings, not a tick.
 *
 * `ok` is true when nothing failed: no finding at all. Asserted and disputed claims leave it true, so always show
 * the claims beside it.
 */
export const verificationReportSchema = z.strictObject({
  ok: z.boolean(),
  /** One a claim, in the order of `claimIds`; empty if the manifest itself could not be read. */
  claims: z.array(claimReportSchema),
  /** Every finding, those of the claims included. */
  findings: z.array(verificationFindingSchema),
  /** Null if the manifest itself could not be read. */
  summary: verificationSummarySchema.nullable(),
});
export type VerificationReport = z.infer<typeof verificationReportSchema>;
