import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import { palette } from '../ui/palette.ts';
import type { DocumentMap } from './document-map.ts';
import { spanIndexOf } from './span-index.ts';

interface Painted {
  readonly map: DocumentMap;
  readonly annotations: readonly Annotation[];
  /** Only what touches it is painted. */
  readonly painted: TextRange;
  readonly selectedIds: readonly string[];
  readonly colourOf: (classId: string) => number;
}

/**
 * Paints spans by CSS highlights over the untouched text (highlights.css): no wrapper tags, so that joined scripts
 * keep their shapes. Returns what takes the paint off again.
 */
export function paintSpans({ map, annotations, painted, selectedIds, colourOf }: Painted): () => void {
  const { stretches, lanes, touching } = spanIndexOf(annotations);
  const classOf = new Map(annotations.map(({ id, classId }) => [id, classId]));
  const selected = new Set(selectedIds);
  const byName = new Map<string, StaticRange[]>();
  for (const place of touching(painted)) {
    const stretch = stretches[place];
    const range = stretch && map.staticRangeOf(stretch.start, stretch.end);
    if (!range) continue;
    const colour = colourOf(classOf.get(stretch.id) ?? '') % palette.length;
    add(byName, `class-${colour}-lane-${lanes[place] ?? 0}`, range);
    if (selected.has(stretch.id)) add(byName, 'selected-span', range);
  }
  for (const [name, ranges] of byName) setHighlight(name, ranges, name === 'selected-span' ? 1 : 0);
  return () => {
    for (const name of byName.keys()) CSS.highlights.delete(name);
  };
}

/** Paints one highlight; with no ranges it is taken off. */
export function setHighlight(name: string, ranges: readonly AbstractRange[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  // not by spreading: thousands of arguments are too many
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

function add(byName: Map<string, StaticRange[]>, name: string, range: StaticRange): void {
  const ranges = byName.get(name);
  if (ranges) ranges.push(range);
  else byName.set(name, [range]);
}
