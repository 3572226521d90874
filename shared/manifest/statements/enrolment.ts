import { z } from 'zod';
import { projectCareSchema } from '../../project/care.ts';
import { termsSchema } from '../../project/terms.ts';
import { daySchema, keyIdSchema, projectRefSchema, rolesSchema } from './fields.ts';

export const ENROLMENT = 'urn:fairmark:enrolment:v0.1';

/**
 * What a worker and a requester agreed before any work. Both sign; the subject is the terms document.
 *
 * It binds the worker's key to this requester's key, so that a later manifest by another key is noticed.
 */
export const enrolmentSchema = z.strictObject({
  project: projectRefSchema,
  roles: rolesSchema,
  terms: termsSchema,
  /**
   * What the worker had been told of the content, and the project's own limits, when they accepted. Missing where that
   * was not kept, as in packages made before it was.
   */
  care: projectCareSchema.optional(),
  exposureOptIn: z.boolean(),
  consent: z.strictObject({ publishRows: z.boolean() }),
  /** The key that this one replaces; then `replaced-worker` signs too. */
  replacesKeyId: keyIdSchema.nullable(),
  /** The key was lost: requester and witness vouch for the new one. */
  rebound: z.boolean(),
  enrolledAt: daySchema,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;
