import type { Flag, FlagCategory } from '../../../shared/content/flag.ts';
import { emptyNotes, MOST_SHOWN, type OwnNotes, type ShownItem } from '../../../shared/content/own-notes.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { NOTHING_SEEN } from '../../../shared/time/exposure.ts';
import type { ExposureCaps, ExposureStanding } from '../../../shared/time/exposure-caps.ts';
import type { ExposureNote } from '../../../shared/time/journal-record.ts';
import { CREDIT_LIMIT_MS } from '../../../shared/time/limits.ts';
import type { JsonFile } from '../json-file.ts';
import type { Timekeeper } from '../timekeeper.ts';
import type { FlaggedGate, OpenedItem } from './flagged-gate.ts';

export interface ExposureServiceOptions {
  readonly timekeeper: Timekeeper;
  readonly notes: JsonFile<OwnNotes>;
  readonly caps: () => ExposureCaps;
  readonly monoMs: () => number;
  readonly wallMs: () => number;
}

export type ExposureService = ReturnType<typeof createExposureService>;

/** Time with a flagged item open is written down this often, so that a crash loses little of it. */
const FLUSH_MS = 30_000;

/**
 * Counts what the worker has before them of flagged content, and stops offering it in time. Flagged categories are the
 * worker's choice, session by session; what was not chosen is not served.
 */
export function createExposureService(options: ExposureServiceOptions) {
  const { timekeeper, notes, caps, monoMs, wallMs } = options;
  let chosen: ReadonlySet<FlagCategory> = new Set();
  let open: {
    item: OpenedItem;
    /** The note of it; null while signed off, when nothing is written. */
    shown: ShownItem | null;
    /** Whether the journal has it among the flagged items. */
    counted: boolean;
    pendingMs: number;
    lookedAtMs: number;
    /** Whether the item was before the worker when it was looked last, and so has been since. */
    before: boolean;
  } | null = null;
  let writing = false;

  const isOn = (): boolean => timekeeper.snapshot().activity !== 'off';

  /** Signed off, nothing is recorded, not even this; a disk that refuses is told by the timekeeper itself. */
  function note(part: Partial<ExposureNote>): void {
    if (!isOn()) return;
    writing = true;
    try {
      timekeeper.noteExposure({ ...NOTHING_SEEN, ...part });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    } finally {
      writing = false;
    }
  }

  function flush(): void {
    if (!open || open.pendingMs === 0) return;
    const openMs = Math.round(open.pendingMs);
    open.pendingMs = 0;
    note({ openMs });
  }

  function isBefore(item: OpenedItem): boolean {
    const { activity, taskId, present } = timekeeper.snapshot();
    return present && taskId === item.taskId && (activity === 'task' || activity === 'rework');
  }

  /** Called with each beat and each change: credits the time since the last one to the item that was open then. */
  function look(): void {
    const now = monoMs();
    if (!open || writing) return;
    const passedMs = Math.min(Math.max(0, now - open.lookedAtMs), CREDIT_LIMIT_MS);
    const counts = open.before;
    open.lookedAtMs = now;
    open.before = isBefore(open.item);
    if (!counts) return;
    open.pendingMs += passedMs;
    if (open.shown) open.shown = { ...open.shown, openMs: open.shown.openMs + Math.round(passedMs) };
    if (open.pendingMs >= FLUSH_MS) flush();
  }

  /** What was seen so far is written down: it is put away, or the record is about to be closed. */
  function settle(): void {
    if (!open) return;
    look();
    flush();
    const { shown } = open;
    open.shown = null;
    if (!shown) return;
    // a note that cannot be kept is no reason to stop: the journal has the counts
    void notes.change((kept) => withShown(kept, shown)).catch(() => undefined);
  }

  function close(): void {
    settle();
    open = null;
  }

  /** The open item is before somebody whose time is recorded. */
  function begin(): void {
    if (!open || open.shown) return;
    const { projectId, taskId, title, flags } = open.item;
    const categories = [...new Set(flags.map(({ category }) => category))].toSorted();
    const severity = Math.max(...flags.map((flag) => flag.severity));
    const counts = { openMs: 0, unveiledMs: 0, reveals: 0 };
    open.shown = { atMs: wallMs(), projectId, taskId, title, categories, severity, ...counts };
    if (!open.counted) note({ flaggedItems: 1 });
    open.counted = true;
  }

  const stopListening = timekeeper.onChange(({ activity }) => {
    if (activity === 'off') chosen = new Set();
    else if (!writing) begin();
    look();
  });

  const standing = (): ExposureStanding => timekeeper.exposureStanding(caps());

  return {
    standing,
    chosen: (): readonly FlagCategory[] => [...chosen].toSorted(),
    /** The categories that may be served in this session; replaces what was chosen before. */
    choose(categories: readonly FlagCategory[]): void {
      chosen = new Set(categories);
    },

    refusal(flags: readonly Flag[]) {
      if (flags.length === 0) return null;
      if (standing().stop !== null) return 'EXPOSURE_LIMIT';
      return flags.every(({ category }) => chosen.has(category)) ? null : 'CONTENT_NOT_CHOSEN';
    },

    opened(item: OpenedItem): void {
      if (open?.item.taskId === item.taskId && open.item.projectId === item.projectId) return;
      close();
      if (item.flags.length === 0) return;
      open = { item, shown: null, counted: false, pendingMs: 0, lookedAtMs: monoMs(), before: isBefore(item) };
      if (isOn()) begin();
    },
    closed: close,
    /** Before signing off: what was seen until now is written down, and what follows is not. */
    settle,

    /** A reveal ended, or a hazard was found: goes to the journal, and to the note of the open item. */
    saw(part: ExposureNote): void {
      note(part);
      if (!open?.shown) return;
      const { unveiledMs, reveals } = open.shown;
      open.shown = {
        ...open.shown,
        unveiledMs: unveiledMs + part.unveiledMs,
        reveals: reveals + part.lensReveals + part.fullReveals,
      };
    },

    /** Lifts a day's gate; the sentence stays in the notes. */
    async lift(sentence: string): Promise<void> {
      timekeeper.liftGate();
      const atMs = wallMs();
      await notes.change((kept) => ({ ...kept, lifts: [...kept.lifts, { atMs, sentence }] }));
    },

    /** The notes, with the item that is open now; it is written down when it is closed. */
    notes(): OwnNotes {
      const kept = notes.read();
      return open?.shown ? withShown(kept, open.shown) : kept;
    },
    /** Resolves when the notes have every item that was closed. */
    written: (): Promise<void> => notes.settled(),
    writeHelpLines: (helpLines: string): Promise<void> => notes.change((kept) => ({ ...kept, helpLines })),
    /** Deletes the notes of what was shown and what was typed. The journal's counts stay: they are part of its chain. */
    forget: (): Promise<void> => notes.change(({ helpLines }) => ({ ...emptyNotes, helpLines })),

    stop(): void {
      close();
      stopListening();
    },
  } satisfies FlaggedGate & Record<string, unknown>;
}

function withShown(notes: OwnNotes, shown: ShownItem): OwnNotes {
  return { ...notes, shown: [...notes.shown, shown].slice(-MOST_SHOWN) };
}
