import type { Project } from '../../../shared/project/project.ts';
import type { Outcome, TaskFact } from '../../../shared/time/task-fact.ts';
import type { ReadableDb } from '../../db/open-database.ts';
import { readSubmissions } from '../../db/submission-store.ts';
import { readTasks } from '../../db/task-store.ts';

/** What became of each task of a project, for the time report: the verdict on its newest submission decides. */
export function taskFactsOf(db: ReadableDb, project: Project): TaskFact[] {
  const outcomes = new Map<string, Outcome>(readSubmissions(db).map(({ taskId, verdict }) => [taskId, verdict]));
  return readTasks(db).map((task) => ({
    taskId: task.id,
    projectId: project.id,
    outcome: outcomes.get(task.id) ?? (task.state === 'skipped' ? 'skipped' : 'open'),
    reworkOutcome: null,
    currency: project.terms.currency,
    payMinor: task.payMinor,
  }));
}
