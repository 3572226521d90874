import type { JournalStore } from '../../db/journal-store.ts';
import type { TaskFact } from '../../../shared/time/task-fact.ts';

/**
 * What became of the worker's tasks: those of the open project as it has them, all others as the worker's own journal
 * learnt of them. So pay and hours stand beside each other whichever project is open, and none has to be.
 */
export function payFacts(
  ofOpenProject: readonly TaskFact[],
  journal: Pick<JournalStore, 'outcomes'>,
  workedOn: ReadonlySet<string | null>,
): readonly TaskFact[] {
  const facts = new Map<string, TaskFact>();
  for (const { projectId, body } of journal.outcomes()) {
    const { taskId, outcome, currency, payMinor } = body;
    if (projectId !== null) facts.set(taskId, { taskId, projectId, outcome, reworkOutcome: null, currency, payMinor });
  }
  for (const fact of ofOpenProject) facts.set(fact.taskId, fact);
  return [...facts.values()].filter(({ taskId }) => workedOn.has(taskId));
}
