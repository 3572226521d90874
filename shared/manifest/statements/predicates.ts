import { BugError } from '../../core/errors.ts';
import type { Statement } from '../encoding/statement.ts';
import { DATASET_MANIFEST, type DatasetManifest, datasetManifestSchema } from './dataset-manifest.ts';
import { ENROLMENT, type Enrolment, enrolmentSchema } from './enrolment.ts';
import { SETTLEMENT, type Settlement, settlementSchema } from './settlement.ts';
import { WORK_STATEMENT, type WorkStatement, workStatementSchema } from './work-statement.ts';

/** What Fairmark signs, by predicate type. Nothing else is ever signed. */
export const predicateSchemas = {
  [ENROLMENT]: enrolmentSchema,
  [WORK_STATEMENT]: workStatementSchema,
  [SETTLEMENT]: settlementSchema,
  [DATASET_MANIFEST]: datasetManifestSchema,
} as const;
export type PredicateType = keyof typeof predicateSchemas;
export type AnyPredicate = Enrolment | WorkStatement | Settlement | DatasetManifest;

export function isPredicateType(type: string): type is PredicateType {
  return Object.hasOwn(predicateSchemas, type);
}

/** The predicate of a statement of ours that is about to be signed; anything else is a fault of ours. */
export function parsePredicate(statement: Statement<unknown>): AnyPredicate {
  const { predicateType, predicate } = statement;
  if (!isPredicateType(predicateType)) throw new BugError(`no such statement: ${predicateType}`);
  return predicateSchemas[predicateType].parse(predicate);
}
