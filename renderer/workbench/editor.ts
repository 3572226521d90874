import type { Annotation, Shape } from '../../shared/annotation/annotation.ts';
import type { Edit } from '../../shared/annotation/edit.ts';
import type { Result } from '../../shared/core/result.ts';
import type { AnnotationState } from '../../shared/ipc/views.ts';
import type { Call } from '../app/session-actions.ts';
import type { Store } from '../app/store.ts';
import type { LabelSet } from '../../shared/project/label-set.ts';
import { relabelled } from './arrange.ts';
import { nextOrder, selectedOf, type Workbench, type WorkbenchEvent } from './workbench.ts';

export type Editor = ReturnType<typeof createEditor>;

type Step = { readonly kind: 'apply'; readonly edit: Edit } | { readonly kind: 'undo' } | { readonly kind: 'redo' };

/**
 * Changes annotations: shown at once, then written to disk one after the other, each on the revision that the one
 * before left. A refusal drops what waits behind it and shows what is on disk.
 */
export function createEditor(
  store: Store<Workbench, WorkbenchEvent>,
  call: Call,
  newId: () => string,
  labelSet: LabelSet,
) {
  const waiting: Step[] = [];
  let running: Promise<void> | null = null;
  /** An undo or redo is among the steps under way: then what is shown follows what the disk says, step by step. */
  let mixed = false;
  const { taskId } = store.read();

  function ask(step: Step): Promise<Result<AnnotationState>> {
    const { revision } = store.read();
    switch (step.kind) {
      case 'apply':
        return call('annotation.apply', { taskId, revision, edit: step.edit });
      case 'undo':
        return call('annotation.undo', { taskId, revision });
      case 'redo':
        return call('annotation.redo', { taskId, revision });
    }
  }

  async function run(): Promise<void> {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const answer = await ask(step);
      if (answer.ok) {
        mixed ||= step.kind !== 'apply';
        store.send({ type: 'acknowledged', state: answer.value, replaces: mixed });
        continue;
      }
      waiting.length = 0;
      const current = await call('task.current', {});
      const task = current.ok && current.value.task?.id === taskId ? current.value.task : null;
      store.send({ type: 'refused', refusal: answer.error, state: task?.state ?? null });
    }
    running = null;
    mixed = false;
  }

  function queue(step: Step): void {
    waiting.push(step);
    running ??= run();
  }

  /** `select` says what is selected after it; left out, the selection stays. An empty edit is none. */
  function apply(edit: Edit, select?: readonly string[]): void {
    if (edit.put.length === 0 && edit.remove.length === 0) return;
    store.send({ type: 'edit begun', edit, ...(select === undefined ? {} : { select }) });
    queue({ kind: 'apply', edit });
  }

  return {
    apply,

    /** Keeps a new shape in the active class. */
    add(shape: Shape, { select }: { readonly select: boolean }): void {
      const { annotations, activeClassId } = store.read();
      const annotation: Annotation = {
        id: newId(),
        classId: activeClassId,
        origin: 'hand',
        order: nextOrder(annotations),
        shape,
      };
      apply({ put: [annotation], remove: [] }, select ? [annotation.id] : []);
    },

    /** Keeps changed annotations, all as one step. */
    put(annotations: readonly Annotation[]): void {
      apply({ put: [...annotations], remove: [] });
    },

    removeSelected(): void {
      apply({ put: [], remove: [...store.read().selectedIds] });
    },

    remove(id: string): void {
      apply({ put: [], remove: [id] });
    },

    /** Chooses a class for what is drawn next, and gives it to all that is selected and may have it. */
    chooseClass(classId: string): void {
      store.send({ type: 'class chosen', classId });
      apply(relabelled(selectedOf(store.read()), classId, labelSet));
    },

    undo(): void {
      if (!store.read().canUndo && store.read().underWay === 0) return;
      store.send({ type: 'step begun' });
      queue({ kind: 'undo' });
    },

    redo(): void {
      if (!store.read().canRedo) return;
      store.send({ type: 'step begun' });
      queue({ kind: 'redo' });
    },

    /** Waits until nothing is under way; false when the last change was refused. */
    async settle(): Promise<boolean> {
      while (running) await running;
      return store.read().refusal === null;
    },
  };
}
