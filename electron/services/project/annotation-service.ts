import { allKinds, type Annotation, itemKindOf } from '../../../shared/annotation/annotation.ts';
import { applyEdit, type Edit } from '../../../shared/annotation/edit.ts';
import { assertAnswersOnce, assertLabelRules } from '../../../shared/annotation/label-rules.ts';
import type { Step, StepBack } from '../../../shared/ipc/views.ts';
import { applyToTask, readOfKinds, redoInTask, undoInTask } from '../../db/annotation-store.ts';
import { readLastHandedIn } from '../../db/submission-store.ts';
import { readSomeSuggestions } from '../../db/suggestion-store.ts';
import { assertTrueOrigins } from './origin-rule.ts';
import { shownEdit, withWords } from './hidden-words.ts';
import { labelSetFor, type ProjectSession, readItemText } from './project-session.ts';
import { assertRelationsHold } from './relation-check.ts';
import type { TaskService } from './task-service.ts';

const itemKinds = allKinds.filter(({ medium }) => medium === 'item').map(({ name }) => name);

export type AnnotationService = ReturnType<typeof createAnnotationService>;

/** Edits of the open task. Each is checked against the label rules and on disk before it answers. */
export function createAnnotationService(session: ProjectSession, tasks: TaskService) {
  const { db, project } = session;
  /** The open text, read once a task: every edit checks its spans against it. */
  let openText: { taskId: string; text: string } | null = null;

  async function textOf(taskId: string): Promise<string | null> {
    const item = tasks.itemOf(tasks.activeTask(taskId));
    if (item.medium !== 'text') return null;
    if (openText?.taskId !== taskId) openText = { taskId, text: await readItemText(session, item) };
    return openText.text;
  }

  /** Without words that the window may not have. */
  function shownStep(taskId: string, step: StepBack): StepBack {
    return { ...step, changed: shownEdit(session, tasks.itemOf(tasks.activeTask(taskId)), step.changed) };
  }

  return {
    async apply(taskId: string, revision: number, edit: Edit): Promise<Step> {
      const item = tasks.itemOf(tasks.activeTask(taskId));
      const text = await textOf(taskId);
      const whole = text === null ? edit : withWords(edit, text);
      const labelSet = labelSetFor(project, item.medium);
      assertLabelRules(whole.put, { item, text, labelSet, taskId });
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

    undo(taskId: string, revision: number): StepBack {
      tasks.activeTask(taskId);
      return shownStep(taskId, undoInTask(db, taskId, revision));
    },

    redo(taskId: string, revision: number): StepBack {
      tasks.activeTask(taskId);
      return shownStep(taskId, redoInTask(db, taskId, revision));
    },
  };
}
