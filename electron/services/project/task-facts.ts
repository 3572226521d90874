import type { Project } from '../../../shared/project/project.ts';
import type { Outcome, TaskFact } from '../../../shared/time/task-fact.ts';
import type { ReadableDb } from '../../db/open-database.ts';
import { lastSubmissions, readVerdicts } from '../../db/submission-store.ts';
import { readSomeTasks, readTasks } from '../../db/task-store.ts';

/**
 * What became of tasks of a project, for the time report: the verdict on its newest submission decides. With `taskIds`
 * only of those among them that are the project's, and no others are read.
 */
export function taskFactsOf(db: ReadableDb, project: Project, taskIds?: ReadonlySet<string | null>): TaskFact[] {
  const ids = taskIds && [...taskIds].filter((id) => id !== null);
  const outcomes: ReadonlyMap<string, Outcome> = ids
    ? new Map([...lastSubmissions(db, ids)].map(([taskId, { verdict }]) => [taskId, verdict]))
    : new Map(readVerdicts(db).map(({ taskId, verdict }) => [taskId, verdict]));
  return (ids ? readSomeTasks(db, ids) : readTasks(db)).map((task) => ({
    taskId: task.id,
    projectId: project.id,
    outcome: outcomes.get(task.id) ?? (task.state === 'skipped' ? 'skipped' : 'open'),
    reworkOutcome: null,
    currency: project.terms.currency,
    payMinor: task.payMinor,
  }));
}
