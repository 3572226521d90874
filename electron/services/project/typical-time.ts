import type { Medium } from '../../../shared/project/label-set.ts';
import { lastHandedInMark, readHandedInTasks } from '../../db/submission-store.ts';
import type { ProjectSession } from './project-session.ts';

/** Median true time of finished tasks by medium; null before there are any. */
export type TypicalMs = Readonly<Record<Medium, number | null>>;

/** True time by task of everything the worker did, in milliseconds. */
export type TrueMs = () => ReadonlyMap<string, number>;

/**
 * What a task of each medium took so far, as of the one handed in last: worked out anew only when another one was, and
 * not with every page of the list, because true time comes from the whole record.
 */
export function createTypicalTimes(trueMs: TrueMs) {
  const known = new WeakMap<ProjectSession, { readonly mark: number; readonly typical: TypicalMs }>();
  return (session: ProjectSession): TypicalMs => {
    const mark = lastHandedInMark(session.db);
    const before = known.get(session);
    if (before?.mark === mark) return before.typical;
    const typical = mark === 0 ? { image: null, text: null } : typicalOf(session, trueMs());
    known.set(session, { mark, typical });
    return typical;
  };
}

function typicalOf({ db }: ProjectSession, trueMs: ReadonlyMap<string, number>): TypicalMs {
  const finished = { image: [] as number[], text: [] as number[] };
  for (const { taskId, medium } of readHandedInTasks(db)) {
    const ms = trueMs.get(taskId);
    if (ms !== undefined && ms > 0) finished[medium].push(ms);
  }
  return { image: medianMs(finished.image), text: medianMs(finished.text) };
}

/** The middle of some durations; the lower of the two middle ones when there is an even number. */
function medianMs(durationsMs: readonly number[]): number | null {
  const sorted = durationsMs.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
