import type { Activity } from './activity.ts';
import { divideByWeight } from './largest-remainder.ts';
import type { Segment } from './segment.ts';

/** Own and true time of one task, in milliseconds. */
export interface TaskTime {
  readonly id: string;
  readonly ownMs: number;
  readonly trueMs: number;
}

const withItem: ReadonlySet<string> = new Set<Activity>(['task', 'rework', 'appeal']);
const learning: ReadonlySet<string> = new Set<Activity>(['onboarding', 'qualification']);

/**
 * The true time of every task (time.md): own_j is its task, rework and appeal time and an equal share of its project's
 * onboarding and qualification; everything else of W is spread over the tasks in proportion to own_j.
 *
 * @param workMs W of the same segments. The true times add up to it exactly, unless no task has time of its own.
 * @returns tasks by id.
 */
export function trueTimes(segments: readonly Segment[], workMs: number): readonly TaskTime[] {
  const tasks = new Map<string, { projectId: string | null; ownMs: number }>();
  const learningMs = new Map<string | null, number>();
  for (const { phase, taskId, projectId, durationMs } of segments) {
    if (withItem.has(phase) && taskId !== null) {
      const task = tasks.get(taskId);
      if (task) {
        task.ownMs += durationMs;
        task.projectId ??= projectId;
      } else tasks.set(taskId, { projectId, ownMs: durationMs });
    } else if (learning.has(phase) && projectId !== null) {
      learningMs.set(projectId, (learningMs.get(projectId) ?? 0) + durationMs);
    }
  }
  const sorted = [...tasks].map(([id, task]) => ({ id, ...task })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const ownMs = new Map(sorted.map((task) => [task.id, task.ownMs]));
  for (const [projectId, projectMs] of learningMs) {
    const ofProject = sorted.filter((task) => task.projectId === projectId);
    const shares = divideByWeight(
      projectMs,
      ofProject.map(() => 1),
    );
    ofProject.forEach((task, index) => ownMs.set(task.id, task.ownMs + (shares[index] ?? 0)));
  }
  const own = sorted.map((task) => ownMs.get(task.id) ?? 0);
  const trueMs = divideByWeight(workMs, own);
  return sorted.map(({ id }, index) => ({ id, ownMs: own[index] ?? 0, trueMs: trueMs[index] ?? 0 }));
}
