import { start } from './001-start.ts';

/** In order; a released one is never edited. */
export const projectMigrations = [start] as const;
