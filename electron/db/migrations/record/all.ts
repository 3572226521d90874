import type { Migration } from '../migration.ts';
import { start } from './001-start.ts';

/** "FMre" in ASCII: marks a SQLite file as a worker's record. */
export const RECORD_APPLICATION_ID = 0x46_4d_72_65;

/** In order; a released one is never edited. */
export const recordMigrations: readonly Migration[] = [start];
