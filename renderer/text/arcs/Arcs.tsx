import { type MouseEvent, type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { isDirected } from '../../../shared/annotation/relations.ts';
import { colourVariable } from '../../ui/palette.ts';
import { type ReadableBench, useWorkbench } from '../../workbench/use-workbench.ts';
import classes from './Arcs.module.css';
import { type SpanLink, spanLinksOf } from './arcs-of.ts';
import { type ArcPiece, layoutArcs, pathOf } from './layout-arcs.ts';
import { type ArcMap, makeRoom, measuredArcs } from './measure-arcs.ts';
import { useLinkHand } from './use-link-hand.ts';

interface ArcsProps {
  readonly bench: ReadableBench;
  readonly map: ArcMap;
  /** Spans and relations that models suggest, as what they would become. */
  readonly suggested: readonly Annotation[];
  /** The element that holds the words, and the one that scrolls them. */
  readonly page: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
}

/**
 * Relations as arcs over the lines, in an overlay: the words are untouched; suggested ones are dashed, and their names
 * end with a question mark as those of suggested spans do. Only what is in view is measured and drawn. The list beside the text has them all, for readers that see no arcs.
 */
export function Arcs({ bench, map, suggested, page, scroller }: ArcsProps) {
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedIds = useWorkbench(bench, (state) => state.selectedIds);
  const lookedId = useWorkbench(bench, (state) => state.suggestionId);
  const links = useMemo(() => spanLinksOf(annotations, suggested), [annotations, suggested]);
  const [pieces, setPieces] = useState<readonly ArcPiece[]>([]);
  const aim = useLinkHand({ bench, map, page, scroller });
  const classById = useMemo(() => new Map(bench.labelSet.classes.map((one) => [one.id, one])), [bench.labelSet]);

  const place = useCallback(() => {
    if (!page.current || !scroller.current) return;
    const lookOf = (link: SpanLink) => ({
      name: nameOf(link, classById.get(link.classId)?.name ?? link.classId),
      directed: isDirected(classById.get(link.classId)),
    });
    const measured = measuredArcs(links, lookOf, { map, page: page.current, scroller: scroller.current });
    setPieces((before) => {
      const next = layoutArcs(measured.arcs, measured.page);
      return before.length === 0 && next.length === 0 ? before : next;
    });
  }, [links, map, page, scroller, classById]);

  useEffect(() => (page.current ? makeRoom(links, map, page.current) : undefined), [links, map, page]);

  const any = links.length > 0;
  useEffect(() => {
    const element = scroller.current;
    let frame = requestAnimationFrame(place);
    const stop = () => cancelAnimationFrame(frame);
    if (!element || !any) return stop;
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
      stop();
      document.fonts.removeEventListener('loadingdone', later);
      element.removeEventListener('scroll', later);
      observer.disconnect();
    };
  }, [place, any, page, scroller]);

  // A relation that is selected or looked at elsewhere (list, keys) comes into view with the span it starts from.
  const chosenId = selectedIds.at(-1) ?? lookedId;
  const selected = links.find(({ id }) => id === chosenId);
  useEffect(() => {
    const frame = scroller.current?.getBoundingClientRect();
    const rect = selected && map.rangeOf(selected.fromAt.start, selected.fromAt.end)?.getBoundingClientRect();
    if (!frame || !rect || (rect.top >= frame.top && rect.bottom <= frame.bottom)) return;
    scroller.current?.scrollBy({ top: rect.top - frame.top - frame.height / 3 });
  }, [selected, map, scroller]);

  const choose = ({ id, suggested: isSuggested }: SpanLink, event: MouseEvent) => {
    if (isSuggested) bench.store.send({ type: 'suggestion selected', id });
    else if (event.ctrlKey || event.metaKey) {
      const others = selectedIds.filter((one) => one !== id);
      bench.store.send({ type: 'selected many', ids: selectedIds.includes(id) ? others : [...others, id] });
    } else bench.store.send({ type: 'selected', id });
  };
  const byId = new Map(links.map((one) => [one.id, one]));
  if (pieces.length === 0 && aim === null) return null;
  return (
    <svg className={classes.arcs} aria-hidden="true" data-testid="arcs">
      {pieces.map((piece) => {
        const link = byId.get(piece.id);
        if (!link) return null;
        const labelClass = classById.get(link.classId);
        const isChosen = link.suggested ? piece.id === lookedId : selectedIds.includes(piece.id);
        return (
          <g
            key={`${piece.id} ${piece.feet} ${piece.leftFoot === 'open' ? 'end' : 'start'}`}
            className={classes.arc}
            data-selected={isChosen}
            data-suggested={link.suggested}
            data-relation={piece.id}
            style={{ color: colourVariable(labelClass?.colour ?? 11) }}
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => choose(link, event)}
          >
            <path className={classes.reach} d={pathOf(piece)} />
            <path className={classes.line} d={pathOf(piece)} />
            {piece.leftFoot === 'tip' ? <path className={classes.tip} d={tipAt(piece.left, piece.feet)} /> : null}
            {piece.rightFoot === 'tip' ? <path className={classes.tip} d={tipAt(piece.right, piece.feet)} /> : null}
            {piece.label ? (
              <>
                <rect
                  className={classes.plate}
                  x={piece.label.x - piece.label.width / 2}
                  y={piece.y - 7}
                  width={piece.label.width}
                  height={14}
                  rx={4}
                />
                <text className={classes.name} x={piece.label.x} y={piece.y}>
                  {nameOf(link, labelClass?.name ?? link.classId)}
                </text>
              </>
            ) : null}
          </g>
        );
      })}
      {aim ? <path className={classes.aim} d={`M${aim.from.x} ${aim.from.y} L${aim.to.x} ${aim.to.y}`} /> : null}
    </svg>
  );
}

function nameOf({ suggested }: SpanLink, className: string): string {
  return suggested ? `${className}?` : className;
}

/** A small arrow that comes down on a foot. */
function tipAt(x: number, y: number): string {
  return `M${x} ${y + 2} l-4 -7 l8 0 Z`;
}
