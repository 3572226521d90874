import {
  allKinds,
  type Annotation,
  imageKindOf,
  type KindName,
  textKindOf,
} from '../../shared/annotation/annotation.ts';
import { applyDismissals, applyEdit, type Edit } from '../../shared/annotation/edit.ts';
import { piecesOf, spanOfPieces, type Words } from '../../shared/annotation/span-pieces.ts';
import type { Suggestion } from '../../shared/annotation/suggestion.ts';
import { missingCase } from '../../shared/core/missing-case.ts';
import type { AnnotationState, Step } from '../../shared/ipc/views.ts';
import type { LabelClass, LabelSet } from '../../shared/project/label-set.ts';
import type { Refusal } from '../app/session.ts';
import { type LinkRefusal, relationClassesOf } from './linking.ts';

/**
 * The tool in hand; `draw` draws shapes of the active class's first kind, `cut` a line along which what is selected is
 * cut, `link` joins two annotations. `look` unveils a hidden item. `read` chooses and changes nothing.
 */
export type Tool = 'select' | 'draw' | 'cut' | 'pan' | 'look' | 'link' | 'read';

/** The open task as the window sees it: what is on disk, what is on the way there, and what the hand is about. */
export interface Workbench {
  readonly taskId: string;
  /** Revision on disk; edits under way are counted in `underWay`. */
  readonly revision: number;
  /** In drawing order, with the edits under way already applied. */
  readonly annotations: readonly Annotation[];
  /** All that models predict for the item. */
  readonly suggestions: readonly Suggestion[];
  /** Suggestions that were rejected. */
  readonly dismissed: readonly string[];
  /** What is on disk, without the edits under way. */
  readonly onDisk: Readonly<Pick<Workbench, 'annotations' | 'dismissed'>>;
  /** The suggestion that is looked at; never together with selected annotations. */
  readonly suggestionId: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Changes that are not acknowledged yet. Zero means: all of it is on disk. */
  readonly underWay: number;
  /** Fields whose last words are not even under way yet. */
  readonly unsaved: readonly string[];
  readonly refusal: Refusal | null;
  /** In the order in which they were selected; all are there. */
  readonly selectedIds: readonly string[];
  /** The one selected last: what panels and readers speak of. */
  readonly selectedId: string | null;
  /** What was just drawn or marked, while nothing is selected: details go to it, and the hand draws on. */
  readonly drawnId: string | null;
  /** The vertex or grip of the one selected annotation that keys move; its shape may have lost it meanwhile. */
  readonly gripId: string | null;
  readonly activeClassId: string;
  /** The kind that the drawing tool draws; null for the first of the active class. */
  readonly activeKind: KindName | null;
  readonly tool: Tool;
  /** The class of the next relation; null when the label set has none. */
  readonly linkClassId: string | null;
  /** With the `link` tool in hand: where the relation under way starts; null while that is to be chosen. */
  readonly linkFrom: string | null;
  /** Why the last two could not be joined. */
  readonly linkRefusal: LinkRefusal | null;
  /** Points of what is being drawn that can be taken back, and that can come again. */
  readonly strokes: { readonly canTakeBack: boolean; readonly canComeAgain: boolean };
}

export type WorkbenchEvent =
  | { readonly type: 'edit begun'; readonly edit: Edit; readonly select?: readonly string[] }
  | { readonly type: 'step begun' }
  /** Words were typed into a field, or all of them are on their way to the disk. */
  | { readonly type: 'typed' | 'typing kept'; readonly field: string }
  /** Acknowledged: `changed` is on disk now. An edit leaves what is shown as it is; undo and redo show what is on disk. */
  | { readonly type: 'acknowledged'; readonly step: Step; readonly changed: Edit; readonly replaces: boolean }
  /** Refused: everything not acknowledged is dropped, and `state` is what is on disk (null: as it was acknowledged last). */
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly state: AnnotationState | null }
  | { readonly type: 'refusal read' }
  | { readonly type: 'selected'; readonly id: string | null }
  | { readonly type: 'selected many'; readonly ids: readonly string[] }
  | { readonly type: 'grip taken'; readonly id: string | null }
  | { readonly type: 'suggestion selected'; readonly id: string | null }
  | { readonly type: 'kind taken'; readonly kind: KindName }
  | { readonly type: 'class chosen'; readonly classId: string }
  | { readonly type: 'tool taken'; readonly tool: Tool }
  /** The next relation gets this class; with `from`, it starts there and only its other end is to be chosen. */
  | { readonly type: 'link begun'; readonly classId: string; readonly from: string | null }
  /** `classId`: the class that was chosen for it; left out, it was the one in hand. */
  | { readonly type: 'link refused'; readonly why: LinkRefusal; readonly classId?: string }
  | { readonly type: 'strokes changed'; readonly strokes: Workbench['strokes'] }
  /** Other words of the text are hidden now: spans say what the text shows. */
  | { readonly type: 'words hidden'; readonly words: Words };

