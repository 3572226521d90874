import Database from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';
import { type ReadableDb, asWritable } from './handles.ts';

/**
 * The tables and indexes of a database as one text, equal for equal shapes.
 *
 * A file from a stranger may hold triggers or views that act when the app writes: what is not in the text that the
 * migrations themselves produce is not opened.
 */
export function schemaOf(db: ReadableDb): string {
  const rows = db
    .prepare<[], { sql: string | null; type: string; name: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .all();
  return rows.map((row) => `${row.type} ${row.name} ${row.sql ?? ''}`).join('\n');
}

/** The schema after these migrations, made in memory. */
export function schemaAfter(migrations: readonly Migration[]): string {
  const db = asWritable(new Database(':memory:'));
  try {
    for (const migrate of migrations) migrate(db);
    return schemaOf(db);
  } finally {
    db.close();
  }
}
