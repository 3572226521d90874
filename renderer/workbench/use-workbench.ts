import { useMemo, useSyncExternalStore } from 'react';
import { itemKindOf, type Shape } from '../../shared/annotation/annotation.ts';
import { type Question, questionsOf } from '../../shared/annotation/questions.ts';
import type { Suggestion } from '../../shared/annotation/suggestion.ts';
import type { Output } from '../../shared/ipc/contract.ts';
import type { TaskView } from '../../shared/ipc/views.ts';
import type { LabelSet } from '../../shared/project/label-set.ts';
import { createStore, type Store } from '../app/store.ts';
import { call } from '../bridge.ts';
import { type BenchView, type BenchViewEvent, firstBenchView, reduceBenchView } from './bench-view.ts';
import { type Clipboard, createClipboard } from './clipboard.ts';
import { createEditor, type Editor } from './editor.ts';
import { openWorkbench, reduceWorkbench, type Tool, type Workbench, type WorkbenchEvent } from './workbench.ts';

export interface Bench {
  readonly store: Store<Workbench, WorkbenchEvent>;
  readonly editor: Editor;
  readonly labelSet: LabelSet;
  /** What is asked about the item as a whole. */
  readonly questions: readonly Question[];
  /** How the bench is looked at; kept from task to task. */
  readonly view: Store<BenchView, BenchViewEvent>;
  readonly clipboard: Clipboard;
}

/** What is needed to show annotations without changing them. */
export type ReadableBench = Pick<Bench, 'store' | 'labelSet' | 'questions' | 'view'>;

/** Whether annotations can be changed here, or only looked at. */
export function isEditable(bench: ReadableBench): bench is Bench {
  return 'editor' in bench;
}

/** One for all tasks, so that what is copied can be pasted on the next image. */
const clipboard = createClipboard();
const benchView = createStore(firstBenchView, reduceBenchView);

const newId = (): string => `a-${crypto.randomUUID()}`;

/** The bench of one task; a new task brings a new one. */
export function useBench(task: TaskView, labelSet: LabelSet, tool: Tool): Bench {
  // Only the id: a late flag changes the view of the task, not what was labelled.
  return useMemo(() => {
    const store = createStore(openWorkbench(task.id, task.state, labelSet, tool, task.suggestions), reduceWorkbench);
    const questions = questionsIn(task, labelSet);
    const editor = createEditor(store, call, newId, labelSet, (suggestion) => shownWith(suggestion, questions));
    return { store, labelSet, questions, view: benchView, clipboard, editor };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [task.id]);
}

/** What was handed in, to be looked at only. How it is looked at is its own: nothing of it reaches the worker's bench. */
export function useHandedIn(handedIn: Output<'review.open'>, labelSet: LabelSet): ReadableBench {
  return useMemo(() => {
    const { taskId, medium, annotations, answers } = handedIn;
    const state = { revision: 0, annotations, dismissed: [], canUndo: false, canRedo: false };
    const store = createStore(openWorkbench(taskId, state, labelSet, 'read'), reduceWorkbench);
    const questions = questionsOf(labelSet, { medium, answers: answers.map(({ id }) => id), taskId });
    return { store, labelSet, questions, view: createStore(firstBenchView, reduceBenchView) };
  }, [handedIn, labelSet]);
}

function questionsIn(task: TaskView, labelSet: LabelSet): readonly Question[] {
  return questionsOf(labelSet, { medium: labelSet.medium, answers: task.shownAnswers, taskId: task.id });
}

/** A suggested answer with what this task shows where, as an answer by hand has it. */
function shownWith({ classId, shape }: Suggestion, questions: readonly Question[]): Shape {
  const question = questions.find(
    ({ kind, classes }) => kind === shape.kind && classes.some(({ id }) => id === classId),
  );
  const shown = question?.options.map(({ id }) => id) ?? [];
  return itemKindOf(shape)?.withShown?.(shape, shown) ?? shape;
}

/** A part of the bench; renders again only when that part changes. */
export function useWorkbench<Part>({ store }: Pick<Bench, 'store'>, select: (bench: Workbench) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.read()));
}

/** A part of how the bench is looked at. */
export function useBenchView<Part>({ view }: Pick<Bench, 'view'>, select: (view: BenchView) => Part): Part {
  return useSyncExternalStore(view.subscribe, () => select(view.read()));
}
