import type Database from 'better-sqlite3';

declare const reads: unique symbol;
declare const writes: unique symbol;

/** A database that a function may only read. */
export type ReadableDb = Pick<Database.Database, 'prepare'> & { readonly [reads]: true };

/** A database that a function may write; only `openDatabase` hands one out. */
export type WritableDb = Database.Database & { readonly [reads]: true; readonly [writes]: true };

/** For the opener alone, once it has made sure of every setting. */
export function asWritable(db: Database.Database): WritableDb {
  return db as WritableDb;
}
