import RBush, { type BBox } from 'rbush';
import { type Annotation, imageKindOf } from '../../shared/annotation/annotation.ts';
import { inDrawingOrder } from '../../shared/annotation/edit.ts';
import type { Rect } from '../../shared/core/geometry.ts';

interface Entry extends BBox {
  readonly annotation: Annotation;
}

/** From this many changes on a new tree is quicker than a changed one. */
const REBUILD_FROM = 200;

/** What an update changed, as bounds in image pixels. */
export interface IndexChange {
  readonly bounds: readonly Rect[];
}

const unchanged: IndexChange = { bounds: [] };

/**
 * Finds the annotations near a place without looking at the others. Annotations never change in place, so an update
 * compares identities and touches only what is new or gone: what stands before the first change and behind the last
 * one is not looked up. Shapes that are not drawn on images are left out.
 */
export class SpatialIndex {
  #tree = new RBush<Entry>();
  #source: readonly Annotation[] = [];
  readonly #entries = new Map<Annotation, Entry>();

  /** Brings the index to these annotations, which come in drawing order. */
  update(annotations: readonly Annotation[]): IndexChange {
    if (annotations === this.#source) return unchanged;
    const { removed, put } = difference(this.#source, annotations);
    this.#source = annotations;
    const gone = removed.flatMap((annotation) => this.#entries.get(annotation) ?? []);
    for (const { annotation } of gone) this.#entries.delete(annotation);
    const added = put.flatMap((annotation) => entryOf(annotation) ?? []);
    for (const entry of added) this.#entries.set(entry.annotation, entry);
    if (added.length + gone.length >= REBUILD_FROM) {
      this.#tree = new RBush<Entry>().load([...this.#entries.values()]);
    } else {
      for (const entry of gone) this.#tree.remove(entry);
      for (const entry of added) this.#tree.insert(entry);
    }
    return { bounds: [...added, ...gone].map(rectOf) };
  }

  /** Bounds of an annotation that is in the index, else nothing. */
  boundsOf(annotation: Annotation): readonly Rect[] {
    const entry = this.#entries.get(annotation);
    return entry ? [rectOf(entry)] : [];
  }

  /** Those whose bounds touch `area`, in drawing order. */
  within(area: Rect): readonly Annotation[] {
    return this.#tree
      .search(boxOf(area))
      .map(({ annotation }) => annotation)
      .toSorted(inDrawingOrder);
  }
}

function entryOf(annotation: Annotation): Entry | null {
  const bounds = imageKindOf(annotation.shape)?.bounds(annotation.shape);
  return bounds ? { ...boxOf(bounds), annotation } : null;
}

/** What one list has and the other has not. */
function difference(before: readonly Annotation[], after: readonly Annotation[]) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const removed = new Set(before.slice(start, before.length - end));
  const put = after.slice(start, after.length - end).filter((annotation) => !removed.delete(annotation));
  return { removed: [...removed], put };
}

function boxOf({ x, y, width, height }: Rect): BBox {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height };
}

function rectOf({ minX, minY, maxX, maxY }: BBox): Rect {
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
}
