import type { Flag, FlagCategory } from '../../../shared/content/flag.ts';
import { emptyNotes, MOST_SHOWN, type OwnNotes, type ShownItem } from '../../../shared/content/own-notes.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { NOTHING_SEEN } from '../../../shared/time/exposure.ts';
import type { ExposureCaps, ExposureStanding } from '../../../shared/time/exposure-caps.ts';
import type { ExposureNote } from '../../../shared/time/journal-record.ts';
import type { JsonFile } from '../json-file.ts';
import type { Timekeeper } from '../timekeeper.ts';
import type { FlaggedGate, OpenedItem } from './flagged-gate.ts';
import { OpenItem } from './open-item.ts';

export interface ExposureServiceOptions {
  readonly timekeeper: Timekeeper;
  readonly notes: JsonFile<OwnNotes>;
  readonly caps: () => ExposureCaps;
  readonly monoMs: () => number;
  readonly wallMs: () => number;
}

export type ExposureService = ReturnType<typeof createExposureService>;

/**
 * Counts what the worker has before them of flagged content, and stops offering it in time. Flagged categories are the
 * worker's choice, session by session; what was not chosen is not served.
 */
export function createExposureService(options: ExposureServiceOptions) {
  const { timekeeper, notes, caps, monoMs, wallMs } = options;
  let chosen: ReadonlySet<FlagCategory> = new Set();
  let open: OpenItem | null = null;
  /** What was handed in and is looked at: beside the open task, which may wait in its place. */
  let reviewed: OpenItem | null = null;
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

  /** Called with each beat and each change. */
  function look(): void {
    if (writing) return;
    open?.look();
    reviewed?.look();
  }

  function isBefore({ taskId: openId }: OpenedItem): boolean {
    const { activity, taskId, present } = timekeeper.snapshot();
    return present && taskId === openId && (activity === 'task' || activity === 'rework');
  }

  /** What was seen of it so far is written down: it is put away, or the record is about to be closed. */
  function settle(item: OpenItem | null): void {
    const shown = item?.settle();
    if (!shown) return;
    // a note that cannot be kept is no reason to stop: the journal has the counts
    void notes.change((kept) => withShown(kept, shown)).catch(() => undefined);
  }

  function closeTask(): void {
    settle(open);
    open = null;
  }

  function closeReview(): void {
    settle(reviewed);
    reviewed = null;
  }

  /** What is open is before somebody whose time is recorded. */
  function begin(): void {
    open?.begin();
    reviewed?.begin();
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
      closeTask();
      if (item.flags.length === 0) return;
      open = new OpenItem(item, { isBefore: () => isBefore(item), note, monoMs, wallMs });
      if (isOn()) begin();
    },
    closed: closeTask,
    /** Before signing off: what was seen until now is written down, and what follows is not. */
    settle(): void {
      settle(open);
      settle(reviewed);
    },

    /** A reveal ended, or a hazard was found: goes to the journal, and to the note of the open item. */
    saw(part: ExposureNote): void {
      note(part);
      open?.saw(part);
    },

    /**
     * Somebody looks at flagged content that was handed in. It counts from here on, as a labelled item does: what is
     * only judged by its labels, veiled as it came, was not before anybody's eyes.
     */
    reviewed(item: OpenedItem): void {
      if (reviewed) return;
      const isLookedAt = () => {
        const { activity, present } = timekeeper.snapshot();
        return present && (activity === 'ledger' || activity === 'appeal');
      };
      reviewed = new OpenItem(item, { isBefore: isLookedAt, note, monoMs, wallMs });
      if (isOn()) begin();
    },
    reviewEnded: closeReview,
    sawReviewed(part: ExposureNote): void {
      note(part);
      reviewed?.saw(part);
    },

    /** Lifts a day's gate; the sentence stays in the notes. */
    async lift(sentence: string): Promise<void> {
      timekeeper.liftGate();
      const atMs = wallMs();
      await notes.change((kept) => ({ ...kept, lifts: [...kept.lifts, { atMs, sentence }] }));
    },

    /** The notes, with what is open now; it is written down when it is closed. */
    notes(): OwnNotes {
      const now = [open, reviewed].flatMap((item) => item?.shown ?? []);
      return now.reduce(withShown, notes.read());
    },
    /** Resolves when the notes have every item that was closed. */
    written: (): Promise<void> => notes.settled(),
    writeHelpLines: (helpLines: string): Promise<void> => notes.change((kept) => ({ ...kept, helpLines })),
    /** Deletes the notes of what was shown and what was typed. The journal's counts stay: they are part of its chain. */
    forget: (): Promise<void> => notes.change(({ helpLines }) => ({ ...emptyNotes, helpLines })),

    stop(): void {
      closeReview();
      closeTask();
      stopListening();
    },
  } satisfies FlaggedGate & Record<string, unknown>;
}

function withShown(notes: OwnNotes, shown: ShownItem): OwnNotes {
  return { ...notes, shown: [...notes.shown, shown].slice(-MOST_SHOWN) };
}
