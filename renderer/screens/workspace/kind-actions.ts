import {
  type Annotation,
  imageKindOf,
  itemKindOf,
  type KindName,
  kindOf,
} from '../../../shared/annotation/annotation.ts';
import { toMask } from '../../../shared/annotation/convert.ts';
import { toggledLabel } from '../../../shared/annotation/item-labels.ts';
import { outlineOfMask } from '../../../shared/annotation/simplify.ts';
import type { Size } from '../../../shared/core/geometry.ts';
import type { LabelClass, LabelSet } from '../../../shared/project/label-set.ts';
import { type Action, type ToolKind, toolOf } from '../../app/actions.ts';
import { brushStore } from '../../canvas/brush.ts';
import { reshaped } from '../../canvas/gestures/change.ts';
import { imageKindFor } from '../../canvas/image-kind-for.ts';
import { toleranceStore } from '../../canvas/tolerance.ts';
import type { Bench } from '../../workbench/use-workbench.ts';
import { selectedOf } from '../../workbench/bench-selection.ts';
import { nextOrder, type Workbench } from '../../workbench/workbench.ts';
import type { Told } from './area-actions.ts';

interface KindActionContext {
  readonly bench: Bench;
  readonly item: Size;
  readonly tell: (told: Told | null) => void;
}

/** Does what a key or a name asks for about kinds and about drawing; false when the action is somebody else's. */
export function doKindAction(action: Action, { bench, item, tell }: KindActionContext): unknown {
  const kind = toolOf(action);
  // joining two annotations is alike in images and in texts, and done elsewhere
  if (kind && kindOf(kind).medium === 'link') return false;
  if (kind) return takeKind(bench, kind) || tell({ key: 'told.noClassTakes' });
  switch (action) {
    case 'finish':
      return putDown(bench);
    case 'continue':
      return continueSelected(bench);
    case 'convert':
      return convertSelected(bench, item, tell);
    case 'brush-mode':
      return brushStore.send({ type: 'next mode' });
    case 'brush-smaller':
      return brushStore.send({ type: 'smaller' });
    case 'brush-larger':
      return brushStore.send({ type: 'larger' });
    default:
      return false;
  }
}

/** The kinds that some class of the label set takes, in the order of the classes. */
export function kindsIn(labelSet: LabelSet): readonly ToolKind[] {
  const named = [...new Set(labelSet.classes.flatMap(({ kinds }) => kinds))];
  return named.flatMap((name) => toolOf(`tool-${name}`) ?? []);
}

/** What the drawing tool draws now: what was taken, else the first kind of the active class that is drawn, if any. */
export function drawKindOf({ activeKind, activeClassId }: Workbench, labelSet: LabelSet): KindName | null {
  return activeKind ?? imageKindFor(labelSet.classes.find(({ id }) => id === activeClassId)?.kinds ?? []);
}

/** The kind of whole-item label that choosing a class gives; null when the class is drawn. */
export function itemKindFor(labelClass: LabelClass): ToolKind | null {
  const first = labelClass.kinds.map((name) => toolOf(`tool-${name}`)).find((name) => name !== null);
  return first && kindOf(first).medium === 'item' ? first : null;
}

/** Gives the item the class as a label of the whole, or takes it away again. */
export function toggleItemLabel({ store, editor }: Bench, kind: ToolKind, classId: string): void {
  if (kind !== 'tag' && kind !== 'class') return;
  const { annotations } = store.read();
  const id = `a-${crypto.randomUUID()}`;
  editor.apply(toggledLabel(annotations, { id, classId, shape: { kind }, order: nextOrder(annotations) }));
}

/** False when no class takes the kind. */
function takeKind(bench: Bench, kind: ToolKind): boolean {
  const { store, labelSet } = bench;
  const takes = labelSet.classes.filter(({ kinds }) => kinds.includes(kind));
  const labelClass = takes.find(({ id }) => id === store.read().activeClassId) ?? takes[0];
  if (!labelClass) return false;
  // a label of the whole item is given at once; what is drawn next stays what it was
  if (kindOf(kind).medium === 'item') toggleItemLabel(bench, kind, labelClass.id);
  else {
    store.send({ type: 'class chosen', classId: labelClass.id });
    store.send({ type: 'kind taken', kind });
  }
  return true;
}

/** The shape that strokes go on with is complete. */
function putDown({ store }: Bench): boolean {
  const { tool, selectedId } = store.read();
  if (tool !== 'draw' || selectedId === null) return false;
  store.send({ type: 'selected', id: null });
  return true;
}

/** Takes the tool of what is selected, to add a part, a hole or a stroke to it. */
function continueSelected({ store }: Bench): void {
  const [selected, ...more] = selectedOf(store.read());
  if (!selected || more.length > 0 || !imageKindOf(selected.shape)?.gesture.resume) return;
  store.send({ type: 'kind taken', kind: selected.shape.kind });
  store.send({ type: 'selected', id: selected.id });
}

/** Masks become polygons of few points, any other closed shapes masks; what that costs is said. */
function convertSelected({ store, editor, labelSet }: Bench, item: Size, tell: KindActionContext['tell']): void {
  const all = selectedOf(store.read()).flatMap((one) => converted(one, item, labelSet));
  if (all.length === 0) return tell({ key: 'told.noConvert' });
  editor.put(all.map(({ annotation }) => annotation));
  const outlines = all.flatMap(({ outline }) => outline ?? []);
  if (outlines.length === 0) return;
  tell({
    key: 'told.toPolygon',
    values: {
      count: outlines.reduce((sum, { pointsAfter }) => sum + pointsAfter, 0),
      error: Math.max(...outlines.map(({ errorPx }) => errorPx)),
    },
  });
}

/** A mask as a polygon, any other closed shape as a mask, if its class takes that. */
function converted(annotation: Annotation, item: Size, labelSet: LabelSet) {
  const { shape, classId } = annotation;
  if (itemKindOf(shape)) return [];
  const outline = shape.kind === 'mask' ? outlineOfMask(shape, toleranceStore.read()) : null;
  const other = outline?.shape ?? toMask(shape, item);
  const kinds = labelSet.classes.find(({ id }) => id === classId)?.kinds ?? [];
  return other && kinds.includes(other.kind) ? [{ annotation: reshaped(annotation, other), outline }] : [];
}
