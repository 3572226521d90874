import { z } from 'zod';
import { idSchema, minorSchema } from '../../core/ids.ts';
import { privacyLevelSchema } from '../../project/app-settings.ts';
import { verificationReportSchema } from '../../manifest/report.ts';
import { ownRecordReportSchema } from '../../manifest/verify/verify-own-record.ts';
import type { FormatLosses } from '../../dataset/losses.ts';
import { becauseShape } from '../../i18n/reason.ts';
import { call } from '../call.ts';

const none = z.strictObject({});
const passphrase = z.string().max(1024);

/** Where the signing keys of this machine stand. */
export const keyStatusSchema = z.strictObject({
  /** `missing`: none made yet; `locked`: a passphrase is needed; `ready`: signing works. */
  state: z.enum(['missing', 'locked', 'ready']),
  /** What guards them, or would: the system's keyring, or a passphrase where there is none. */
  guard: z.enum(['keyring', 'passphrase']),
  /** Fingerprints of this project's keys, 8 groups of 4; null until the keys are ready and a project is open. */
  fingerprints: z.strictObject({ worker: z.string(), requester: z.string() }).nullable(),
});
export type KeyStatus = z.infer<typeof keyStatusSchema>;

const verifiedFolderSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('package'), report: verificationReportSchema }),
  z.strictObject({ of: z.literal('own-hours'), report: ownRecordReportSchema }),
]);
export type VerifiedFolder = z.infer<typeof verifiedFolderSchema>;

const lossesSchema = z.strictObject({
  format: z.string(),
  code: z.string(),
  ...becauseShape('loss'),
  places: z.array(z.string()),
}) as unknown as z.ZodType<FormatLosses>;

export const exportCalls = {
  'keys.status': call(none, keyStatusSchema),
  /** The passphrase is ignored where the system's keyring guards the keys. */
  'keys.create': call(z.strictObject({ passphrase }), keyStatusSchema),
  'keys.unlock': call(z.strictObject({ passphrase }), keyStatusSchema),
  'keys.lock': call(none, keyStatusSchema),
  /** What would leave this machine: counts, due pay, and the exact text of the worker's statement. */
  'export.preview': call(
    z.strictObject({
      /** Consent stands in the enrolment, which the statement names by its digest. */
      publishRows: z.boolean(),
      /** What the worker wants said beside their signature; it is signed as it was shown. */
      protest: z.string().trim().max(2000).default(''),
    }),
    z.strictObject({
      previewId: idSchema,
      /** How much of the worker's time leaves; their own setting. */
      detail: privacyLevelSchema,
      submissions: z.strictObject({ accepted: z.int(), pending: z.int(), rejected: z.int() }),
      currency: z.string(),
      dueMinor: minorSchema,
      workMs: z.int(),
      /** The canonical JSON that the worker signs, byte for byte. */
      statement: z.string(),
      /** True with fewer than five workers: the people behind the data can be recognised. */
      recognisable: z.boolean(),
      formats: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    }),
  ),
  /** Of the pictures that would be published as they are: how many tell where they were taken, by whom, with which device. */
  'export.metadata': call(none, z.strictObject({ images: z.int(), place: z.int(), person: z.int(), device: z.int() })),
  'export.run': call(
    z.strictObject({
      /** What was shown is what is signed. */
      previewId: idSchema,
      formats: z.array(z.string().max(40)).min(1),
      /** What the requester states to have sent, in minor units. */
      sentMinor: minorSchema,
      /** The worker's own answer; nobody else may give it. */
      receipt: z.enum(['received', 'not-received', 'disputed', 'no-response']),
      /** The worker agrees that their own signed statements are published with the package. Never assumed. */
      publishRows: z.boolean(),
    }),
    z.strictObject({
      dir: z.string(),
      files: z.int(),
      /** By format and sort; `places` names every one. */
      losses: z.array(lossesSchema),
      verification: verificationReportSchema,
    }),
  ),
  'verify.choose': call(none, z.strictObject({ path: z.string().nullable() })),
  /** What lies in the folder is seen from the folder: a package, or the hours that a worker exported of their own. */
  'verify.run': call(z.strictObject({ path: z.string().min(1).max(4096) }), verifiedFolderSchema),
} as const;
