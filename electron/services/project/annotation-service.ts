import { allKinds, type Annotation, itemKindOf } from '../../../shared/annotation/annotation.ts';
import { applyEdit, type Edit } from '../../../shared/annotation/edit.ts';
import { assertAnswersOnce, assertLabelRules } from '../../../shared/annotation/label-rules.ts';
import type { Step, StepBack } from '../../../shared/ipc/views.ts';
import { applyToTask, readOfKinds, redoInTask, undoInTask } from '../../db/annotation-store.ts';
import { readLastHandedIn } from '../../db/submission-store.ts';
import { readSomeSuggestions } from '../../db/suggestion-store.ts';
import { assertTrueOrigins } from './origin-rule.ts';
import { hiddenInText, hiddenNow, shownEdit, withOwnWords } from './hidden-words.ts';
import { labelSetFor, type ProjectSession } from './project-session.ts';
import { assertRelationsHold } from './relation-check.ts';
import type { TaskService } from './task-service.ts';

const itemKinds = allKinds.filter(({ medium }) => medium === 'item').map(({ name }) => name);

export type AnnotationService = ReturnType<typeof createAnnotationService>;

/** Edits of the open task. Each is checked against the label rules and on disk before it answers. */
export function createAnnotationService(session: ProjectSession, tasks: TaskService) {
  const { db, project } = session;

  /** Without words that the window may not have. */
  async function shownStep(taskId: string, step: StepBack): Promise<StepBack> {
    const hidden = await hiddenNow(session, tasks.itemOf(tasks.activeTask(taskId)));
    return { ...step, changed: shownEdit(step.changed, hidden) };
  }

  return {
    async apply(taskId: string, revision: number, edit: Edit): Promise<Step> {
      const item = tasks.itemOf(tasks.activeTask(taskId));
      const text = item.medium === 'text' ? await session.texts.read(item) : null;
      const whole = text ? withOwnWords(edit, text.words, hiddenInText(session, item, text)) : edit;
      const labelSet = labelSetFor(project, item.medium);
      assertLabelRules(whole.put, { item, words: text?.words ?? null, labelSet, taskId });
      // a label of the whole item has to agree with those that are there; others cannot disagree
      if (whole.put.some(({ shape }) => itemKindOf(shape))) {
        assertAnswersOnce(applyEdit(readOfKinds(db, taskId, itemKinds), whole), labelSet);
      }
      assertRelationsHold(db, taskId, whole, labelSet);
      const ids = whole.put.map(({ id }) => id);
      assertTrueOrigins(whole.put, readSomeSuggestions(db, item.id, ids));
      return applyToTask(db, taskId, revision, whole);
    },

    /** Empty for texts: a span means its own words and no others. What was answered to a question is never repeated. */
    previous(taskId: string): Annotation[] {
      const item = tasks.itemOf(tasks.activeTask(taskId));
      if (item.medium !== 'image') return [];
      return readLastHandedIn(db, taskId, 'image').filter(({ shape }) => itemKindOf(shape)?.shortcut !== null);
    },

    async undo(taskId: string, revision: number): Promise<StepBack> {
      tasks.activeTask(taskId);
      return shownStep(taskId, undoInTask(db, taskId, revision));
    },

    async redo(taskId: string, revision: number): Promise<StepBack> {
      tasks.activeTask(taskId);
      return shownStep(taskId, redoInTask(db, taskId, revision));
    },
  };
}