/** A fresh bench for a task; the first class is active. */
export function openWorkbench(
  taskId: string,
  state: AnnotationState,
  labelSet: LabelSet,
  tool: Tool,
  suggestions: readonly Suggestion[] = [],
): Workbench {
  return {
    taskId,
    revision: state.revision,
    annotations: state.annotations,
    suggestions,
    dismissed: state.dismissed,
    onDisk: { annotations: state.annotations, dismissed: state.dismissed },
    suggestionId: null,
    canUndo: state.canUndo,
    canRedo: state.canRedo,
    underWay: 0,
    unsaved: [],
    refusal: null,
    selectedIds: [],
    selectedId: null,
    drawnId: null,
    gripId: null,
    activeClassId: firstClassOf(labelSet)?.id ?? '',
    activeKind: null,
    tool,
    linkClassId: relationClassesOf(labelSet)[0]?.id ?? null,
    linkFrom: null,
    linkRefusal: null,
    strokes: { canTakeBack: false, canComeAgain: false },
  };
}

/** The first class whose labels are put on a place of the item; the first of all when none is. */
function firstClassOf({ medium, classes }: LabelSet): LabelClass | undefined {
  const placed = new Set<string>(allKinds.filter((kind) => kind.medium === medium).map(({ name }) => name));
  return classes.find(({ kinds }) => kinds.some((name) => placed.has(name))) ?? classes[0];
}

/** The bench after something happened. Pure. */
export function reduceWorkbench(bench: Workbench, event: WorkbenchEvent): Workbench {
  switch (event.type) {
    case 'edit begun': {
      const annotations = applyEdit(bench.annotations, event.edit);
      const dismissed = applyDismissals(bench.dismissed, event.edit);
      const drawnId = drawnIn(event.edit, bench.annotations) ?? bench.drawnId;
      const changed = { ...bench, annotations, dismissed, drawnId, underWay: bench.underWay + 1, refusal: null };
      return withSelection(changed, event.select ?? bench.selectedIds);
    }
    case 'step begun':
      return { ...bench, underWay: bench.underWay + 1, refusal: null };
    case 'typed':
      return bench.unsaved.includes(event.field) ? bench : { ...bench, unsaved: [...bench.unsaved, event.field] };
    case 'typing kept':
      return bench.unsaved.includes(event.field)
        ? { ...bench, unsaved: bench.unsaved.filter((field) => field !== event.field) }
        : bench;
    case 'acknowledged': {
      const { revision, canUndo, canRedo } = event.step;
      const onDisk = {
        annotations: applyEdit(bench.onDisk.annotations, event.changed),
        dismissed: applyDismissals(bench.onDisk.dismissed, event.changed),
      };
      const underWay = Math.max(0, bench.underWay - 1);
      const saved = { ...bench, revision, canUndo, canRedo, onDisk, underWay };
      return event.replaces ? withSelection({ ...saved, ...onDisk }, bench.selectedIds) : saved;
    }
    case 'refused': {
      const { annotations, dismissed } = event.state ?? bench.onDisk;
      const onDisk = { annotations, dismissed };
      const refused = { ...bench, refusal: event.refusal, underWay: 0, onDisk };
      return withSelection({ ...refused, ...(event.state ?? onDisk) }, bench.selectedIds);
    }
    case 'refusal read':
      return bench.refusal ? { ...bench, refusal: null } : bench;
    case 'selected':
      return withSelection(withoutDrawn(withoutRefusal(withoutGrip(bench))), event.id === null ? [] : [event.id]);
    case 'selected many':
      return withSelection(withoutDrawn(withoutRefusal(withoutGrip(bench))), event.ids);
    case 'grip taken':
      return bench.gripId === event.id ? bench : { ...bench, gripId: event.id };
    case 'suggestion selected':
      return { ...withSelection(withoutDrawn(withoutRefusal(bench)), []), suggestionId: event.id };
    case 'kind taken':
      return withSelection({ ...bench, activeKind: event.kind, tool: 'draw' }, []);
    case 'class chosen':
      return bench.activeClassId === event.classId
        ? bench
        : { ...bench, activeClassId: event.classId, activeKind: null };
    case 'tool taken':
      return bench.tool === event.tool
        ? bench
        : withSelection(
            { ...bench, tool: event.tool, drawnId: null, linkFrom: null, linkRefusal: null },
            event.tool === 'draw' ? [] : bench.selectedIds,
          );
    case 'link begun': {
      const { classId: linkClassId, from: linkFrom } = event;
      return { ...withoutDrawn(bench), tool: 'link', linkClassId, linkFrom, linkRefusal: null, suggestionId: null };
    }
    case 'link refused':
      return { ...bench, linkRefusal: event.why, linkClassId: event.classId ?? bench.linkClassId };
    case 'strokes changed': {
      const { canTakeBack, canComeAgain } = event.strokes;
      const { strokes } = bench;
      return strokes.canTakeBack === canTakeBack && strokes.canComeAgain === canComeAgain
        ? bench
        : { ...bench, strokes: event.strokes };
    }
    case 'words hidden': {
      const annotations = bench.annotations.map((one) => withWordsOf(one, event.words));
      const suggestions = bench.suggestions.map((one) => withWordsOf(one, event.words));
      const onDisk = {
        ...bench.onDisk,
        annotations: bench.onDisk.annotations.map((one) => withWordsOf(one, event.words)),
      };
      return { ...bench, annotations, suggestions, onDisk };
    }
    default:
      return missingCase(event);
  }
}

