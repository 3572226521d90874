import type { z } from 'zod';
import type { Point, Rect, Size } from '../core/geometry.ts';
import type { Medium } from '../project/label-set.ts';

/** A grip of a selected shape, in image pixels. `id` names it for `moveHandle`; `cursor` is a CSS cursor. */
export interface Handle {
  readonly id: string;
  readonly at: Point;
  readonly cursor: string;
}

/**
 * What a pointer or key did, already in image pixels. The canvas converts once, at its edge.
 * `tolerancePx` is the slack of a hand in image pixels at the present zoom.
 */
export type GestureEvent =
  | { readonly type: 'down' | 'move' | 'up'; readonly at: Point; readonly tolerancePx: number }
  | { readonly type: 'cancel' };

/** Drawing as a pure machine: next state, the shape to show as a draft, and the shape to keep when it is done. */
export interface GestureStep<State, Shape> {
  readonly state: State;
  readonly draft: Shape | null;
  readonly done: Shape | null;
}

export interface DrawGesture<State, Shape> {
  readonly start: State;
  step(state: State, event: GestureEvent, item: Size): GestureStep<State, Shape>;
}

/** What every annotation kind brings. */
interface KindBase<Name extends string, Schema extends z.ZodType> {
  readonly name: Name;
  readonly medium: Medium;
  /** Parses one shape of this kind; refuses NaN, infinity and coordinates beyond 1e7. */
  readonly schema: Schema;
  /** `KeyboardEvent.code` that picks its tool; by key position, so that every keyboard layout works. */
  readonly shortcut: string;
}

/** A kind drawn on an image. All geometry in pixels of the upright image, floats kept unrounded. */
export interface ImageKind<Name extends string, Schema extends z.ZodType> extends KindBase<Name, Schema> {
  readonly medium: 'image';
  /** Smallest axis-aligned rectangle around the shape. */
  bounds(shape: z.infer<Schema>): Rect;
  /** Closed rings of points; enough to draw the shape and to hit its border. */
  outline(shape: z.infer<Schema>): readonly (readonly Point[])[];
  contains(shape: z.infer<Schema>, point: Point): boolean;
  translate(shape: z.infer<Schema>, by: Point): z.infer<Schema>;
  handles(shape: z.infer<Schema>): readonly Handle[];
  /** The shape after its grip `handleId` went to `to`. */
  moveHandle(shape: z.infer<Schema>, handleId: string, to: Point): z.infer<Schema>;
  // oxlint-disable-next-line typescript/no-explicit-any -- each kind has a state of its own that nobody else reads
  readonly gesture: DrawGesture<any, z.infer<Schema>>;
}

/** A kind on a text. Offsets are Unicode code points, `[start, end)`. */
export interface TextKind<Name extends string, Schema extends z.ZodType> extends KindBase<Name, Schema> {
  readonly medium: 'text';
  /** Code-point ranges covered, in order. */
  ranges(shape: z.infer<Schema>): readonly { readonly start: number; readonly end: number }[];
}
