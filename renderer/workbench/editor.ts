import type { Annotation, Shape } from '../../shared/annotation/annotation.ts';
import type { Edit } from '../../shared/annotation/edit.ts';
import type { Suggestion } from '../../shared/annotation/suggestion.ts';
import { acceptingEdit, givenAnswer, withdrawnAnswers } from '../../shared/annotation/answers.ts';
import { acceptable, withRelations } from '../../shared/annotation/relations.ts';
import type { Point, Size } from '../../shared/core/geometry.ts';
import type { Result } from '../../shared/core/result.ts';
import type { Step } from '../../shared/ipc/views.ts';
import type { Call } from '../app/session-actions.ts';
import type { Store } from '../app/store.ts';
import type { LabelSet } from '../../shared/project/label-set.ts';
import { copied, touched, type Step as OrderStep, relabelled, reordered } from './arrange.ts';
import { planLink, reversed, turnedRound } from './linking.ts';
import { lookedAt, selectedOf, waitingOf } from './bench-selection.ts';
import { nextOrder, type Workbench, type WorkbenchEvent } from './workbench.ts';

export type Editor = ReturnType<typeof createEditor>;

type Write = { readonly kind: 'apply'; readonly edit: Edit } | { readonly kind: 'undo' } | { readonly kind: 'redo' };

/** What is other than it was suggested. */
type SuggestionChange = Partial<Pick<Annotation, 'classId' | 'shape'>>;

/**
 * Changes annotations: shown at once, then written to disk one after the other, each on the revision that the one
 * before left. A refusal drops what waits behind it and shows what is on disk.
 */
