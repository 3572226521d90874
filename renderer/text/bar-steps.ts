import type { RefObject } from 'react';
import type { DocumentMap } from './document-map.ts';
import { caretIn, selectRange, showRange } from './selection.ts';
import type { Bars } from './use-bars.ts';

interface BarSteps {
  readonly map: DocumentMap;
  readonly bars: Bars;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** Goes to the next or the previous hidden passage, from the caret or from the one that keys are at, round and round. */
export function goToBar({ map, bars, scroller }: BarSteps, step: 1 | -1): void {
  const all = map.bars;
  const count = all.length;
  if (count === 0) return;
  const caret = caretIn(map) ?? 0;
  const near = all.findIndex(({ start }) => start >= caret);
  const first = step === 1 ? (near === -1 ? 0 : near) : (near === -1 ? count : near) - 1;
  const next = (((bars.bar === null || count === 1 ? first : bars.bar + step) % count) + count) % count;
  const range = all[next];
  if (!range) return;
  bars.goTo(next);
  document.querySelector<HTMLElement>('[data-testid="text"]')?.focus({ preventScroll: true });
  selectRange(map, range);
  showRange(map.rangeOf(range.start, range.end), scroller.current);
}
