import {
  type Declaration,
  addedSegments,
  applyDeclarations,
  isDeclaration,
} from '../../../shared/time/declarations.ts';
import { type ExposureRecord, isExposure } from '../../../shared/time/exposure.ts';
import { type SessionFold, type SignOff, foldSession } from '../../../shared/time/fold-session.ts';
import type { JournalRecord, TimedDraft } from '../../../shared/time/journal-record.ts';
import { type Ledger, emptyLedger, joinLedgers } from '../../../shared/time/ledger.ts';
import type { OpenSession } from '../../../shared/time/open-session.ts';
import type { Segment } from '../../../shared/time/segment.ts';
import type { TimeRange } from '../../../shared/time/time-range.ts';
import type { JournalStore, SessionEntry } from '../../db/journal-store.ts';

/** Rules look back 7 x 24 h at most. */
const WINDOW_MS = 8 * 24 * 3_600_000;

/**
 * The worker's time in memory: ledgers of the last days' sessions and the one that is being folded. A beat costs the
 * same at noon and at night; the journal is read at the start, and for reports that reach further back.
 */
export interface History {
  /** Takes in a record that the journal has accepted. Returns the session's ledger if this closed it. */
  add(record: JournalRecord): Ledger | null;
  /** The session being folded; null before the first beat after a sign-on. */
  open(): OpenSession | null;
  /** Recorded time of the last days, without answers and corrections. */
  recorded(): Ledger;
  /** The same with answers and corrections in force; rules and live totals go by it. */
  inForce(): Ledger;
  /** Time that the worker declared and no session covers. */
  added(): readonly Segment[];
  declarations(): readonly Declaration[];
  exposures(): readonly ExposureRecord[];
  /** Recorded time of every session that reaches into a range. */
  within(range: TimeRange): Ledger;
  /** A recorded segment, however old. */
  segment(id: string): Segment | undefined;
  /** The last record of the last session if that has no stop. */
  cutShort(): TimedDraft | null;
  lastSession(): number;
  /** The clocks at the end of the last session that is closed. */
  lastStop(): SignOff | null;
}

/** @param wallMs now, to know which sessions to hold in memory. */
export function loadHistory(journal: JournalStore, wallMs: number): History {
  const sessions = journal.sessions();
  keepMissing(journal, sessions);
  let closed = [...journal.keptLedgers({ fromMs: Math.max(0, wallMs - WINDOW_MS), toMs: Number.MAX_SAFE_INTEGER })];
  let declarations = journal.declarations();
  let exposures = journal.exposures();
  let lastStop = sessions.at(-1)?.stop ?? null;
  let last = sessions.at(-1)?.session ?? 0;
  let current = unclosed(journal, sessions);
  let inForce: Ledger | null = null;
  let closedInForce: Ledger | null = null;

  const recordedNow = () => (current ? current.ledger() : emptyLedger);
  const apply = (ledger: Ledger): Ledger => ({ ...ledger, segments: applyDeclarations(ledger.segments, declarations) });
  return {
    add(record) {
      inForce = null;
      if (isDeclaration(record)) {
        declarations = [...declarations, record];
        closedInForce = null;
      } else if (isExposure(record)) {
        exposures = [...exposures, record];
      } else if (record.kind === 'session-start') {
        current = foldSession(record, lastStop);
        last = record.session;
      } else {
        current?.add(record);
      }
      if (!current?.closed()) return null;
      const { bootId, bootMs, wallMs: stoppedAt } = current.open().last;
      const ledger = current.ledger();
      lastStop = { bootId, bootMs, wallMs: stoppedAt };
      closed = [...closed, ledger];
      closedInForce = null;
      current = null;
      return ledger;
    },
    open: () => current?.open() ?? null,
    recorded: () => joinLedgers([...closed, recordedNow()]),
    inForce() {
      closedInForce ??= apply(joinLedgers(closed));
      inForce ??= joinLedgers([closedInForce, apply(recordedNow())]);
      return inForce;
    },
    added: () => addedSegments(declarations),
    declarations: () => declarations,
    exposures: () => exposures,
    within(range) {
      const held = new Set(closed.flatMap((ledger) => ledger.sessions.map(({ session }) => session)));
      const older = journal.keptLedgers(range).filter(({ sessions: [span] }) => span && !held.has(span.session));
      return joinLedgers([...older, ...closed, recordedNow()]);
    },
    segment(id) {
      const isIt = (segment: Segment) => segment.id === id;
      const everything = () => journal.keptLedgers({ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
      const { segments } = joinLedgers([...closed, recordedNow()]);
      return segments.find(isIt) ?? joinLedgers(everything()).segments.find(isIt);
    },
    cutShort: () => current?.open().last ?? null,
    lastSession: () => last,
    lastStop: () => lastStop,
  };
}

/** Folds and keeps the ledgers of closed sessions that are not kept yet: a crash came between, or folding has changed. */
function keepMissing(journal: JournalStore, sessions: readonly SessionEntry[]): void {
  const kept = journal.keptSessions();
  sessions.forEach((entry, index) => {
    if (kept.has(entry.session) || (entry.stop === null && entry.toSeq === null)) return;
    const fold = foldEntry(journal, entry, sessions[index - 1]);
    if (fold) journal.keepLedger(fold.ledger());
  });
}

function unclosed(journal: JournalStore, sessions: readonly SessionEntry[]): SessionFold | null {
  const entry = sessions.at(-1);
  return entry && entry.stop === null ? foldEntry(journal, entry, sessions.at(-2)) : null;
}

function foldEntry(journal: JournalStore, entry: SessionEntry, before: SessionEntry | undefined): SessionFold | null {
  let fold: SessionFold | null = null;
  for (const record of journal.records(entry.fromSeq, entry.toSeq ?? undefined)) {
    if (record.kind === 'session-start') fold = foldSession(record, before?.stop ?? null);
    else fold?.add(record);
  }
  return fold;
}
