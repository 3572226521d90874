import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import type { Bench } from '../workbench/use-workbench.ts';
import type { DocumentMap } from './document-map.ts';
import { type SpanIndex, spanIndexOf } from './span-index.ts';
import type { Seen } from './use-seen.ts';

/** The name of a span's class, in pixels from the corner of its section. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  /** Which of its sides stands at `at`: the one at which the word begins. */
  readonly side: 'left' | 'right';
  readonly at: number;
  readonly top: number;
}

/** The tags of a section; its corner in pixels from that of the page. */
export interface TaggedSection {
  readonly index: number;
  readonly left: number;
  readonly top: number;
  /** The same list as long as nothing in the section has moved. */
  readonly tags: readonly Tag[];
}

interface Measured {
  readonly width: number;
  readonly height: number;
  readonly tags: readonly Tag[];
}

interface Placing {
  readonly map: DocumentMap;
  readonly annotations: readonly Annotation[];
  readonly labelSet: Bench['labelSet'];
}

interface Spans {
  readonly index: SpanIndex;
  readonly classById: ReadonlyMap<string, Bench['labelSet']['classes'][number]>;
  readonly classIdOf: ReadonlyMap<string, string>;
}

/** A tag is about this high; a second one at the same place goes beside it. */
const NEAR_PX = 14;

/**
 * Finds where tags stand. A section that has been measured is not measured again until its size changes: its tags move
 * along with it when others before it turn out higher than was guessed.
 *
 * @returns what places the tags of the sections that a stretch of the text touches, over `page`, the element of the words.
 */
export function tagPlacer(placing: Placing): (seen: Seen, page: HTMLElement) => readonly TaggedSection[] {
  const known = new Map<number, Measured>();
  let fonts = 0;
  const spans = {
    index: spanIndexOf(placing.annotations),
    classById: new Map(placing.labelSet.classes.map((one) => [one.id, one])),
    classIdOf: new Map(placing.annotations.map(({ id, classId }) => [id, classId])),
  };
  return (seen, page) => {
    const origin = page.parentElement?.getBoundingClientRect();
    if (!origin) return [];
    const rtl = page.dir === 'rtl';
    // a font that came late moves words that were measured
    if (seen.fonts !== fonts) known.clear();
    fonts = seen.fonts;
    const named = new Set<string>();
    return placing.map.sectionsIn(seen).flatMap((section) => {
      const corner = section.element.getBoundingClientRect();
      const { width, height } = corner;
      let measured = known.get(section.index);
      if (measured?.width !== width || measured.height !== height) {
        measured = { width, height, tags: tagsOf(placing.map, spans, section.own, corner, rtl) };
        known.set(section.index, measured);
      }
      const { tags } = measured;
      // of several pieces the first one that is near has the name
      const isNamed = ({ id }: Tag): boolean => named.has(id);
      const own = tags.some(isNamed) ? tags.filter((tag) => !isNamed(tag)) : tags;
      if (own.length === 0) return [];
      for (const { id } of own) named.add(id);
      return [{ index: section.index, left: corner.left - origin.left, top: corner.top - origin.top, tags: own }];
    });
  };
}

function tagsOf(map: DocumentMap, spans: Spans, own: TextRange, corner: DOMRect, rtl: boolean): readonly Tag[] {
  const { index, classById, classIdOf } = spans;
  const placed: Tag[] = [];
  const named = new Set<string>();
  for (const place of index.touching(own)) {
    const stretch = index.stretches[place];
    if (!stretch || stretch.start < own.start || named.has(stretch.id)) continue;
    const rect = map.rangeOf(stretch.start, Math.min(stretch.end, stretch.start + 1))?.getClientRects()[0];
    if (!rect) continue;
    named.add(stretch.id);
    const labelClass = classById.get(classIdOf.get(stretch.id) ?? '');
    // A tag stands over the first letter seen: the right one in a text that runs from right to left.
    const at = (rtl ? rect.right : rect.left) - corner.left;
    const top = rect.top - corner.top;
    const beside = placed.filter((one) => Math.abs(one.top - top) < NEAR_PX && Math.abs(one.at - at) < 24).length;
    placed.push({
      id: stretch.id,
      name: labelClass?.name ?? '',
      colour: labelClass?.colour ?? 11,
      side: rtl ? 'right' : 'left',
      at: at + (rtl ? -beside : beside) * 48,
      top,
    });
  }
  return placed;
}
