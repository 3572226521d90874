import type { Annotation, KindName, Shape } from '../../shared/annotation/annotation.ts';
import type { DrawSetting, LinkEnds, Trace } from '../../shared/annotation/kind.ts';
import type { Point, Rect, Size } from '../../shared/core/geometry.ts';
import type { Tool } from '../workbench/workbench.ts';
import type { LinkState } from './gestures/link-gesture.ts';
import type { SelectState } from './gestures/select-gesture.ts';
import type { LinkLine } from './links/link-lines.ts';
import type { View } from './view.ts';

/** What the hand is doing on the canvas, whatever the tool. */
export interface Hand {
  readonly doing:
    | { readonly what: 'nothing' }
    | { readonly what: 'panning'; readonly lastInView: Point; readonly before: Hand }
    | { readonly what: 'selecting'; readonly state: SelectState }
    | { readonly what: 'reading'; readonly fromInView: Point; readonly lastInView: Point; readonly moved: boolean }
    | { readonly what: 'linking'; readonly state: LinkState }
    // Each kind has a gesture state of its own that nobody else reads.
    | { readonly what: 'drawing'; readonly state: unknown; readonly fromInView: Point };
  /** Stand in for the annotations with their ids while a hand moves them. */
  readonly preview: readonly Annotation[];
  readonly draft: Shape | null;
  /** What is drawn so far of something that is no shape yet. */
  readonly trace: Trace | null;
  /** The rectangle of a selection under way, in image pixels. */
  readonly marquee: Rect | null;
  /** Points that were taken back and can come again, the last one last. Any other stroke forgets them. */
  readonly undone: readonly Undone[];
}

/** The hand before a point was taken back, and what it drew. */
export interface Undone {
  readonly hand: Hand;
  readonly drew: string;
}

interface Pointing {
  readonly atInView: Point;
  /** The exact place, where keys point: the way over view pixels would round it. */
  readonly atInImage?: Point;
  readonly shift?: boolean;
  readonly alt?: boolean;
}

/** A pointer event in view pixels. Only the left and the middle button mean anything. */
export type HandEvent =
  | ({
      readonly type: 'down';
      readonly button: 'left' | 'middle';
      /** The second press of a double click. */
      readonly again?: boolean;
    } & Pointing)
  | ({ readonly type: 'move' | 'up' } & Pointing)
  /** Keys while drawing: what is drawn is complete, is a part, lost its last point; the state of a key point. */
  | { readonly type: 'finish' | 'part' | 'back' | 'cycle' }
  /** The point that was taken back last comes again. */
  | { readonly type: 'forth' }
  | { readonly type: 'cancel' };

export interface HandContext {
  readonly tool: Tool;
  /** What the drawing tool draws; null while the active class cannot be drawn. */
  readonly drawKind: KindName | null;
  /** Those that a hand may reach. */
  readonly annotations: readonly Annotation[];
  readonly selectedIds: readonly string[];
  /** Relations that are shown, and where the one under way starts. */
  readonly links?: readonly LinkLine[];
  readonly linkFrom?: string | null;
  readonly item: Size;
  readonly view: View;
  /** Grips and new shapes are drawn to borders and points near them. */
  readonly snapping: boolean;
  /** What kinds need to know besides the item: key points of the class, the brush. */
  readonly setting?: Omit<DrawSetting, keyof Size>;
}

/** What is to be done; decided here, carried out by the canvas component. */
export interface HandPlan {
  readonly hand: Hand;
  readonly select?: readonly string[];
  /** The grip that keys move from now on. */
  readonly grip?: string | null;
  readonly put?: readonly Annotation[];
  readonly add?: Shape;
  /** What is added stays in hand: the next stroke goes on with it. */
  readonly addSelected?: boolean;
  /** The line that what is selected is cut along. */
  readonly cut?: readonly Point[];
  readonly remove?: string;
  readonly panBy?: Point;
  /** A relation starts here; its other end is still to be chosen. */
  readonly linkFrom?: string;
  /** A relation joins these two. */
  readonly link?: LinkEnds;
  /** A click with the drawing tool on something that is there takes the selecting tool. */
  readonly takeSelectTool?: boolean;
}

export const restingHand: Hand = {
  doing: { what: 'nothing' },
  preview: [],
  draft: null,
  trace: null,
  marquee: null,
  undone: [],
};

/** How far a hand may miss, in view pixels. */
export const TOLERANCE_PX = 7;
