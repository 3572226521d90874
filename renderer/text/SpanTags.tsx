import { memo, type RefObject, useCallback, useMemo } from 'react';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import { colourVariable } from '../ui/palette.ts';
import type { ReadableBench } from '../workbench/use-workbench.ts';
import type { DocumentMap } from './document-map.ts';
import { type Tag, type TaggedSection, tagPlacer } from './place-tags.ts';
import classes from './SpanTags.module.css';
import { usePlaced } from './use-placed.ts';
import type { Seen, SeenStore } from './use-seen.ts';

interface SpanTagsProps {
  readonly bench: ReadableBench;
  readonly map: DocumentMap;
  readonly seen: SeenStore;
  readonly page: RefObject<HTMLDivElement | null>;
  readonly annotations: readonly Annotation[];
  /** They are only suggested: their tags say so. */
  readonly suggested?: boolean;
}

/** Up to so many characters a name has room enough without being cut. */
const SHORT_NAME = 14;

/**
 * The class's name above the start of each span in view: colour is never the only sign. Tags stand in the page and
 * scroll with it; those of a section are placed once, and move with it when words before it move.
 */
export const SpanTags = memo(function SpanTags(props: SpanTagsProps) {
  const { bench, map, seen, page, annotations, suggested = false } = props;
  const { labelSet } = bench;
  const place = useMemo(() => tagPlacer({ map, annotations, labelSet }), [map, annotations, labelSet]);
  const measure = useCallback((now: Seen) => (page.current ? place(now, page.current) : []), [place, page]);
  const sections = usePlaced(seen, measure);

  return (
    <div className={classes.tags} aria-hidden="true">
      {sections.map(({ index, left, top, tags }, at) => (
        <div
          key={index}
          className={classes.section}
          style={{ marginLeft: left, marginTop: top - (sections[at - 1]?.top ?? 0) }}
          dir={tags[0]?.side === 'right' ? 'rtl' : 'ltr'}
        >
          <Tags tags={tags} suggested={suggested} />
        </div>
      ))}
    </div>
  );
});

const Tags = memo(function Tags({ tags, suggested }: Pick<TaggedSection, 'tags'> & { readonly suggested: boolean }) {
  return tags.map((tag, index) => (
    <span
      key={tag.id}
      className={classes.tag}
      data-suggested={suggested}
      data-long={tag.name.length > SHORT_NAME}
      // from the one before it, in the order of the text
      style={{ ...sideOf(tag), marginTop: tag.top - (tags[index - 1]?.top ?? 0), color: colourVariable(tag.colour) }}
    >
      {suggested ? `${tag.name}?` : tag.name}
    </span>
  ));
});

/** The corner has no width, so the right side of a tag is as far from it the other way round. */
function sideOf({ side, at }: Tag) {
  return side === 'left' ? { marginLeft: at } : { marginRight: -at };
}
