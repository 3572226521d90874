import { type RefObject, useCallback, useEffect, useState } from 'react';
import { type Bench, useWorkbench } from '../workbench/use-workbench.ts';
import { colourVariable } from '../ui/palette.ts';
import type { DocumentMap } from './document-map.ts';
import { stretchesOf } from './paint-spans.ts';
import classes from './SpanTags.module.css';

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
  readonly page: RefObject<HTMLDivElement | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Room beyond the frame in which tags are kept ready. */
const MARGIN_PX = 200;
/** A tag is about this high; a second one at the same place goes beside it. */
const NEAR_PX = 14;

/** The class's name above the start of each span in view: colour is never the only sign. */
export function SpanTags({ bench, map, page, scroller }: SpanTagsProps) {
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const [tags, setTags] = useState<readonly Tag[]>([]);

  const place = useCallback(() => {
    const frame = scroller.current?.getBoundingClientRect();
    const origin = page.current?.parentElement?.getBoundingClientRect();
    if (!frame || !origin) return;
    const classById = new Map(bench.labelSet.classes.map((one) => [one.id, one]));
    const byId = new Map(annotations.map((one) => [one.id, one]));
    const placed: Tag[] = [];
    const seen = map.visibleBetween(frame.top - MARGIN_PX, frame.bottom + MARGIN_PX);
    for (const { id, start, end } of stretchesOf(annotations)) {
      if (start < seen.start || start >= seen.end) continue;
      const rect = map.rangeOf(start, Math.min(end, start + 1))?.getClientRects()[0];
      if (!rect || rect.bottom < frame.top - MARGIN_PX || rect.top > frame.bottom + MARGIN_PX) continue;
      const labelClass = classById.get(byId.get(id)?.classId ?? '');
      // A tag stands over the first letter seen: the right one in a text that runs from right to left.
      const rtl = page.current?.dir === 'rtl';
      const left = (rtl ? rect.right : rect.left) - origin.left;
      const top = rect.top - origin.top;
      const beside = placed.filter((one) => Math.abs(one.top - top) < NEAR_PX && Math.abs(one.left - left) < 24).length;
      placed.push({
        id,
        name: labelClass?.name ?? '',
        colour: labelClass?.colour ?? 11,
        left: left + (rtl ? -beside : beside) * 48,
        top,
      });
    }
    setTags(placed);
  }, [annotations, bench, map, page, scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let frame = requestAnimationFrame(place);
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    element.addEventListener('scroll', later, { passive: true });
    const observer = new ResizeObserver(later);
    observer.observe(element);
    if (page.current) observer.observe(page.current);
    // A font that comes late moves every word.
    document.fonts.addEventListener('loadingdone', later);
    return () => {
      cancelAnimationFrame(frame);
      document.fonts.removeEventListener('loadingdone', later);
      element.removeEventListener('scroll', later);
      observer.disconnect();
    };
  }, [place, page, scroller]);

  return (
    <div aria-hidden="true">
      {tags.map((tag) => (
        <span
          key={tag.id}
          className={classes.tag}
          style={{ left: tag.left, top: tag.top, color: colourVariable(tag.colour) }}
        >
          {tag.name}
        </span>
      ))}
    </div>
  );
}
