import type { Shape } from './annotation.ts';

/** A stretch of a text in code points, `[start, end)`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch with the words it covers. */
export interface Piece extends TextRange {
  readonly text: string;
}

export type SpanShape = Extract<Shape, { kind: 'span' }>;

/** The words of a stretch, by code points. */
export type Words = (start: number, end: number) => string;

/** Which end of a span is meant. */
export type Edge = 'start' | 'end';

/** The pieces of a span, in order; one for most spans. */
export function piecesOf({ start, end, text, more = [] }: SpanShape): readonly Piece[] {
  return [{ start, end, text }, ...more];
}

/** True when both cover the same stretches. */
export function coverSame(one: SpanShape, other: SpanShape): boolean {
  const [own, others] = [piecesOf(one), piecesOf(other)];
  return (
    own.length === others.length &&
    own.every(({ start, end }, at) => start === others[at]?.start && end === others[at].end)
  );
}

/** A span over these stretches, whatever their order; those that touch or overlap become one. Null when all are empty. */
export function spanOver(ranges: readonly TextRange[], words: Words): SpanShape | null {
  const merged: TextRange[] = [];
  const sorted = ranges.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else merged.push(range);
  }
  return spanOfPieces(merged.map(({ start, end }) => ({ start, end, text: words(start, end) })));
}

/** The span of these pieces, which are in order and apart; null when there are none. */
export function spanOfPieces(pieces: readonly Piece[]): SpanShape | null {
  const [first, ...more] = pieces;
  if (!first) return null;
  const { start, end, text } = first;
  return { kind: 'span', start, end, text, ...(more.length === 0 ? {} : { more }) };
}

/** The span with a further stretch. */
export function withStretch(span: SpanShape, added: TextRange, words: Words): SpanShape {
  return spanOver([...piecesOf(span), added], words) ?? span;
}

/** The span without a stretch: pieces are shortened, split or gone; null when nothing is left. */
export function withoutStretch(span: SpanShape, taken: TextRange, words: Words): SpanShape | null {
  const left = piecesOf(span).flatMap(({ start, end }) => [
    { start, end: Math.min(end, taken.start) },
    { start: Math.max(start, taken.end), end },
  ]);
  return spanOver(left, words);
}

/**
 * The span with its first start or its last end moved to `to`. Pieces that lie wholly outside then are gone; the last
 * code point stays. The span itself when nothing changes.
 */
export function withEdgeAt(span: SpanShape, edge: Edge, to: number, words: Words): SpanShape {
  const pieces = piecesOf(span);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || (edge === 'start' ? first.start : last.end) === to) return span;
  const moved =
    edge === 'start'
      ? pieces.flatMap((piece) => (piece.end <= to ? [] : [{ ...piece, start: Math.max(piece.start, to) }]))
      : pieces.flatMap((piece) => (piece.start >= to ? [] : [{ ...piece, end: Math.min(piece.end, to) }]));
  const [head, tail] = [moved[0], moved.at(-1)];
  if (!head || !tail) return span;
  const grown =
    edge === 'start'
      ? [{ start: Math.min(head.start, to), end: head.end }]
      : [{ start: tail.start, end: Math.max(tail.end, to) }];
  return spanOver([...moved, ...grown], words) ?? span;
}
