import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { GestureEvent, LinkEnds } from '../../../shared/annotation/kind.ts';
import type { Point } from '../../../shared/core/geometry.ts';
import { annotationAt } from './hit.ts';

/** Joining two annotations: the id of the one that the button went down on, or null. */
export type LinkState = { readonly pressed: string | null };

export interface LinkStep {
  readonly state: LinkState;
  /** From the start of the relation under way to the pointer. */
  readonly line: readonly [Point, Point] | null;
  /** This is where the relation starts. */
  readonly startAt?: string;
  readonly join?: LinkEnds;
}

export interface LinkContext {
  /** Those that a hand may reach. */
  readonly annotations: readonly Annotation[];
  /** Where the relation under way starts, if that was chosen before. */
  readonly linkFrom: string | null;
}

export const idleLink: LinkState = { pressed: null };

type Pointed = Extract<GestureEvent, { readonly at: Point }>;

/**
 * Press on one annotation and release on another, or click on one and then on the other: both join them. A click on
 * the start again leaves it as it is; beside everything nothing happens.
 */
export function stepLink(state: LinkState, event: Pointed, { annotations, linkFrom }: LinkContext): LinkStep {
  const hit = annotationAt(annotations, event.at, event.tolerancePx)?.id ?? null;
  const start = state.pressed ?? linkFrom;
  const line = lineFrom(
    annotations.find(({ id }) => id === start),
    event.at,
  );
  switch (event.type) {
    case 'down':
      return { state: { pressed: hit }, line };
    case 'move':
      return { state, line };
    case 'up': {
      if (state.pressed === null || hit === null) return { state: idleLink, line: null };
      if (hit !== state.pressed) return { state: idleLink, line: null, join: { from: state.pressed, to: hit } };
      if (linkFrom === null || linkFrom === hit) return { state: idleLink, line: null, startAt: hit };
      return { state: idleLink, line: null, join: { from: linkFrom, to: hit } };
    }
  }
}

/** From the middle of an annotation to a point. */
export function lineFrom(annotation: Annotation | undefined, to: Point): readonly [Point, Point] | null {
  const bounds = annotation && imageKindOf(annotation.shape)?.bounds(annotation.shape);
  return bounds ? [{ x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }, to] : null;
}
