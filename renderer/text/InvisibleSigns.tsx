import { type RefObject, useCallback } from 'react';
import type { DocumentMap } from './document-map.ts';
import classes from './InvisibleSigns.module.css';
import { invisiblesIn } from './invisibles.ts';
import { usePlaced } from './use-placed.ts';
import type { Seen, SeenStore } from './use-seen.ts';

interface InvisibleSignsProps {
  readonly map: DocumentMap;
  readonly seen: SeenStore;
  readonly page: RefObject<HTMLDivElement | null>;
}

interface Sign {
  readonly at: number;
  readonly sign: string;
  readonly left: number;
  readonly top: number;
  /** How many stand at the same place before it. */
  readonly beside: number;
}

/** A name is about this wide. */
const BESIDE_PX = 26;

/** Signs over characters that cannot be seen. They lie over the page: the text itself stays as it is. */
export function InvisibleSigns({ map, seen, page }: InvisibleSignsProps) {
  const measure = useCallback(
    ({ start, end }: Seen): readonly Sign[] => {
      const origin = page.current?.parentElement?.getBoundingClientRect();
      if (!origin) return [];
      const { shown } = map;
      const near = { start: shown.toShown(start, 'start'), end: shown.toShown(end, 'end') };
      const placed: Sign[] = [];
      for (const found of invisiblesIn(shown.text, near)) {
        const rect = map.rangeOfShown({ start: found.at, end: found.end })?.getClientRects()[0];
        if (!rect) continue;
        const left = rect.left - origin.left;
        const top = rect.top - origin.top;
        // several at one place stand beside each other
        const beside = placed.filter((one) => one.top === top && Math.abs(one.left - left) < 2).length;
        placed.push({ at: found.at, sign: found.sign, left, top, beside });
      }
      return placed;
    },
    [map, page],
  );
  const signs = usePlaced(seen, measure);

  return (
    <div aria-hidden="true" data-testid="invisibles">
      {signs.map(({ at, sign, left, top, beside }) => (
        <span
          key={at}
          className={classes.sign}
          data-name={sign.length > 1}
          style={{ left: left + beside * BESIDE_PX, top }}
        >
          {sign}
        </span>
      ))}
    </div>
  );
}
