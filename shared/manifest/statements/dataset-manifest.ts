import { z } from 'zod';
import * as claims from '../claims/all.ts';
import { type ClaimId, claimIds } from '../report.ts';
import type { Claim } from '../claims/claim.ts';

export const DATASET_MANIFEST = 'urn:fairmark:dataset-manifest:v0.1';

type Claims = typeof claims;
type Shapes = Claims[keyof Claims]['shape'];
type All<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer Both) => void
  ? Both
  : never;
type Fields = All<Shapes>;

/** A claim with its fields widened, so that any fits. */
export type AnyClaim = Claim<ClaimId, z.core.$ZodLooseShape>;

/** All claims in the order in which people read them: namespace key order differs between hosts. */
export const allClaims: readonly AnyClaim[] = (
  Object.values(claims) as readonly unknown[] as readonly AnyClaim[]
).toSorted((a, b) => claimIds.indexOf(a.id) - claimIds.indexOf(b.id));

/**
 * The labour behind one release of a dataset, in sums. The requester signs; the subjects are all files in `data/`.
 * Its fields are those of the claims.
 */
export const datasetManifestSchema = z.strictObject(
  Object.assign({}, ...allClaims.map(({ shape }) => shape)) as { [Field in keyof Fields]: Fields[Field] },
);
export type DatasetManifest = z.infer<typeof datasetManifestSchema>;