function withWordsOf<Labelled extends Pick<Annotation, 'shape'>>(labelled: Labelled, words: Words): Labelled {
  if (labelled.shape.kind !== 'span') return labelled;
  const pieces = piecesOf(labelled.shape).map(({ start, end }) => ({ start, end, text: words(start, end) }));
  return { ...labelled, shape: spanOfPieces(pieces) ?? labelled.shape };
}

/** Drawing order of the next new annotation; those that are there come in theirs. */
export function nextOrder(annotations: readonly Annotation[]): number {
  return (annotations.at(-1)?.order ?? -1) + 1;
}

/** With these selected, as far as they are there; the bench itself when nothing changes. */
function withSelection(bench: Workbench, ids: readonly string[]): Workbench {
  const wanted = thereOf(bench.annotations, ids);
  const linkFrom = bench.linkFrom === null ? null : (thereOf(bench.annotations, [bench.linkFrom])[0] ?? null);
  const same =
    linkFrom === bench.linkFrom &&
    wanted.length === bench.selectedIds.length &&
    wanted.every((id, at) => id === bench.selectedIds[at]);
  const suggestionId = wanted.length > 0 ? null : bench.suggestionId;
  return same
    ? bench
    : { ...bench, linkFrom, selectedIds: wanted, selectedId: wanted.at(-1) ?? null, gripId: null, suggestionId };
}

/** The one new label of an edit that is put on a place of the item; null when there is none, or more than one. */
function drawnIn({ put }: Edit, before: readonly Annotation[]): string | null {
  const [only, ...more] = put;
  if (!only || more.length > 0 || !(imageKindOf(only.shape) ?? textKindOf(only.shape))) return null;
  return before.some(({ id }) => id === only.id) ? null : only.id;
}

function withoutDrawn(bench: Workbench): Workbench {
  return bench.drawnId === null ? bench : { ...bench, drawnId: null };
}

function withoutGrip(bench: Workbench): Workbench {
  return bench.gripId === null ? bench : { ...bench, gripId: null };
}

/** Why two could not be joined has been read once something else is chosen. */
function withoutRefusal(bench: Workbench): Workbench {
  return bench.linkRefusal === null ? bench : { ...bench, linkRefusal: null };
}

/** These ids, each once, as far as there are annotations with them. */
function thereOf(annotations: readonly Annotation[], ids: readonly string[]): readonly string[] {
  const missing = new Set(ids);
  const wanted = [...missing];
  // what was drawn last is selected most, and stands at the end
  for (let at = annotations.length - 1; at >= 0 && missing.size > 0; at -= 1) {
    missing.delete((annotations[at] as Annotation).id);
  }
  return missing.size === 0 ? wanted : wanted.filter((id) => !missing.has(id));
}
