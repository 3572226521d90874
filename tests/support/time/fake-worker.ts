import { type Timekeeper, createTimekeeper } from '../../../electron/services/timekeeper.ts';
import { type BreakSettings, defaultBreakSettings } from '../../../shared/time/break-settings.ts';
import type { TimeReport } from '../../../shared/time/report.ts';
import { type FakeWorld, makeWorld } from './fake-world.ts';
import { type MemoryJournal, memoryJournal } from './memory-journal.ts';

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const ALL_TIME = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

/** A 600-word text: an allowance of 360 s. */
export const LONG_TEXT = { projectId: 'p1', taskId: 't1', words: 600, images: 0 } as const;
export const IMAGE_TASK = { projectId: 'p1', taskId: 't1', words: 0, images: 1 } as const;

/** A worker at a fake machine. */
export interface FakeWorker {
  readonly world: FakeWorld;
  readonly journal: MemoryJournal;
  /** The running timekeeper; another one after `crash`. */
  keeper: Timekeeper;
  /** Works for a while, touching something every second. */
  work(ms: number): void;
  /** The app is started again after its process died (`killProcess`, `reboot`). */
  restart(): void;
  report(): TimeReport;
  /** Recorded and declared stretches as `phase seconds` (and cause), for one deep comparison. */
  stretches(): string[];
}

export function makeWorker(
  over: { world?: FakeWorld; journal?: MemoryJournal; settings?: Partial<BreakSettings> } = {},
): FakeWorker {
  const world = over.world ?? makeWorld();
  const journal = over.journal ?? memoryJournal();
  const open = () => {
    const breakSettings = () => ({ ...defaultBreakSettings, ...over.settings });
    return createTimekeeper({ ...world, journal, breakSettings });
  };
  const worker: FakeWorker = {
    world,
    journal,
    keeper: open(),
    work(ms) {
      for (let done = 0; done < ms; done += SECOND) {
        worker.keeper.inputSeen();
        world.wait(Math.min(SECOND, ms - done));
      }
    },
    restart() {
      worker.keeper = open();
    },
    report: () => worker.keeper.report(ALL_TIME, []),
    stretches: () =>
      worker.keeper.segments(ALL_TIME).map(({ phase, durationMs, cause, source }) => {
        const how = source === 'measured' ? '' : ` ${source}`;
        return `${phase} ${durationMs / SECOND}${cause ? ` ${cause}` : ''}${how}`;
      }),
  };
  return worker;
}
