import type { Annotation } from '../../shared/annotation/annotation.ts';
import { textKindOf } from '../../shared/annotation/annotation.ts';
import { palette } from '../ui/palette.ts';
import type { DocumentMap } from './document-map.ts';
import { assignLanes, type Stretch } from './lanes.ts';

/** The stretches of an item's spans, one a range; discontinuous kinds have several with the same id. */
export function stretchesOf(annotations: readonly Annotation[]): readonly Stretch[] {
  return annotations.flatMap(({ id, shape }) =>
    (textKindOf(shape)?.ranges(shape) ?? []).map((range) => ({ id, ...range })),
  );
}

/**
 * Paints spans by CSS highlights over the untouched text (highlights.css): no wrapper tags, so that joined scripts
 * keep their shapes. Returns what takes the paint off again.
 */
export function paintSpans(
  map: DocumentMap,
  annotations: readonly Annotation[],
  selectedId: string | null,
  colourOf: (classId: string) => number,
): () => void {
  const stretches = stretchesOf(annotations);
  const lanes = assignLanes(stretches);
  const classOf = new Map(annotations.map(({ id, classId }) => [id, classId]));
  const byName = new Map<string, StaticRange[]>();
  for (const { id, start, end } of stretches) {
    const range = map.staticRangeOf(start, end);
    if (!range) continue;
    const colour = colourOf(classOf.get(id) ?? '') % palette.length;
    add(byName, `class-${colour}-lane-${lanes.get(id) ?? 0}`, range);
    if (id === selectedId) add(byName, 'selected-span', range);
  }
  for (const [name, ranges] of byName) {
    const highlight = new Highlight();
    for (const range of ranges) highlight.add(range);
    highlight.priority = name === 'selected-span' ? 1 : 0;
    CSS.highlights.set(name, highlight);
  }
  return () => {
    for (const name of byName.keys()) CSS.highlights.delete(name);
  };
}

function add(byName: Map<string, StaticRange[]>, name: string, range: StaticRange): void {
  const ranges = byName.get(name);
  if (ranges) ranges.push(range);
  else byName.set(name, [range]);
}
