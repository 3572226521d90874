import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Point } from '../../shared/core/geometry.ts';
import type { BenchView } from '../workbench/bench-view.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { type BenchLists, withMoved } from './bench-lists.ts';
import type { Hand } from './hand-state.ts';
import type { Scene } from './image-stage.ts';
import { linkTrace } from './links/link-trace.ts';
import { toView, type View } from './view.ts';

/** All that decides what is seen. */
interface Seen extends Pick<Scene, 'lookOf' | 'linkLookOf'> {
  readonly bench: Workbench;
  readonly look: BenchView;
  readonly hand: Hand;
  /** Annotations where a hand, keys or a trial have them now. */
  readonly moving: readonly Annotation[];
  /** Where keys draw, in image pixels. */
  readonly pen: Point | null;
  /** In view pixels. */
  readonly pointer: Point | null;
  readonly view: View;
}

/** What the stage is to show. `lists` gives the same lists again while nothing of them changes. */
export function sceneOf(lists: BenchLists, seen: Seen): Scene {
  const { bench, look, hand, moving, pen, pointer, view, lookOf, linkLookOf } = seen;
  const { annotations, selectedId, selectedIds, tool, activeClassId, linkClassId } = bench;
  const trace = hand.trace ?? linkTrace(bench);
  const many = lists.selection(look, bench);
  return {
    annotations: lists.resting(look, annotations, many),
    selectedId: many.length > 0 ? null : selectedId,
    preview: many.length > 0 ? null : (moving[0] ?? null),
    others: withMoved(many, moving),
    suggestions: lists.suggested(look, bench),
    suggestionId: bench.suggestionId,
    links: linksAtRest(lists, look, bench, moving),
    movingLinks: lists.movingLinks(lists.shown(look, annotations), lists.suggested(look, bench), moving),
    selectedIds,
    linkLookOf,
    marquee: hand.marquee,
    draft:
      hand.draft || trace
        ? { shape: hand.draft, trace, colour: lookOf(tool === 'link' ? (linkClassId ?? '') : activeClassId).colour }
        : null,
    crosshair: pen ? toView(view, pen) : isDrawing(tool) && look.crosshair ? pointer : null,
    pen,
    grips: tool !== 'read',
    gripId: bench.gripId,
    labels: look.labels,
    lookOf,
  };
}

/** The relations over the picture that stand still while these move. */
export function linksAtRest(
  lists: BenchLists,
  look: BenchView,
  bench: Workbench,
  moving: readonly Annotation[],
): Scene['links'] {
  return lists.links(lists.shown(look, bench.annotations), lists.suggested(look, bench), moving);
}

export function isDrawing(tool: Workbench['tool']): boolean {
  return tool === 'draw' || tool === 'cut';
}
