import type { Annotation } from '../../shared/annotation/annotation.ts';
import { applyEdit, type Edit } from '../../shared/annotation/edit.ts';
import { missingCase } from '../../shared/core/missing-case.ts';
import type { AnnotationState } from '../../shared/ipc/views.ts';
import type { LabelSet } from '../../shared/project/label-set.ts';
import type { Refusal } from '../app/session.ts';

/** The tool in hand; `draw` draws shapes of the active class's first kind. `look` unveils a hidden item. */
export type Tool = 'select' | 'draw' | 'pan' | 'look';

/** The open task as the window sees it: what is on disk, what is on the way there, and what the hand is about. */
export interface Workbench {
  readonly taskId: string;
  /** Revision on disk; edits under way are counted in `underWay`. */
  readonly revision: number;
  /** With the edits under way already applied. */
  readonly annotations: readonly Annotation[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changes that are not acknowledged yet. Zero means: all of it is on disk. */
  readonly underWay: number;
  readonly refusal: Refusal | null;
  /** In the order in which they were selected; all are there. */
  readonly selectedIds: readonly string[];
  /** The one selected last: what panels and readers speak of. */
  readonly selectedId: string | null;
  readonly activeClassId: string;
  readonly tool: Tool;
}

export type WorkbenchEvent =
  | { readonly type: 'edit begun'; readonly edit: Edit; readonly select?: readonly string[] }
  | { readonly type: 'step begun' }
  /** Acknowledged: an edit leaves the annotations as they are shown; undo and redo bring theirs. */
  | { readonly type: 'acknowledged'; readonly state: AnnotationState; readonly replaces: boolean }
  /** Refused: everything not acknowledged is dropped, and `state` is what is on disk (null: not known). */
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly state: AnnotationState | null }
  | { readonly type: 'refusal read' }
  | { readonly type: 'selected'; readonly id: string | null }
  | { readonly type: 'selected many'; readonly ids: readonly string[] }
  | { readonly type: 'class chosen'; readonly classId: string }
  | { readonly type: 'tool taken'; readonly tool: Tool };

/** A fresh bench for a task; the first class is active. */
export function openWorkbench(taskId: string, state: AnnotationState, labelSet: LabelSet, tool: Tool): Workbench {
  return {
    taskId,
    revision: state.revision,
    annotations: state.annotations,
    canUndo: state.canUndo,
    canRedo: state.canRedo,
    underWay: 0,
    refusal: null,
    selectedIds: [],
    selectedId: null,
    activeClassId: labelSet.classes[0]?.id ?? '',
    tool,
  };
}

/** The bench after something happened. Pure. */
export function reduceWorkbench(bench: Workbench, event: WorkbenchEvent): Workbench {
  switch (event.type) {
    case 'edit begun': {
      const annotations = applyEdit(bench.annotations, event.edit);
      const changed = { ...bench, annotations, underWay: bench.underWay + 1, refusal: null };
      return withSelection(changed, event.select ?? bench.selectedIds);
    }
    case 'step begun':
      return { ...bench, underWay: bench.underWay + 1, refusal: null };
    case 'acknowledged': {
      const { revision, canUndo, canRedo } = event.state;
      const annotations = event.replaces ? event.state.annotations : bench.annotations;
      const underWay = Math.max(0, bench.underWay - 1);
      return withSelection({ ...bench, revision, canUndo, canRedo, annotations, underWay }, bench.selectedIds);
    }
    case 'refused': {
      const refused = { ...bench, refusal: event.refusal, underWay: 0 };
      if (!event.state) return refused;
      const { revision, canUndo, canRedo, annotations } = event.state;
      return withSelection({ ...refused, revision, canUndo, canRedo, annotations }, bench.selectedIds);
    }
    case 'refusal read':
      return bench.refusal ? { ...bench, refusal: null } : bench;
    case 'selected':
      return withSelection(bench, event.id === null ? [] : [event.id]);
    case 'selected many':
      return withSelection(bench, event.ids);
    case 'class chosen':
      return bench.activeClassId === event.classId ? bench : { ...bench, activeClassId: event.classId };
    case 'tool taken':
      return bench.tool === event.tool
        ? bench
        : withSelection({ ...bench, tool: event.tool }, event.tool === 'draw' ? [] : bench.selectedIds);
    default:
      return missingCase(event);
  }
}

/** The annotation after or before the selected one, in the order of the list; the first or last when none is. */
export function neighbourOf(bench: Workbench, step: 1 | -1): string | null {
  const { annotations, selectedId } = bench;
  const at = annotations.findIndex(({ id }) => id === selectedId);
  const next =
    at === -1 ? (step === 1 ? 0 : annotations.length - 1) : (at + step + annotations.length) % annotations.length;
  return annotations[next]?.id ?? null;
}

/** Drawing order of the next new annotation. */
export function nextOrder(annotations: readonly Annotation[]): number {
  return annotations.reduce((highest, { order }) => Math.max(highest, order), -1) + 1;
}

/** With these selected, as far as they are there; the bench itself when nothing changes. */
function withSelection(bench: Workbench, ids: readonly string[]): Workbench {
  const there = ids.length === 0 ? null : new Set(bench.annotations.map(({ id }) => id));
  const wanted = [...new Set(ids)].filter((id) => there?.has(id));
  const same = wanted.length === bench.selectedIds.length && wanted.every((id, at) => id === bench.selectedIds[at]);
  return same ? bench : { ...bench, selectedIds: wanted, selectedId: wanted.at(-1) ?? null };
}

/** What is selected, in drawing order. */
export function selectedOf({ annotations, selectedIds }: Workbench): readonly Annotation[] {
  const wanted = new Set(selectedIds);
  return wanted.size === 0 ? [] : annotations.filter(({ id }) => wanted.has(id));
}
