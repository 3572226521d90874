import { z } from 'zod';
import { claimIdSchema, claimStatusSchema, verificationCodeSchema } from '../../shared/manifest/report.ts';

const sentence = z.string().regex(/^\S.+\S$/);
const findingSchema = z.strictObject({
  code: verificationCodeSchema,
  path: z.string(),
  message: sentence,
  reason: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** What `verify --json` prints (docs/cli.md): codes for programs, and beside them what they say in English. */
export function documentedReport<Summary extends z.ZodType>(summary: Summary) {
  return z.strictObject({
    ok: z.boolean(),
    claims: z.array(
      z.strictObject({
        id: claimIdSchema,
        status: claimStatusSchema,
        basis: sentence,
        reason: z.string(),
        details: z.record(z.string(), z.union([z.string(), z.number()])),
        findings: z.array(findingSchema),
      }),
    ),
    findings: z.array(findingSchema),
    summary,
  });
}
