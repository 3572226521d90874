import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { ErrorCode } from '../../shared/core/error-codes.ts';
import { AppError, BugError } from '../../shared/core/errors.ts';
import { isWritable, refusingDiskErrors, sqliteCode } from './disk-errors.ts';
import { type WritableDb, asWritable } from './handles.ts';
import type { Migration } from './migrations/migration.ts';
import { schemaAfter, schemaOf } from './schema.ts';

export type { ReadableDb, WritableDb } from './handles.ts';

export interface OpenDatabaseOptions {
  readonly path: string;
  /** Marks the file as one of ours (`PRAGMA application_id`). */
  readonly applicationId: number;
  /** In order; the n-th makes version n. */
  readonly migrations: readonly Migration[];
  /** How this kind of database says that another process holds it, that a newer app made it, that it is broken. */
  readonly codes: { readonly inUse: ErrorCode; readonly newer: ErrorCode; readonly damaged: ErrorCode };
  /**
   * Oldest SQLite that may serve. Production asks for 3.51.3: older ones can lose rows when a write-ahead log is
   * reset (sqlite.org/wal.html, "the WAL-reset bug"). Development on the registry runtime leaves it out.
   */
  readonly minimumSqlite?: string;
}

/**
 * How long to wait for another process's lock. A holder keeps it as long as it lives, so a long wait helps nobody;
 * a dying one may need a moment.
 */
const LOCK_WAIT_MS = 300;

type Pragma = readonly [name: string, value: string, answer: string | number];

/** Settings of the connection, with what SQLite must answer when asked for them. They are on before the file is read. */
const connectionPragmas: readonly Pragma[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
];

/** Settings that may change the file, so only for one that was found ours and sound. EXCLUSIVE must come before WAL. */
const journalPragmas: readonly Pragma[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
];

/**
 * Opens a database, or makes it, and brings it to the newest version. This process alone then holds it until `close`.
 *
 * Refuses with `codes.inUse` (another connection holds it), `codes.newer` (nothing in the file has changed),
 * `codes.damaged` (no database, not ours, a foreign schema, a failed `quick_check`), `DISK_FULL`, `DISK_READ_ONLY`
 * or `DISK_FAILED`. The path's folder must exist. The live file must never be opened with `fs` in this process: that
 * would drop its locks.
 */
export function openDatabase(options: OpenDatabaseOptions): WritableDb {
  const { path, codes } = options;
  return refusingDiskErrors(() => {
    try {
      refuseReadOnlyFile(path);
      if (existsSync(`${path}-wal`)) refuseNewerWithoutTouching(options);
      return openChecked(options);
    } catch (error) {
      const code = sqliteCode(error);
      if (/^SQLITE_(BUSY|LOCKED)/.test(code)) throw new AppError(codes.inUse, {}, { cause: error });
      if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) throw new AppError(codes.damaged, {}, { cause: error });
      throw error;
    }
  }, path);
}

/**
 * Runs `act` in one IMMEDIATE transaction (inside another `write`, in a savepoint): done wholly and on disk when this
 * returns, or not at all. A failing disk becomes a refusal.
 */
export function write<Value>(db: WritableDb, act: () => Value): Value {
  return refusingDiskErrors(() => db.transaction(act).immediate(), db.name);
}

function openChecked(options: OpenDatabaseOptions): WritableDb {
  const db = asWritable(new Database(options.path, { timeout: LOCK_WAIT_MS }));
  try {
    assertSqliteVersion(db, options.minimumSqlite);
    setPragmas(db, connectionPragmas);
    const version = readVersion(db, options);
    assertSound(db, options, version);
    setPragmas(db, journalPragmas);
    takeLock(db);
    migrate(db, options, version);
    assertPragmas(db, [...connectionPragmas, ...journalPragmas]);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLite would open such a file for reading only and refuse the first write, much later. */
function refuseReadOnlyFile(path: string): void {
  if (existsSync(path) && !isWritable(path)) throw new AppError('DISK_READ_ONLY');
}

/** With a write-ahead log left behind, even closing a writable connection would move its frames into the file. */
function refuseNewerWithoutTouching(options: OpenDatabaseOptions): void {
  if (!existsSync(options.path)) return;
  const db = asWritable(new Database(options.path, { readonly: true, timeout: LOCK_WAIT_MS }));
  try {
    readVersion(db, options);
  } finally {
    db.close();
  }
}

function assertSqliteVersion(db: WritableDb, minimum: string | undefined): void {
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '';
  if (minimum !== undefined && version.localeCompare(minimum, 'en', { numeric: true }) < 0) {
    throw new BugError(`SQLite ${version} is older than ${minimum}`);
  }
}

/** The file's version, 0 for one that is empty. */
function readVersion(db: WritableDb, { applicationId, migrations, codes }: OpenDatabaseOptions): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  const owner = Number(db.pragma('application_id', { simple: true }));
  const isEmpty = version === 0 && owner === 0;
  if (owner !== applicationId && !isEmpty) throw new AppError(codes.damaged, { applicationId: owner });
  if (version > migrations.length) throw new AppError(codes.newer, { version, known: migrations.length });
  return version;
}

function setPragmas(db: WritableDb, pragmas: readonly Pragma[]): void {
  for (const [name, value] of pragmas) db.pragma(`${name} = ${value}`);
}

function assertPragmas(db: WritableDb, pragmas: readonly Pragma[]): void {
  for (const [name, value, answer] of pragmas) {
    const given = db.pragma(name, { simple: true });
    if (given !== answer) throw new AppError('DISK_FAILED', { pragma: `${name} = ${value}`, answer: String(given) });
  }
}

/** EXCLUSIVE takes its lock with the first write; taking it now refuses a second opener and a read-only file at once. */
function takeLock(db: WritableDb): void {
  db.exec('BEGIN IMMEDIATE; COMMIT');
}

function assertSound(db: WritableDb, { migrations, codes }: OpenDatabaseOptions, version: number): void {
  const check = db.pragma('quick_check(1)', { simple: true });
  if (check !== 'ok') throw new AppError(codes.damaged, { check: String(check) });
  if (schemaOf(db) !== schemaAfter(migrations.slice(0, version))) throw new AppError(codes.damaged, { version });
}

function migrate(db: WritableDb, { applicationId, migrations }: OpenDatabaseOptions, version: number): void {
  migrations.slice(version).forEach((step, index) => {
    db.transaction(() => {
      step(db);
      db.pragma(`application_id = ${applicationId}`);
      db.pragma(`user_version = ${version + index + 1}`);
    }).immediate();
  });
}
