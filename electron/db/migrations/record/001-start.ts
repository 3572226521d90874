import type { WritableDb } from '../../open-database.ts';

/** The first shape of a worker's record: the journal, and the ledgers of closed sessions as they were folded from it. */
export function start(db: WritableDb): void {
  db.exec(`
    -- append-only; each row carries the hash of the one before it
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY CHECK (seq >= 1),
      kind TEXT NOT NULL CHECK (kind IN ('session-start', 'session-stop', 'beat', 'activity', 'power', 'break',
        'answer', 'correction', 'exposure', 'outcome', 'checkpoint')),
      session INTEGER NOT NULL CHECK (session BETWEEN 1 AND 9007199254740991),
      mono_ms INTEGER NOT NULL CHECK (mono_ms BETWEEN 0 AND 9007199254740991),
      boot_id TEXT NOT NULL CHECK (length(boot_id) BETWEEN 1 AND 64),
      boot_ms INTEGER NOT NULL CHECK (boot_ms BETWEEN 0 AND 9007199254740991),
      wall_ms INTEGER NOT NULL CHECK (wall_ms BETWEEN 0 AND 9007199254740991),
      zone TEXT NOT NULL CHECK (length(zone) BETWEEN 1 AND 64),
      activity TEXT NOT NULL CHECK (activity IN ('search', 'queue', 'onboarding', 'qualification', 'task', 'rework',
        'appeal', 'messages', 'payments', 'blocked', 'break.rest', 'break.exposure', 'outage', 'ledger', 'off')),
      presence TEXT NOT NULL CHECK (presence IN ('interacting', 'attending', 'off-window', 'uncertain', 'away', 'gap')),
      project_id TEXT CHECK (length(project_id) BETWEEN 1 AND 64),
      task_id TEXT CHECK (length(task_id) BETWEEN 1 AND 64),
      body TEXT NOT NULL CHECK (json_valid(body)),
      prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    -- beats are nearly all rows and are read in order of seq only
    CREATE INDEX journal_without_beats ON journal (kind, seq) WHERE kind <> 'beat';

    -- can be made anew from the journal unless final; kept so that a start does not fold months of beats
    CREATE TABLE session_ledger (
      session INTEGER PRIMARY KEY CHECK (session >= 1),
      fold_version INTEGER NOT NULL CHECK (fold_version >= 1),
      from_wall_ms INTEGER NOT NULL CHECK (from_wall_ms >= 0),
      to_wall_ms INTEGER NOT NULL CHECK (to_wall_ms >= from_wall_ms),
      -- 1 when the session's beats are gone: then this is all there is, whatever version folded it
      final INTEGER NOT NULL DEFAULT 0 CHECK (final IN (0, 1)),
      ledger TEXT NOT NULL CHECK (json_valid(ledger))
    ) STRICT;

    -- hashes of all records up to the last checkpoint, those of the beats that were folded away included
    CREATE TABLE folded_hash (
      seq INTEGER PRIMARY KEY CHECK (seq >= 1),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
  `);
}
