import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabaseOptions, type WritableDb, openDatabase, write } from '../../../electron/db/open-database.ts';
import { AppError, BugError } from '../../../shared/core/errors.ts';

const noteTable = (db: WritableDb) =>
  db.exec('CREATE TABLE note (seq INTEGER PRIMARY KEY, words TEXT NOT NULL CHECK (length(words) < 2000)) STRICT');
const colourColumn = (db: WritableDb) => db.exec('ALTER TABLE note ADD COLUMN colour INTEGER CHECK (colour < 12)');

let folder: string;
let open: WritableDb[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairmark-db-'));
  open = [];
});
afterEach(() => {
  for (const db of open) db.close();
  rmSync(folder, { recursive: true, force: true });
});

function openNotes(over: Partial<OpenDatabaseOptions> = {}): WritableDb {
  const db = openDatabase({
    path: join(folder, 'notes.db'),
    applicationId: 0x46_4d_78_78,
    migrations: [noteTable],
    codes: { inUse: 'RECORD_IN_USE', newer: 'RECORD_NEWER', damaged: 'RECORD_DAMAGED' },
    ...over,
  });
  open.push(db);
  return db;
}

function closeAll(): void {
  for (const db of open.splice(0)) db.close();
}

function addNotes(db: WritableDb, count: number): void {
  const insert = db.prepare('INSERT INTO note (words) VALUES (?)');
  write(db, () => {
    for (let index = 0; index < count; index += 1) insert.run(`note ${index} `.repeat(20));
  });
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return 'no refusal';
}

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const plain = (act: (db: Database.Database) => void) => {
  const db = new Database(join(folder, 'notes.db'));
  act(db);
  db.close();
};

describe('a database that is opened', () => {
  it('has every setting that keeps acknowledged rows', () => {
    const db = openNotes();
    const settings = [
      'locking_mode',
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'trusted_schema',
      'cell_size_check',
      'secure_delete',
      'application_id',
      'user_version',
    ].map((name) => db.pragma(name, { simple: true }));
    expect(settings).toEqual(['exclusive', 'wal', 2, 1, 0, 1, 1, 0x46_4d_78_78, 1]);
    expect(readdirSync(folder)).not.toContain('notes.db-shm');
  });

  it('keeps its rows and settings when it is opened again', () => {
    addNotes(openNotes(), 3);
    closeAll();
    const db = openNotes();
    expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(3);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
  });

  it('serves with the SQLite it was asked for, and says so when that is too old', () => {
    openNotes({ minimumSqlite: '3.9.0' });
    closeAll();
    expect(() => openNotes({ minimumSqlite: '99.1.0' })).toThrow(BugError);
  });
});

describe('migrations', () => {
  it('bring an older database to the newest version and keep its rows', () => {
    addNotes(openNotes(), 2);
    closeAll();
    const db = openNotes({ migrations: [noteTable, colourColumn] });
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(db.prepare('SELECT count(*) FROM note WHERE colour IS NULL').pluck().get()).toBe(2);
  });

  it('happen wholly or not at all', () => {
    addNotes(openNotes(), 1);
    closeAll();
    const failing = (db: WritableDb) => {
      colourColumn(db);
      throw new Error('power cut');
    };
    expect(() => openNotes({ migrations: [noteTable, failing] })).toThrow('power cut');
    const db = openNotes();
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(
      db
        .prepare('SELECT * FROM note')
        .columns()
        .map((column) => column.name),
    ).toEqual(['seq', 'words']);
  });
});

