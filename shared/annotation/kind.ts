import type { z } from 'zod';
import type { Point, Rect, Size } from '../core/geometry.ts';
import type { LabelClass, Medium, SkeletonTemplate } from '../project/label-set.ts';

/** A grip of a selected shape, in image pixels. `id` names it for `moveHandle`; `cursor` is a CSS cursor. */
export interface Handle {
  readonly id: string;
  readonly at: Point;
  readonly cursor: string;
  /** Vertices are round and can be removed; everything else is square. */
  readonly isVertex?: boolean;
  /** Unit vector: the grip is shown off the shape in this direction, `HANDLE_AWAY` hand widths from `at`. */
  readonly away?: Point;
}

/** How far off its shape a grip with `away` stands, in tolerances of a hand. */
export const HANDLE_AWAY = 4;

/**
 * What a pointer or key did, already in image pixels. The canvas converts once, at its edge.
 * `tolerancePx` is the slack of a hand in image pixels at the present zoom.
 */
export type GestureEvent =
  | {
      readonly type: 'down' | 'move' | 'up';
      readonly at: Point;
      readonly tolerancePx: number;
      readonly shift?: boolean;
      readonly alt?: boolean;
    }
  | { readonly type: 'cancel' };

/** What drawing hears besides: Enter, Shift and Enter, Backspace, and a key for the state of a key point. */
export type DrawEvent =
  | GestureEvent
  /** What is drawn so far is the shape. */
  | { readonly type: 'finish' }
  /** What is drawn so far is a part; another one follows. */
  | { readonly type: 'part' }
  /** The last point was wrong. */
  | { readonly type: 'back' }
  /** The last point can be seen, is hidden, or is not there: the next of these states. */
  | { readonly type: 'cycle' };

/** Lines (never closed) and dots that show what is drawn so far, before it is a shape. */
export interface Trace {
  readonly lines: readonly (readonly Point[])[];
  readonly dots: readonly Point[];
  /** Width of a brush in image pixels; without it the lines are thin. */
  readonly widthPx?: number;
  /** The stroke takes away. */
  readonly removes?: boolean;
}

/** Drawing as a pure machine: next state, the shape to show as a draft, and the shape to keep when it is done. */
export interface GestureStep<State, Shape> {
  readonly state: State;
  readonly draft: Shape | null;
  readonly trace?: Trace;
  readonly done: Shape | null;
  /** Nothing is left of the shape that was continued: it is to be removed. */
  readonly emptied?: boolean;
}

/** What a brush does with the pixels under it. `fill` takes the whole area that a loop encloses. */
export interface Brush {
  readonly mode: 'paint' | 'erase' | 'fill';
  readonly radiusPx: number;
}

/** The item that is drawn on, and what a kind needs to know besides: key points of the class, the brush. */
export interface DrawSetting extends Size {
  readonly skeleton?: SkeletonTemplate | null;
  readonly brush?: Brush;
}

export interface DrawGesture<State, Shape> {
  readonly start: State;
  step(state: State, event: DrawEvent, setting: DrawSetting): GestureStep<State, Shape>;
  /** Where to go on with a shape that is there already: another part, another stroke. */
  readonly resume?: (shape: Shape) => State;
  /**
   * Whether a press in this state is held and dragged. Where it is not, a press is a click; keys need to know, because
   * nobody holds a key down while arrows move the pen.
   */
  readonly holds?: (state: State) => boolean;
  /** A shape that was just drawn stays in hand, and the next stroke goes on with it. */
  readonly staysInHand?: boolean;
}

/** What every annotation kind brings. */
interface KindBase<Name extends string, Schema extends z.ZodType> {
  readonly name: Name;
  /** `item`: a label of the whole item; `link`: between two annotations; both whatever the item's medium. */
  readonly medium: Medium | 'item' | 'link';
  /** Parses one shape of this kind; refuses NaN, infinity and coordinates beyond 1e7. */
  readonly schema: Schema;
  /**
   * `KeyboardEvent.code` that picks its tool; by key position, so that every keyboard layout works. Null for a kind
   * without a tool: it is asked for in the panel of questions.
   */
  readonly shortcut: string | null;
}

/** A dot of the same size at every zoom. Hollow: there, but not to be seen. */
export interface Dot {
  readonly at: Point;
  readonly hollow: boolean;
}

