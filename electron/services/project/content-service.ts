import type { Flag, FlagCategory } from '../../../shared/content/flag.ts';
import { AppError, BugError } from '../../../shared/core/errors.ts';
import type { TextRange } from '../../../shared/annotation/span-pieces.ts';
import type { MakeId } from '../../../shared/core/ids.ts';
import type { FlagSummary, ItemView } from '../../../shared/ipc/views.ts';
import type { Item } from '../../../shared/project/item.ts';
import { NOTHING_SEEN } from '../../../shared/time/exposure.ts';
import type { ExposureNote } from '../../../shared/time/journal-record.ts';
import { readAnnotations } from '../../db/annotation-store.ts';
import { insertFlag } from '../../db/item-store.ts';
import type { MediaSource } from '../media/media-source.ts';
import type { Pictures } from '../media/pictures.ts';
import { flagSummary } from './flag-summary.ts';
import { hiddenInText } from './hidden-words.ts';
import { viewItem } from './item-view.ts';
import { itemFlags, itemVisibility, type ProjectSession } from './project-session.ts';
import type { TaskService } from './task-service.ts';

/** How much is unveiled: a lens, or the whole item in grey or in colour. */
export type RevealMode = 'lens' | 'grey' | 'colour';

/** What is unveiled, where, and who notes what was seen of it. */
export interface Unveiling {
  readonly item: Item;
  readonly place: 'task' | 'review';
  /** Refuses once it is no longer what is shown: words are read from the disk, and it may be put away meanwhile. */
  readonly assertShown: () => void;
  readonly noteSeen: (note: ExposureNote) => void;
}

export interface Revealed {
  readonly revealId: string;
  readonly url: string | null;
  readonly words: string | null;
}

export interface ContentServiceOptions {
  readonly session: ProjectSession;
  readonly tasks: TaskService;
  readonly media: MediaSource;
  readonly pictures: Pictures;
  readonly monoMs: () => number;
  readonly makeId: MakeId;
  /** Writes what was seen to the worker's own journal. */
  readonly noteExposure: (note: ExposureNote) => void;
  /** The open item is flagged now. */
  readonly onFlagged?: (taskId: string, title: string, flags: readonly Flag[]) => void;
}

/** What has been unveiled for so long is written down while it still is, so that a crash loses little of it. */
const TALLY_MS = 10_000;

export type ContentService = ReturnType<typeof createContentService>;

/** Unveiling and flagging. One reveal at most is open; each is counted in milliseconds when it ends. */
export function createContentService(options: ContentServiceOptions) {
  const { session, tasks, media, pictures, monoMs, makeId, noteExposure } = options;
  let open: { id: string; mode: RevealMode; sinceMs: number; noteSeen: (note: ExposureNote) => void } | null = null;

  function endReveal(): void {
    if (!open) return;
    const { mode, sinceMs, noteSeen } = open;
    open = null;
    noteSeen({
      ...NOTHING_SEEN,
      unveiledMs: Math.max(0, Math.round(monoMs() - sinceMs)),
      lensReveals: mode === 'lens' ? 1 : 0,
      fullReveals: mode === 'lens' ? 0 : 1,
    });
  }

  async function unveil(
    { item, place, assertShown, noteSeen }: Unveiling,
    mode: RevealMode,
    bar: number | null,
  ): Promise<Revealed> {
    tasks.assertSignedOn();
    if (itemVisibility(session, item) !== 'derivative') throw new AppError('REVEAL_REFUSED', { itemId: item.id });
    endReveal();
    const words = item.medium === 'text' ? await wordsBehind(item, bar) : null;
    tasks.assertSignedOn();
    assertShown();
    // another bar may have been asked for meanwhile
    endReveal();
    open = { id: makeId('reveal'), mode, sinceMs: monoMs(), noteSeen };
    return { revealId: open.id, url: item.medium === 'image' ? media.revealUrl(item, place) : null, words };
  }

  async function wordsBehind(item: Item, bar: number | null): Promise<string> {
    const text = await session.texts.read(item);
    const range = hiddenInText(session, item, text)[bar ?? -1];
    if (!range) throw new AppError('REVEAL_REFUSED', { itemId: item.id });
    return text.words(range.start, range.end);
  }

  /** A stretch that does not lie in the text flags the whole of it. */
  async function extentOf(item: Item, range: TextRange | null): Promise<Flag['extent']> {
    if (item.medium !== 'text' || !range) return { of: 'item' };
    const inside =
      range.start < range.end && range.end <= (item.medium === 'text' ? await session.texts.lengthOf(item) : 0);
    return inside ? { of: 'range', start: range.start, end: range.end } : { of: 'item' };
  }

  return {
    /** Called with each beat: writes down the time of a look that goes on; the look itself is counted at its end. */
    tally(): void {
      const nowMs = monoMs();
      if (!open || nowMs - open.sinceMs < TALLY_MS) return;
      const unveiledMs = Math.round(nowMs - open.sinceMs);
      open.sinceMs = nowMs;
      open.noteSeen({ ...NOTHING_SEEN, unveiledMs });
    },

    /** Ends whatever is unveiled, e.g. when the task or the window changes. */
    endReveal,

    /**
     * Gives a one-time address of the original of the open task's image, or the words behind one bar of its text, by its
     * place. Refuses what needs no reveal, or is not there, with `REVEAL_REFUSED`; while signed off all of it, with
     * `SIGNED_OFF`, for then no look would be counted.
     */
    async reveal(taskId: string, mode: RevealMode, bar: number | null): Promise<Revealed> {
      const item = tasks.itemOf(tasks.activeTask(taskId));
      const assertShown = () => void tasks.activeTask(taskId);
      return unveil({ item, place: 'task', assertShown, noteSeen: noteExposure }, mode, bar);
    },
    /** The same of an item that was handed in; what is seen of it is noted by whoever shows it. */
    unveil,

    /** Veils again. An id that is not open any more changes nothing. */
    hide(revealId: string): void {
      if (open?.id === revealId) endReveal();
    },

    /**
     * The worker's own mark on an item, or on a stretch of a text: from now on only the derivative is given out. A hazard
     * the requester did not name is counted.
     */
    async flag(
      taskId: string,
      category: FlagCategory,
      severity: number,
      range: TextRange | null,
    ): Promise<{ flags: FlagSummary; item: ItemView }> {
      const item = tasks.itemOf(tasks.activeTask(taskId));
      // an item that is flagged as one thing has not been disclosed as another
      const disclosed = itemFlags(session, item).some((known) => known.category === category);
      const extent = await extentOf(item, range);
      const flag: Flag = { category, severity, origin: 'worker', confidence: 1, extent };
      insertFlag(session.db, item.id, flag);
      pictures.forget(item.id);
      media.forget(item.id);
      if (!disclosed) noteExposure({ ...NOTHING_SEEN, undisclosedHazards: 1 });
      options.onFlagged?.(taskId, item.title, itemFlags(session, item));
      const flags = flagSummary(
        item,
        itemFlags(session, item),
        item.medium === 'text' ? await session.texts.lengthOf(item) : 0,
      );
      if (!flags) throw new BugError('A flag was written and is not there');
      const readLabels = () => readAnnotations(session.db, taskId);
      return { flags, item: await viewItem(session, media, item, readLabels) };
    },
  };
}