export function createEditor(
  store: Store<Workbench, WorkbenchEvent>,
  call: Call,
  newId: () => string,
  labelSet: LabelSet,
  /** The shape of an accepted suggestion, with what was shown where. */
  withShown: (suggestion: Suggestion) => Shape = ({ shape }) => shape,
) {
  const waiting: Write[] = [];
  let running: Promise<void> | null = null;
  /** An undo or redo is among the steps under way: then what is shown follows what the disk says, step by step. */
  let mixed = false;
  /** Each sends the words of a field that are not on their way yet. */
  const keepers = new Set<() => void>();
  const { taskId } = store.read();

  async function ask(write: Write): Promise<Result<Step & { readonly changed: Edit }>> {
    const { revision } = store.read();
    switch (write.kind) {
      case 'apply': {
        const answer = await call('annotation.apply', { taskId, revision, edit: write.edit });
        return answer.ok ? { ok: true, value: { ...answer.value, changed: write.edit } } : answer;
      }
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
        const { changed, ...at } = answer.value;
        store.send({ type: 'acknowledged', step: at, changed, replaces: mixed });
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

  function queue(step: Write): void {
    waiting.push(step);
    running ??= run();
  }

  /** `select` says what is selected after it; left out, the selection stays. An empty edit is none. */
  function apply(asked: Edit, select?: readonly string[]): void {
    const { annotations, suggestions } = store.read();
    const edit = withRelations(asked, { annotations, suggestions, labelSet });
    if (edit.put.length === 0 && edit.remove.length === 0 && !edit.dismiss && !edit.restore) return;
    store.send({ type: 'edit begun', edit, ...(select === undefined ? {} : { select }) });
    queue({ kind: 'apply', edit });
  }

  /** What came from a suggestion and is removed was rejected: it does not come back as a suggestion. */
  function remove(ids: readonly string[]): void {
    apply({ put: [], remove: [...ids], ...dismissed(ids) });
  }

  /** Those of `ids` that a model suggested, as a part of an edit. */
  function dismissed(ids: readonly string[]): Pick<Edit, 'dismiss'> {
    const suggested = new Set(store.read().suggestions.map(({ id }) => id));
    const dismiss = ids.filter((id) => suggested.has(id));
    return dismiss.length > 0 ? { dismiss } : {};
  }

  /** The edit that accepts a suggestion with another class or shape; a relation takes its ends along. Null when it may not. */
  function acceptingAs(suggestion: Suggestion, change: SuggestionChange): Edit | null {
    const before = store.read();
    const changed = { ...suggestion, ...change };
    const all = acceptable([changed], waitingOf(before), { annotations: before.annotations, labelSet });
    if (all.length === 0) return null;
    const edit = acceptingEdit({ ...before, labelSet }, all, withShown);
    const isOwn = changed.classId === suggestion.classId && changed.shape === suggestion.shape;
    const put = edit.put.map((one) => (one.id === suggestion.id && !isOwn ? touched(one) : one));
    return { ...edit, put };
  }

  function decide(suggestions: readonly Suggestion[], edit: Edit, undecided: readonly Suggestion[]): void {
    const before = store.read();
    const answered = new Set(suggestions.map(({ id }) => id));
    const at = undecided.findIndex(({ id }) => id === before.suggestionId);
    const next = [...undecided.slice(at + 1), ...undecided.slice(0, at + 1)].find(({ id }) => !answered.has(id));
    apply(edit, []);
    store.send({ type: 'suggestion selected', id: at === -1 ? null : (next?.id ?? null) });
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

    /** Joins two annotations by the first of these classes that takes them, and selects the relation. */
    link(ends: { readonly from: string; readonly to: string }, classIds: readonly string[]): boolean {
      const { annotations, tool } = store.read();
      const plan = planLink(annotations, ends, classIds, labelSet);
      if ('why' in plan) {
        store.send({ type: 'link refused', why: plan.why });
        return false;
      }
      const order = nextOrder(annotations);
      const made: Annotation = { id: newId(), classId: plan.classId, origin: 'hand', order, shape: plan.shape };
      apply({ put: [made], remove: [] }, [made.id]);
      if (tool === 'link') store.send({ type: 'link begun', classId: plan.classId, from: null });
      return true;
    },

    /** Turns the selected relations round, or the suggested one that is looked at, which accepts it so. */
    reverse(): void {
      const { annotations } = store.read();
      const looked = lookedAt(store.read());
      const turned = looked && turnedRound(looked.shape);
      if (looked && turned) {
        const edit = acceptingAs(looked, { shape: turned });
        if (edit) apply(edit, [looked.id]);
      } else apply(reversed(selectedOf(store.read()), annotations, labelSet));
    },

    /** Keeps changed annotations, all as one step. */
    put(annotations: readonly Annotation[]): void {
      apply({ put: [...annotations], remove: [] });
    },

    /** Puts shapes in place of others, as one step. What of it was a suggestion is answered with that. */
    replace(edit: Edit, select: readonly string[]): void {
      apply({ ...edit, ...dismissed(edit.remove) }, select);
    },

    removeSelected(): void {
      remove(store.read().selectedIds);
    },

    remove(id: string): void {
      remove([id]);
    },

    /** Puts copies on the item, all as one step, and selects them. */
    addCopies(sources: readonly Annotation[], item: Size, by: Point): void {
      const copies = copied(sources, { there: store.read().annotations, item, by, newId });
      if (copies.length === 0) return;
      store.send({ type: 'tool taken', tool: 'select' });
      apply(
        { put: [...copies], remove: [] },
        copies.map(({ id }) => id),
      );
    },

    /** Brings what is selected up or down in the drawing order. */
    reorder(step: OrderStep): void {
      const { annotations, selectedIds } = store.read();
      apply(reordered(annotations, new Set(selectedIds), step));
    },

    /** Answers a question about the whole item; `joins` when it goes on with the step before. */
    answer(classId: string, shape: Shape, { joins = false }: { readonly joins?: boolean } = {}): void {
      const edit = givenAnswer({ ...store.read(), labelSet }, { classId, shape, newId: newId() });
      apply(joins && edit.remove.length === 0 ? { ...edit, joins: true } : edit);
    },

    /** Takes answers back. */
    withdraw(answers: readonly Annotation[]): void {
      apply(withdrawnAnswers(answers, store.read().suggestions));
    },

    /** Makes annotations of these suggestions, as they are; of `undecided`, in their order, the next one is looked at. */
    accept(chosen: readonly Suggestion[], undecided = waitingOf(store.read())): void {
      const before = store.read();
      const suggestions = acceptable(chosen, waitingOf(before), { annotations: before.annotations, labelSet });
      if (suggestions.length === 0) return;
      decide(suggestions, acceptingEdit({ ...before, labelSet }, suggestions, withShown), undecided);
    },

    reject(suggestions: readonly Suggestion[], undecided = waitingOf(store.read())): void {
      if (suggestions.length > 0)
        decide(suggestions, { put: [], remove: [], dismiss: suggestions.map(({ id }) => id) }, undecided);
    },

    /**
     * Makes an annotation of a suggestion with another class or shape, as one step; then it counts as edited. It is
     * selected, so that the next key goes on with it. False when it may not be so.
     */
    acceptChanged(suggestion: Suggestion, change: SuggestionChange): boolean {
      const edit = acceptingAs(suggestion, change);
      if (edit) apply(edit, [suggestion.id]);
      return edit !== null;
    },

    /** Chooses a class for what is drawn next, and gives it to all that is selected and may have it. */
    chooseClass(classId: string): void {
      store.send({ type: 'class chosen', classId });
      const looked = lookedAt(store.read());
      const takes = labelSet.classes.find(({ id }) => id === classId)?.kinds.includes(looked?.shape.kind ?? '');
      // in a text, where nothing is drawn next, it is the class that what is suggested should have
      if (looked && takes && labelSet.medium === 'text') {
        const edit = acceptingAs(looked, { classId });
        if (edit) decide([looked], edit, waitingOf(store.read()));
        return;
      }
      apply(relabelled(selectedOf(store.read()), classId, labelSet, store.read().annotations));
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

    /** `keep` is called when all words have to be on their way, e.g. before a task is handed in. Answers with its end. */
    onKeep(keep: () => void): () => void {
      keepers.add(keep);
      return () => void keepers.delete(keep);
    },

    /** Waits until nothing is under way; false when the last change was refused. */
    async settle(): Promise<boolean> {
      for (const keep of keepers) keep();
      while (running) await running;
      return store.read().refusal === null;
    },
  };
}
