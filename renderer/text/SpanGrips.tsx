import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import { type Edge, piecesOf, type SpanShape, withEdgeAt } from '../../shared/annotation/span-pieces.ts';
import type { Point } from '../../shared/core/geometry.ts';
import { isRightToLeft } from '../../shared/core/text-direction.ts';
import { type Bench, useWorkbench } from '../workbench/use-workbench.ts';
import type { DocumentMap } from './document-map.ts';
import { edgeAt } from './edge-at.ts';
import { setHighlight } from './paint-spans.ts';
import { changeSpanInHand, spanInHand } from './span-actions.ts';
import classes from './SpanGrips.module.css';
import type { Tokens } from './tokens.ts';
import { usePlaced } from './use-placed.ts';
import type { Seen, SeenStore } from './use-seen.ts';

interface SpanGripsProps {
  readonly bench: Bench;
  readonly map: DocumentMap;
  readonly tokens: Tokens;
  readonly wholeWords: boolean;
  readonly seen: SeenStore;
  readonly page: RefObject<HTMLDivElement | null>;
}

/** An end of the span in hand, in pixels from the corner of the page. */
interface Grip {
  readonly edge: Edge;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** An end on its way. */
interface Drag {
  readonly edge: Edge;
  /** From the pointer to the middle of the line at the end that it took. */
  readonly off: Point;
  /** The span with the end where the hand is. */
  readonly shape: SpanShape;
}

/**
 * Both ends of the span in hand, to be dragged: of the selected one, and of a suggested one that is looked at, which is
 * accepted with what a hand made of it. Keys do the same.
 */
export function SpanGrips({ bench, map, tokens, wholeWords, seen, page }: SpanGripsProps) {
  const own = useWorkbench(bench, (state) => (state.selectedIds.length > 1 ? null : spanInHand(state)));
  const isSuggested = useWorkbench(bench, (state) => state.selectedId === null);
  const isLinking = useWorkbench(bench, (state) => state.tool === 'link');
  const [drag, setDrag] = useState<Drag | null>(null);
  const held = drag !== null;
  const shape = isLinking ? null : (drag?.shape ?? own);
  const ends = useMemo(() => endsOf(shape), [shape]);

  const measure = useCallback(
    (now: Seen) => (page.current && ends ? gripsOf(ends, { map, tokens, seen: now, page: page.current }) : []),
    [ends, map, tokens, page],
  );
  const grips = usePlaced(seen, measure);

  useEffect(() => {
    if (!held || !shape) return undefined;
    const ranges = piecesOf(shape).flatMap(({ start, end }) => map.staticRangeOf(start, end) ?? []);
    setHighlight('reshaped', ranges, 3);
    return () => setHighlight('reshaped', [], 3);
  }, [held, shape, map]);

  // Escape, and whatever takes the window away, leaves the span as it was.
  useEffect(() => {
    if (!held) return undefined;
    const over = new AbortController();
    const drop = () => setDrag(null);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      drop();
    };
    window.addEventListener('keydown', onKey, { capture: true, signal: over.signal });
    window.addEventListener('blur', drop, { signal: over.signal });
    return () => over.abort();
  }, [held]);

  const onDown = (edge: Edge, event: PointerEvent<HTMLElement>) => {
    const bar = event.currentTarget.parentElement?.getBoundingClientRect();
    if (event.button !== 0 || !own || !bar) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const off = { x: bar.left - event.clientX, y: bar.top + bar.height / 2 - event.clientY };
    setDrag({ edge, off, shape: own });
  };
  const onMove = (event: PointerEvent<HTMLElement>) => {
    if (!drag || !own) return;
    const at = map.shownAtPoint({ x: event.clientX + drag.off.x, y: event.clientY + drag.off.y });
    if (at === null) return;
    const to = edgeAt(map, tokens, { place: at, edge: drag.edge, wholeWords });
    setDrag({ ...drag, shape: withEdgeAt(own, drag.edge, to, map.wordsBetween) });
  };
  const onUp = () => {
    if (drag) changeSpanInHand(bench, () => drag.shape);
    setDrag(null);
  };

  if (!ends) return null;
  return (
    <div aria-hidden="true">
      {grips.map(({ edge, left, top, height }) => (
        <div
          key={edge}
          className={classes.grip}
          style={{ left, top, height }}
          data-suggested={isSuggested}
          data-held={held}
          data-testid={`grip-${edge}`}
        >
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- for the mouse alone; keys do the same */}
          <div
            className={classes.knob}
            // the text keeps its keys and its selection
            onMouseDown={(event) => event.preventDefault()}
            onPointerDown={(event) => onDown(edge, event)}
            onPointerMove={onMove}
            onPointerUp={onUp}
            onLostPointerCapture={() => setDrag(null)}
          />
        </div>
      ))}
    </div>
  );
}

/** Where a span starts and ends, in code points. */
interface Ends {
  readonly start: number;
  readonly end: number;
}

function endsOf(shape: SpanShape | null): Ends | null {
  return shape && { start: shape.start, end: piecesOf(shape).at(-1)?.end ?? shape.end };
}

/** The ends that are in view; measuring others would lay out what the browser skips. */
function gripsOf(
  { start, end }: Ends,
  place: Pick<SpanGripsProps, 'map' | 'tokens'> & { readonly seen: Seen; readonly page: HTMLElement },
): readonly Grip[] {
  const { map, tokens, seen, page } = place;
  const origin = page.parentElement?.getBoundingClientRect();
  if (!origin) return [];
  const grip = (edge: Edge, own: number): readonly Grip[] => {
    if (own < seen.start || own > seen.end) return [];
    const at = map.shown.toShown(own, edge);
    const character = tokens.at(edge === 'start' ? at : at - 1, 'grapheme');
    const rects = [...(map.rangeOfShown(character)?.getClientRects() ?? [])];
    const rect = edge === 'start' ? rects[0] : rects.at(-1);
    if (!rect) return [];
    const rtl = runsLeft(map.shown.text.slice(character.start, character.end), page.dir === 'rtl');
    const left = (rtl === (edge === 'start') ? rect.right : rect.left) - origin.left;
    return [{ edge, left, top: rect.top - origin.top, height: rect.height }];
  };
  return [...grip('start', start), ...grip('end', end)];
}

/** Whether a character is read from right to left; one that has no direction of its own follows the text. */
function runsLeft(character: string, otherwise: boolean): boolean {
  if (isRightToLeft(character)) return true;
  return /[\p{L}\p{N}]/u.test(character) ? false : otherwise;
}
