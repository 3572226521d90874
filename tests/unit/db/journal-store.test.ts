import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type JournalStore, openJournal } from '../../../electron/db/journal-store.ts';
import { journalKinds } from '../../../shared/time/journal-record.ts';
import { activitySchema, presenceSchema } from '../../../shared/time/activity.ts';
import { createTimekeeper } from '../../../electron/services/timekeeper.ts';
import { defaultBreakSettings } from '../../../shared/time/break-settings.ts';
import { type FakeWorld, makeWorld } from '../../support/time/fake-world.ts';
import { ALL_TIME, IMAGE_TASK, MINUTE, SECOND } from '../../support/time/fake-worker.ts';

let folder: string;
let path: string;
let world: FakeWorld;
let open: JournalStore[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairmark-record-'));
  path = join(folder, 'record.db');
  world = makeWorld();
  open = [];
});
afterEach(() => {
  for (const journal of open) journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function openRecord(): JournalStore {
  const journal = openJournal({ path });
  open.push(journal);
  return journal;
}

function closeAll(): void {
  for (const journal of open.splice(0)) journal.close();
}

function keep(journal: JournalStore) {
  return createTimekeeper({ ...world, journal, breakSettings: () => defaultBreakSettings });
}

/** A session of a minute, closed cleanly or not; then the file is closed. */
function recordMinute(cleanly: boolean): void {
  const keeper = keep(openRecord());
  keeper.setActivity('task', IMAGE_TASK);
  keeper.signOn();
  world.wait(MINUTE);
  if (cleanly) keeper.stop();
  world.killProcess();
  closeAll();
}

function change(sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}

const codeOf = (act: () => unknown): unknown => {
  try {
    act();
    return 'no refusal';
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
};

describe('a record on disk', () => {
  it('gives back what was written, with a chain that verifies', () => {
    recordMinute(true);
    const journal = openRecord();
    expect(journal.verify()).toEqual([]);
    const records = journal.records(1);
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
    expect(records[0]).toMatchObject({ kind: 'session-start', activity: 'task', taskId: 't1', zone: 'Europe/Vienna' });
    expect(records.at(-1)).toMatchObject({ kind: 'session-stop', body: { reason: 'quit' } });
    expect(journal.hashes()).toEqual(records.map(({ hash }) => hash));
  });

  it('knows its kinds, activities and presences as the code does', () => {
    openRecord();
    closeAll();
    const db = new Database(path, { readonly: true });
    const sql = db.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'journal'").pluck().get() ?? '';
    db.close();
    for (const word of [...journalKinds, ...activitySchema.options, ...presenceSchema.options])
      expect(sql).toContain(`'${word}'`);
  });

  it('is not read again for a closed session: its ledger is kept, and made anew when it is missing', () => {
    recordMinute(true);
    change('DELETE FROM session_ledger');
    const keeper = keep(openRecord());
    expect(keeper.report(ALL_TIME, []).workMs).toBe(MINUTE);
    closeAll();
    expect(openRecord().keptSessions()).toEqual(new Set([1]));
  });

  it('refuses a second keeper (T29), and the first goes on', () => {
    const keeper = keep(openRecord());
    expect(codeOf(openRecord)).toBe('RECORD_IN_USE');
    keeper.signOn();
    world.wait(10 * SECOND);
    expect(keeper.snapshot()).toMatchObject({ recording: true, healthy: true });
  });

  it('of a newer app is refused', () => {
    recordMinute(true);
    change('PRAGMA user_version = 99');
    const before = readFileSync(path);
    expect(codeOf(openRecord)).toBe('RECORD_NEWER');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('a damaged record', () => {
  it('T24 with a half-written last record loses that one, says so, and the chain is whole', () => {
    recordMinute(false);
    change("UPDATE journal SET zone = 'Europe/Vie' WHERE seq = (SELECT max(seq) FROM journal)");
    world.wait(100 * SECOND);
    const journal = openRecord();
    expect(journal.droppedRecords).toBe(1);
    const keeper = keep(journal);
    expect(keeper.snapshot().recovery).toEqual({
      durationMs: 105_000,
      byWallClock: false,
      cause: 'crash',
      droppedRecords: 1,
    });
    expect(journal.verify()).toEqual([]);
    expect(journal.records(1).at(-1)).toMatchObject({
      kind: 'session-stop',
      body: { reason: 'crash', droppedRecords: 1 },
    });
    expect(keeper.report(ALL_TIME, [])).toMatchObject({ workMs: 55_000, undeterminedMs: 105_000 });
  });

  it('T24 when the last record of a closed session is half-written, the next session says so', () => {
    recordMinute(true);
    change("UPDATE journal SET body = json_set(body, '$.reason', 'crash') WHERE seq = (SELECT max(seq) FROM journal)");
    const journal = openRecord();
    expect(journal.droppedRecords).toBe(1);
    keep(journal).signOn();
    expect(journal.verify()).toEqual([]);
  });

  it('T24 with its write-ahead log cut anywhere opens with what is whole, the chain verified', () => {
    const keeper = keep(openRecord());
    keeper.setActivity('task', IMAGE_TASK);
    keeper.signOn();
    world.wait(5 * MINUTE);
    const wal = `${path}-wal`;
    expect(existsSync(wal)).toBe(true);
    const copy = mkdtempSync(join(tmpdir(), 'fairmark-torn-'));
    const size = statSync(wal).size;
    for (const share of [0.95, 0.9, 0.7, 0.61, 0.3]) {
      rmSync(copy, { recursive: true });
      cpSync(folder, copy, { recursive: true });
      truncateSync(join(copy, 'record.db-wal'), Math.floor(size * share));
      const torn = openJournal({ path: join(copy, 'record.db') });
      expect(torn.verify()).toEqual([]);
      expect(torn.records(1).length).toBeLessThan(62);
      torn.close();
    }
    rmSync(copy, { recursive: true });
  });

  it.each([
    ['a column', 'UPDATE journal SET mono_ms = mono_ms + 1 WHERE seq = 4'],
    ['an activity', "UPDATE journal SET activity = 'search' WHERE seq = 4"],
    ['a body', "UPDATE journal SET body = json_set(body, '$.missed', json('true')) WHERE seq = 4"],
    ['a hash', 'UPDATE journal SET hash = randomblob(32) WHERE seq = 4'],
    ['the absence of a record', 'DELETE FROM journal WHERE seq = 4'],
  ])('with %s changed in the middle is refused', (_what, sql) => {
    recordMinute(false);
    change(sql);
    expect(codeOf(openRecord)).toBe('RECORD_DAMAGED');
  });

  it('with an older session changed is found when the whole chain is verified', () => {
    recordMinute(true);
    recordMinute(true);
    change('UPDATE journal SET wall_ms = wall_ms + 1 WHERE seq = 4');
    expect(openRecord().verify()).toEqual([{ seq: 4, fault: 'hash' }]);
  });
});

describe('beats that are too old to keep one by one', () => {
  const HOUR = 3_600_000;

  /** Two sessions of a minute, the first answered about, then nothing for `days`, then a sign-on. */
  function afterDays(days: number): JournalStore {
    recordMinute(true);
    const keeper = keep(openRecord());
    keeper.signOn();
    keeper.correct({
      range: { of: 'segment', segmentId: '1-0', offsetMs: 0, durationMs: 10_000 },
      to: 'away',
      reason: 'door',
    });
    keeper.stop();
    closeAll();
    world.sleep(days * 24 * HOUR);
    const journal = openRecord();
    keep(journal).signOn();
    return journal;
  }

  it('stay as long as they are younger', () => {
    const journal = afterDays(27);
    expect(journal.records(1).some(({ kind }) => kind === 'checkpoint')).toBe(false);
    expect(journal.records(1).filter(({ session, kind }) => session === 1 && kind === 'beat').length).toBeGreaterThan(
      10,
    );
  });

  it('are folded into their ledgers behind a checkpoint, and nothing else changes', () => {
    const journal = afterDays(91);
    const old = journal.records(1).filter(({ session }) => session < 3);
    expect(old.map(({ kind }) => kind)).toEqual([
      'session-start',
      'session-stop',
      'session-start',
      'correction',
      'session-stop',
    ]);
    expect(journal.verify()).toEqual([]);
    expect(journal.hashes()).toHaveLength(journal.records(1).at(-1)?.seq ?? 0);
    closeAll();
    const again = openRecord();
    const report = keep(again).report(ALL_TIME, []);
    expect(report).toMatchObject({ workMs: MINUTE - 10_000, asRecorded: { workMs: MINUTE } });
    expect(again.verify()).toEqual([]);
  });

  it.each([
    [
      'a kept ledger',
      "UPDATE session_ledger SET ledger = replace(ledger, '60000', '90000') WHERE session = 1",
      'checkpoint',
    ],
    ['a hash of a beat that is gone', 'UPDATE folded_hash SET hash = randomblob(32) WHERE seq = 3', 'checkpoint'],
    ['the absence of a correction', "DELETE FROM journal WHERE kind = 'correction'", 'checkpoint'],
    ['an old record', 'UPDATE journal SET wall_ms = wall_ms + 1 WHERE seq = 1', 'hash'],
    [
      'the checkpoint',
      "UPDATE journal SET body = json_set(body, '$.keptRecords', 4) WHERE kind = 'checkpoint'",
      'hash',
    ],
  ])('are proven still when %s was changed: the verification finds it', (_what, sql, fault) => {
    const journal = afterDays(91);
    const keeper = keep(journal);
    keeper.stop();
    closeAll();
    change(sql);
    expect(openVerified()).toContain(fault);
  });

  /** Faults of the whole record, or the refusal to open it. */
  function openVerified(): readonly string[] {
    try {
      return openRecord()
        .verify()
        .map((finding) => finding.fault);
    } catch (error) {
      return codeOf(() => {
        throw error;
      }) === 'RECORD_DAMAGED'
        ? ['hash']
        : [];
    }
  }
});

describe('the database itself', () => {
  it.each([
    ['a duration below zero', 'mono_ms', '-1'],
    ['a time that is no number', 'boot_ms', "'soon'"],
    ['infinity', 'wall_ms', '9e999'],
    ['an unknown activity', 'activity', "'sleeping'"],
    ['an unknown kind', 'kind', "'note'"],
    ['a body that is no JSON', 'body', "'{'"],
    ['half a hash', 'hash', "x'00'"],
  ])('refuses %s', (_what, column, value) => {
    recordMinute(true);
    expect(() => change(`UPDATE journal SET ${column} = ${value} WHERE seq = 3`)).toThrow(
      /constraint|datatype|cannot store/,
    );
  });
});
