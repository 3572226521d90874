import { memo, type RefObject, useCallback } from 'react';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Bench } from '../workbench/use-workbench.ts';
import { colourVariable } from '../ui/palette.ts';
import type { DocumentMap } from './document-map.ts';
import { spanIndexOf } from './span-index.ts';
import classes from './SpanTags.module.css';
import { usePlaced } from './use-placed.ts';
import type { Seen } from './use-seen.ts';

interface Tag {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly left: number;
  readonly top: number;
}

interface SpanTagsProps {
  readonly bench: Bench;
  readonly map: DocumentMap;
  readonly seen: Seen;
  readonly page: RefObject<HTMLDivElement | null>;
  readonly annotations: readonly Annotation[];
  /** They are only suggested: their tags say so. */
  readonly suggested?: boolean;
}

/** A tag is about this high; a second one at the same place goes beside it. */
const NEAR_PX = 14;

/**
 * The class's name above the start of each span in view: colour is never the only sign. Tags stand in the page and
 * scroll with it; they are placed anew when other sections come near, or words may have moved.
 */
export const SpanTags = memo(function SpanTags(props: SpanTagsProps) {
  const { bench, map, seen, page, annotations, suggested = false } = props;
  const { labelSet } = bench;

  const measure = useCallback((): readonly Tag[] => {
    const origin = page.current?.parentElement?.getBoundingClientRect();
    if (!origin) return [];
    const classById = new Map(labelSet.classes.map((one) => [one.id, one]));
    const byId = new Map(annotations.map((one) => [one.id, one]));
    const rtl = page.current?.dir === 'rtl';
    const index = spanIndexOf(annotations);
    const placed: Tag[] = [];
    const named = new Set<string>();
    for (const place of index.touching(seen)) {
      const stretch = index.stretches[place];
      // of several pieces the first one that is near has the name
      if (!stretch || stretch.start < seen.start || named.has(stretch.id)) continue;
      const rect = map.rangeOf(stretch.start, Math.min(stretch.end, stretch.start + 1))?.getClientRects()[0];
      if (!rect) continue;
      named.add(stretch.id);
      const labelClass = classById.get(byId.get(stretch.id)?.classId ?? '');
      // A tag stands over the first letter seen: the right one in a text that runs from right to left.
      const left = (rtl ? rect.right : rect.left) - origin.left;
      const top = rect.top - origin.top;
      const beside = placed.filter((one) => Math.abs(one.top - top) < NEAR_PX && Math.abs(one.left - left) < 24).length;
      placed.push({
        id: stretch.id,
        name: labelClass?.name ?? '',
        colour: labelClass?.colour ?? 11,
        left: left + (rtl ? -beside : beside) * 48,
        top,
      });
    }
    return placed;
  }, [annotations, labelSet, map, page, seen]);
  const tags = usePlaced(measure);

  return (
    <div aria-hidden="true">
      {tags.map((tag) => (
        <span
          key={tag.id}
          className={classes.tag}
          data-suggested={suggested}
          style={{ left: tag.left, top: tag.top, color: colourVariable(tag.colour) }}
        >
          {suggested ? `${tag.name}?` : tag.name}
        </span>
      ))}
    </div>
  );
});