/** A kind drawn on an image. All geometry in pixels of the upright image, floats kept unrounded. */
export interface ImageKind<Name extends string, Schema extends z.ZodType> extends KindBase<Name, Schema> {
  readonly medium: 'image';
  readonly shortcut: string;
  /** Whether each line of `outline` goes back to its start. */
  readonly closed: boolean;
  /** Smallest axis-aligned rectangle around the shape. */
  bounds(shape: z.infer<Schema>): Rect;
  /** Lines of points; enough to draw the shape and to hit its border. */
  outline(shape: z.infer<Schema>): readonly (readonly Point[])[];
  contains(shape: z.infer<Schema>, point: Point): boolean;
  translate(shape: z.infer<Schema>, by: Point): z.infer<Schema>;
  handles(shape: z.infer<Schema>): readonly Handle[];
  /** The shape after its grip `handleId` went to `to`. */
  moveHandle(shape: z.infer<Schema>, handleId: string, to: Point): z.infer<Schema>;
  /** The shape that fills a rectangle: what is drawn from the keyboard. Null when the setting lacks what it needs. */
  inRect(rect: Rect, setting: DrawSetting): z.infer<Schema> | null;
  // oxlint-disable-next-line typescript/no-explicit-any -- each kind has a state of its own that nobody else reads
  readonly gesture: DrawGesture<any, z.infer<Schema>>;
  /** Drawn as dots, beside its outline. */
  readonly dots?: (shape: z.infer<Schema>) => readonly Dot[];
  /** Its inside is tinted even while it rests: its border alone would not show what it covers. */
  readonly tinted?: boolean;
  /** A new vertex at the place of the outline that is nearest to `at`, and its handle; null beyond `reachPx`. */
  readonly insertVertex?: (
    shape: z.infer<Schema>,
    at: Point,
    reachPx: number,
  ) => { readonly shape: z.infer<Schema>; readonly handleId: string } | null;
  /** Without one vertex; null when nothing would be left of the shape. */
  readonly removeVertex?: (shape: z.infer<Schema>, handleId: string) => z.infer<Schema> | null;
  /** Turned clockwise about a middle that turning does not move, so that a turn there and back ends where it began. */
  readonly rotate?: (shape: z.infer<Schema>, byDegrees: number) => z.infer<Schema>;
  /** A vertex that can be seen, is hidden, or is not there: the next of these states. */
  readonly cycleVertex?: (shape: z.infer<Schema>, handleId: string) => z.infer<Schema>;
}

/** A kind on a text. Offsets are Unicode code points, `[start, end)`. */
export interface TextKind<Name extends string, Schema extends z.ZodType> extends KindBase<Name, Schema> {
  readonly medium: 'text';
  /** Code-point ranges covered, in order. */
  ranges(shape: z.infer<Schema>): readonly { readonly start: number; readonly end: number }[];
}

/** What an answer about the whole item is held against. */
export interface AnswerSetting {
  readonly labelClass: LabelClass;
  /** Ids of what the class ranks or compares, in the order in which it is shown; empty where it does neither. */
  readonly options: readonly string[];
}

/**
 * A label of the whole item: a class, a tag, or the answer to a question. `exclusive`: an item has at most one of them
 * among the classes of one question; else each class at most once. A kind without a `shortcut` is asked in the panel.
 */
export interface ItemKind<
  Name extends string,
  Schema extends z.ZodType,
  Shortcut extends string | null = string | null,
> extends KindBase<Name, Schema> {
  readonly medium: 'item';
  readonly shortcut: Shortcut;
  readonly exclusive: boolean;
  /** Why an answer does not fit what its class says, as a word for programs; null when it fits. */
  readonly misfit?: (answer: z.infer<Schema>, setting: AnswerSetting) => string | null;
  /** False while something is missing that its class asks for: it may be kept so, and not handed in. */
  readonly isWhole?: (answer: z.infer<Schema>, setting: AnswerSetting) => boolean;
  /** The answer with what was shown where; for kinds that compare. */
  readonly withShown?: (answer: z.infer<Schema>, shown: readonly string[]) => z.infer<Schema>;
}

/** Ids of the two annotations that a link joins, in its direction. */
export interface LinkEnds {
  readonly from: string;
  readonly to: string;
}

/** A kind that joins two other annotations of the same item. It has no place of its own: it is where its ends are. */
export interface LinkKind<Name extends string, Schema extends z.ZodType> extends KindBase<Name, Schema> {
  readonly medium: 'link';
  readonly shortcut: string;
  ends(shape: z.infer<Schema>): LinkEnds;
  /** The shape that joins these two. */
  between(from: string, to: string): z.infer<Schema>;
}
