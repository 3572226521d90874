import { start } from './001-start.ts';
import { suggestions } from './002-suggestions.ts';
import { annotationDetails } from './003-annotation-details.ts';
import { relations } from './004-relations.ts';
import { care } from './005-care.ts';
import { parts } from './006-parts.ts';
import { submissionIndexes } from './007-submission-indexes.ts';
import { acceptedCare } from './008-accepted-care.ts';
import { rejectedPlaces } from './009-rejected-places.ts';

/** "FMpr" in ASCII: marks a SQLite file as a Fairmark project. */
export const PROJECT_APPLICATION_ID = 0x46_4d_70_72;

/** In order; a released one is never edited. */
export const projectMigrations = [
  start,
  suggestions,
  annotationDetails,
  relations,
  care,
  parts,
  submissionIndexes,
  acceptedCare,
  rejectedPlaces,
] as const;
