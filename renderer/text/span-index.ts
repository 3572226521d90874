import { type Annotation, textKindOf } from '../../shared/annotation/annotation.ts';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import { assignLanes, type Stretch } from './lanes.ts';
import { lastIndex } from './shown-text.ts';

/** The stretches of an item's spans; discontinuous spans have several with the same id. */
export interface SpanIndex {
  /** By start; the longer of two that start together comes first. */
  readonly stretches: readonly Stretch[];
  /** By place in `stretches`: under how many others its underline lies. */
  readonly lanes: readonly number[];
  /** Places in `stretches` of those that touch a range, in order. */
  touching(range: TextRange): readonly number[];
}

const indices = new WeakMap<readonly Annotation[], SpanIndex>();

/** Made once for each list of annotations: painting, tags and clicks ask for the same. */
export function spanIndexOf(annotations: readonly Annotation[]): SpanIndex {
  const known = indices.get(annotations);
  if (known) return known;
  const made = makeIndex(annotations);
  indices.set(annotations, made);
  return made;
}

function makeIndex(annotations: readonly Annotation[]): SpanIndex {
  const stretches: Stretch[] = [];
  for (const { id, shape } of annotations) {
    for (const { start, end } of textKindOf(shape)?.ranges(shape) ?? []) stretches.push({ id, start, end });
  }
  stretches.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
  /** The furthest end of all up to a place: where it is before a range, nothing up to there touches it. */
  const furthest: number[] = [];
  let far = 0;
  for (const { end } of stretches) furthest.push((far = Math.max(far, end)));
  return {
    stretches,
    lanes: assignLanes(stretches),
    touching({ start, end }) {
      const first = lastIndex(stretches.length, (index) => (furthest[index] ?? 0) <= start) + 1;
      const last = lastIndex(stretches.length, (index) => (stretches[index]?.start ?? 0) < end);
      const found: number[] = [];
      for (let index = first; index <= last; index += 1) {
        if ((stretches[index]?.end ?? 0) > start) found.push(index);
      }
      return found;
    },
  };
}
