import type { JournalStore, SessionEntry } from '../../../electron/db/journal-store.ts';
import { journalCrypto } from '../../../electron/db/journal-rows.ts';
import type { ErrorCode } from '../../../shared/core/error-codes.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { isDeclaration } from '../../../shared/time/declarations.ts';
import { isExposure } from '../../../shared/time/exposure.ts';
import { CHAIN_START, chainFaults, chainHash } from '../../../shared/time/journal-chain.ts';
import { type JournalRecord, parseJournalDraft, isOutcome } from '../../../shared/time/journal-record.ts';
import type { Ledger } from '../../../shared/time/ledger.ts';

/** A journal in memory that a test can make fail, and that survives a "crash" by being opened again. */
export interface MemoryJournal extends JournalStore {
  readonly all: JournalRecord[];
  /** What the disk answers to the next appends. */
  failWith: ErrorCode | null;
}

export function memoryJournal(all: JournalRecord[] = []): MemoryJournal {
  const ledgers = new Map<number, Ledger>();
  const row = ({ body, ...record }: JournalRecord) => ({ ...record, bodyText: JSON.stringify(body) });
  return {
    all,
    failWith: null,
    droppedRecords: 0,
    append(draft) {
      if (this.failWith) throw new AppError(this.failWith);
      const { body, ...beat } = parseJournalDraft(draft);
      const link = { seq: all.length + 1, prevHash: all.at(-1)?.hash ?? CHAIN_START };
      const hash = chainHash({ ...beat, ...link, bodyText: JSON.stringify(body) }, journalCrypto);
      const record = { ...parseJournalDraft(draft), ...link, hash };
      all.push(record);
      return record;
    },
    sessions() {
      const starts = all.filter((record) => record.kind === 'session-start');
      return starts.map(({ session, seq }, index): SessionEntry => {
        const stop = all.find((record) => record.session === session && record.kind === 'session-stop') ?? null;
        return { session, fromSeq: seq, toSeq: starts[index + 1]?.seq ?? null, stop };
      });
    },
    records: (fromSeq, toSeq = Infinity) => all.filter(({ seq }) => seq >= fromSeq && seq < toSeq),
    declarations: () => all.filter(isDeclaration),
    exposures: () => all.filter(isExposure),
    outcomes: () => all.filter(isOutcome),
    keepLedger: (ledger) => void ledgers.set(ledger.sessions[0]?.session ?? 0, ledger),
    keptSessions: () => new Set(ledgers.keys()),
    keptLedgers: () => [...ledgers.values()],
    readAhead: () => false,
    hashes: () => all.map(({ hash }) => hash),
    verify: () => [...chainFaults(all.map(row), { seq: 0, hash: CHAIN_START }, journalCrypto)],
    foldBefore: () => null,
    close() {},
  };
}
