import type { Annotation } from '../../shared/annotation/annotation.ts';
import {
  piecesOf,
  type SpanShape,
  type TextRange,
  withEdgeAt,
  withoutStretch,
  withStretch,
} from '../../shared/annotation/span-pieces.ts';
import type { Action } from '../app/shortcuts.ts';
import { touched } from '../workbench/arrange.ts';
import type { Bench } from '../workbench/use-workbench.ts';
import { selectedOf } from '../workbench/workbench.ts';
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

/** Does what a key or a name asks for on the selected span; false when the action is somebody else's. */
export function doSpanAction(action: Action, context: SpanActionContext): boolean {
  const move = moves[action];
  if (move) changeSelected(context, (span) => movedEdge(span, move, context));
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
  changeSelected(context, (span) => withStretch(span, marked, map.wordsBetween));
  context.onUsed();
}

/** Takes what is marked out of the span, or the piece at the caret where nothing is. */
function takeOut(context: SpanActionContext): void {
  const { marked, caret, map } = context;
  changeSelected(context, (span) => {
    const piece = piecesOf(span).find(({ start, end }) => caret !== null && start <= caret && caret <= end);
    const taken = marked ?? (piecesOf(span).length > 1 ? piece : undefined);
    return taken ? withoutStretch(span, taken, map.wordsBetween) : span;
  });
  context.onUsed();
}

/** Changes the span selected last; null takes it away. */
function changeSelected({ bench }: SpanActionContext, change: (span: SpanShape) => SpanShape | null): void {
  const annotation = selectedOf(bench.store.read()).find(({ id }) => id === bench.store.read().selectedId);
  if (annotation?.shape.kind !== 'span') return;
  const shape = change(annotation.shape);
  if (shape === annotation.shape) return;
  if (shape) bench.editor.put([withShape(annotation, shape)]);
  else bench.editor.remove(annotation.id);
}

function withShape(annotation: Annotation, shape: SpanShape): Annotation {
  return { ...touched(annotation), shape };
}