describe('a database from a newer app', () => {
  it('is refused, and not a byte of it changes', () => {
    addNotes(openNotes({ migrations: [noteTable, colourColumn] }), 5);
    closeAll();
    const before = sha256(join(folder, 'notes.db'));
    expect(codeOf(() => openNotes())).toBe('RECORD_NEWER');
    expect(sha256(join(folder, 'notes.db'))).toBe(before);
    expect(readdirSync(folder)).toEqual(['notes.db']);
  });

  it('is refused untouched even when its app died with rows in the write-ahead log', () => {
    addNotes(openNotes({ migrations: [noteTable, colourColumn] }), 5);
    const crashed = mkdtempSync(join(tmpdir(), 'fairmark-db-'));
    cpSync(join(folder, 'notes.db'), join(crashed, 'notes.db'));
    cpSync(join(folder, 'notes.db-wal'), join(crashed, 'notes.db-wal'));
    const before = ['notes.db', 'notes.db-wal'].map((name) => sha256(join(crashed, name)));
    expect(codeOf(() => openNotes({ path: join(crashed, 'notes.db') }))).toBe('RECORD_NEWER');
    expect(['notes.db', 'notes.db-wal'].map((name) => sha256(join(crashed, name)))).toEqual(before);
    rmSync(crashed, { recursive: true });
  });
});

describe('a second opener (T29)', () => {
  it('is refused in the same process, and the first goes on', () => {
    const first = openNotes();
    expect(codeOf(() => openNotes())).toBe('RECORD_IN_USE');
    addNotes(first, 1);
    expect(first.prepare('SELECT count(*) FROM note').pluck().get()).toBe(1);
  });

  it('may open once the first has closed', () => {
    openNotes();
    closeAll();
    expect(codeOf(() => openNotes())).toBe('no refusal');
  });
});

describe('what is no sound database of ours', () => {
  it.each([
    ['a text file', () => writeFileSync(join(folder, 'notes.db'), 'not a database at all\n'.repeat(300))],
    [
      'a database of another program',
      () => plain((db) => db.exec('CREATE TABLE theirs (a); PRAGMA application_id = 7')),
    ],
    ['a database without a mark', () => plain((db) => db.exec('CREATE TABLE theirs (a)'))],
  ])('is refused: %s', (_name, make) => {
    make();
    const before = sha256(join(folder, 'notes.db'));
    expect(codeOf(() => openNotes())).toBe('RECORD_DAMAGED');
    expect(sha256(join(folder, 'notes.db'))).toBe(before);
  });

  it.each([
    ['a trigger', 'CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END'],
    ['a view', 'CREATE VIEW v AS SELECT * FROM note'],
    ['a table more', 'CREATE TABLE more (a INTEGER) STRICT'],
    ['an index less strict', 'CREATE INDEX i ON note (words)'],
  ])('is refused when a stranger added %s', (_name, sql) => {
    openNotes();
    closeAll();
    plain((db) => db.exec(sql));
    expect(codeOf(() => openNotes())).toBe('RECORD_DAMAGED');
  });

  it('is refused when pages were zeroed or its end is missing', () => {
    addNotes(openNotes(), 400);
    closeAll();
    const path = join(folder, 'notes.db');
    const whole = readFileSync(path);
    const zeroed = Buffer.from(whole);
    zeroed.fill(0, 4096 * 3, 4096 * 5);
    writeFileSync(path, zeroed);
    expect(codeOf(() => openNotes())).toBe('RECORD_DAMAGED');
    writeFileSync(path, whole);
    truncateSync(path, 4096 * 3);
    expect(codeOf(() => openNotes())).toBe('RECORD_DAMAGED');
    writeFileSync(path, whole);
    expect(codeOf(() => openNotes())).toBe('no refusal');
  });
});

describe('a write', () => {
  it('that fails half-way leaves nothing behind', () => {
    const db = openNotes();
    expect(() =>
      write(db, () => {
        addNotes(db, 2);
        throw new Error('half-way');
      }),
    ).toThrow('half-way');
    expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(0);
  });

  it.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_READONLY_DIRECTORY', 'DISK_READ_ONLY'],
    ['SQLITE_IOERR_FSYNC', 'DISK_FAILED'],
  ])('that fails with %s is refused as %s', (code, refusal) => {
    const db = openNotes();
    const failing = () =>
      write(db, () => {
        throw new Database.SqliteError('made up', code);
      });
    expect(codeOf(failing)).toBe(refusal);
  });

  it('in a folder that does not exist is refused as a failing disk', () => {
    expect(existsSync(join(folder, 'missing'))).toBe(false);
    expect(() => openNotes({ path: join(folder, 'missing', 'notes.db') })).toThrow();
  });
});
