import { isSubmitted } from '../../../shared/time/pay-report.ts';
import type { TaskFact } from '../../../shared/time/task-fact.ts';
import { readVerdicts } from '../../db/submission-store.ts';
import type { Timekeeper } from '../timekeeper.ts';
import { withoutDiskErrors } from '../timekeeper/recorder.ts';
import type { WorkerRecord } from '../worker-record.ts';
import type { ProjectSession } from './project-session.ts';
import { taskFactsOf } from './task-facts.ts';

/** What the worker's journal keeps of verdicts and pay, so that both stand in their record when no project is open. */
export interface OutcomeNotes {
  /**
   * Notes what became of each submission of a project since it was noted last. Nothing while signed off, nothing twice;
   * what a full disk refuses is noted the next time.
   */
  learn(session: ProjectSession): void;
}

export function createOutcomeNotes({
  timekeeper,
  journal,
}: {
  readonly timekeeper: Pick<Timekeeper, 'noteOutcome' | 'snapshot'>;
  readonly journal: Pick<WorkerRecord['journal'], 'outcomes'>;
}): OutcomeNotes {
  let known: Map<string, string> | null = null;
  const saidOf = ({ outcome, currency, payMinor }: Pick<TaskFact, 'outcome' | 'currency' | 'payMinor'>): string =>
    `${outcome} ${payMinor} ${currency}`;

  return {
    learn({ db, project }) {
      if (timekeeper.snapshot().activity === 'off') return;
      const noted = (known ??= new Map(journal.outcomes().map(({ body }) => [body.taskId, saidOf(body)])));
      const submissionIds = new Map(readVerdicts(db).map(({ id, taskId }) => [taskId, id]));
      withoutDiskErrors(() => {
        for (const fact of taskFactsOf(db, project).filter(isSubmitted)) {
          const { taskId, outcome, currency, payMinor } = fact;
          const submissionId = submissionIds.get(taskId);
          if (submissionId === undefined || noted.get(taskId) === saidOf(fact)) continue;
          timekeeper.noteOutcome(project.id, { submissionId, taskId, outcome, currency, payMinor });
          noted.set(taskId, saidOf(fact));
        }
      });
    },
  };
}
