import type { WritableDb } from '../handles.ts';

/**
 * One step of a database's shape. Runs inside the transaction that also raises `user_version`, so it happens wholly
 * or not at all. A released one is never edited.
 */
export type Migration = (db: WritableDb) => void;
