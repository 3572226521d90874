import RBush, { type BBox } from 'rbush';
import { type Annotation, imageKindOf } from '../../shared/annotation/annotation.ts';
import type { Rect } from '../../shared/core/geometry.ts';

interface Entry extends BBox {
  readonly annotation: Annotation;
  /** Place in the drawing order. */
  rank: number;
  /** The update that saw it last. */
  seenIn: number;
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
 * compares identities and touches only what is new or gone. Shapes that are not drawn on images are left out.
 */
export class SpatialIndex {
  #tree = new RBush<Entry>();
  #source: readonly Annotation[] = [];
  readonly #entries = new Map<Annotation, Entry>();
  #update = 0;

  /** Brings the index to these annotations, in drawing order. */
  update(annotations: readonly Annotation[]): IndexChange {
    if (annotations === this.#source) return unchanged;
    this.#source = annotations;
    this.#update += 1;
    const added: Entry[] = [];
    for (const [rank, annotation] of annotations.entries()) {
      const known = this.#entries.get(annotation);
      const entry = known ?? entryOf(annotation);
      if (!entry) continue;
      entry.rank = rank;
      entry.seenIn = this.#update;
      if (known) continue;
      this.#entries.set(annotation, entry);
      added.push(entry);
    }
    const gone = [...this.#entries.values()].filter(({ seenIn }) => seenIn !== this.#update);
    for (const { annotation } of gone) this.#entries.delete(annotation);
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
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ annotation }) => annotation);
  }
}

function entryOf(annotation: Annotation): Entry | null {
  const bounds = imageKindOf(annotation.shape)?.bounds(annotation.shape);
  return bounds ? { ...boxOf(bounds), annotation, rank: 0, seenIn: 0 } : null;
}

function boxOf({ x, y, width, height }: Rect): BBox {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height };
}

function rectOf({ minX, minY, maxX, maxY }: BBox): Rect {
  return { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
}
