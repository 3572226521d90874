import {
  coverSame,
  piecesOf,
  type SpanShape,
  type TextRange,
  withEdgeAt,
  withoutStretch,
  withStretch,
} from '../../shared/annotation/span-pieces.ts';
import type { Action } from '../app/actions.ts';
import { touched } from '../workbench/arrange.ts';
import type { Bench } from '../workbench/use-workbench.ts';
import { lookedAt } from '../workbench/bench-selection.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { DocumentMap } from './document-map.ts';
import type { Tokens } from './tokens.ts';

interface SpanActionContext {
  readonly bench: Bench;
  readonly map: DocumentMap;
  readonly tokens: Tokens;
  /** What is marked now. */
  readonly marked: TextRange | null;
  /** Where the caret stands, in code points. */
  readonly caret: number | null;
  /** What was marked has been used. */
  readonly onUsed: () => void;
}

type Move = Parameters<Tokens['moved']> extends readonly [number, ...infer Rest] ? Rest : never;

const moves: Partial<Record<Action, Move>> = {
  'end-later': ['end', 'later', 'grapheme'],
  'end-earlier': ['end', 'earlier', 'grapheme'],
  'end-word-later': ['end', 'later', 'word'],
  'end-word-earlier': ['end', 'earlier', 'word'],
  'start-later': ['start', 'later', 'grapheme'],
  'start-earlier': ['start', 'earlier', 'grapheme'],
  'start-word-later': ['start', 'later', 'word'],
  'start-word-earlier': ['start', 'earlier', 'word'],
};

/** Does what a key or a name asks for on the span in hand, selected or suggested and looked at; false when the action is somebody else's. */
export function doSpanAction(action: Action, context: SpanActionContext): boolean {
  const move = moves[action];
  if (move) changeSpanInHand(context.bench, (span) => movedEdge(span, move, context));
  else if (action === 'continue') addPiece(context);
  else if (action === 'take-out') takeOut(context);
  else return false;
  return true;
}

/** The span with one of its ends a character or a word further; by what is shown, so a bar counts as one. */
function movedEdge(span: SpanShape, [edge, way, step]: Move, { map, tokens }: SpanActionContext): SpanShape {
  const at = edge === 'start' ? span.start : (piecesOf(span).at(-1)?.end ?? span.end);
  const to = map.shown.toOwn(tokens.moved(map.shown.toShown(at, edge), edge, way, step), edge);
  return withEdgeAt(span, edge, to, map.wordsBetween);
}

function addPiece(context: SpanActionContext): void {
  const { marked, map } = context;
  if (!marked) return;
  changeSpanInHand(context.bench, (span) => withStretch(span, marked, map.wordsBetween));
  context.onUsed();
}

/** Takes what is marked out of the span, or the piece at the caret where nothing is. */
function takeOut(context: SpanActionContext): void {
  const { marked, caret, map } = context;
  changeSpanInHand(context.bench, (span) => {
    const piece = piecesOf(span).find(({ start, end }) => caret !== null && start <= caret && caret <= end);
    const taken = marked ?? (piecesOf(span).length > 1 ? piece : undefined);
    return taken ? withoutStretch(span, taken, map.wordsBetween) : span;
  });
  context.onUsed();
}

/**
 * Changes the span selected last, or the suggested one that is looked at, which accepts it so; null takes a span away
 * and rejects a suggested one.
 */
export function changeSpanInHand({ store, editor }: Bench, change: (span: SpanShape) => SpanShape | null): void {
  const { annotation, looked } = inHand(store.read());
  const span = (annotation ?? looked)?.shape;
  if (span?.kind !== 'span') return;
  const shape = change(span);
  if (shape && coverSame(shape, span)) return;
  if (annotation && shape) editor.put([{ ...touched(annotation), shape }]);
  else if (annotation) editor.remove(annotation.id);
  else if (looked && shape) editor.acceptChanged(looked, { shape });
  else if (looked) editor.reject([looked]);
}

/** The span that keys and the hand change: the one selected last, or the suggested one that is looked at. */
export function spanInHand(bench: Workbench): SpanShape | null {
  const { annotation, looked } = inHand(bench);
  const shape = (annotation ?? looked)?.shape;
  return shape?.kind === 'span' ? shape : null;
}

function inHand(bench: Workbench) {
  const annotation = bench.annotations.find(({ id }) => id === bench.selectedId) ?? null;
  return { annotation, looked: annotation ? null : lookedAt(bench) };
}
