import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Edit } from '../../../shared/annotation/edit.ts';
import { piecesOf, type SpanShape, spanOfPieces, type Words } from '../../../shared/annotation/span-pieces.ts';
import type { Suggestion } from '../../../shared/annotation/suggestion.ts';
import { type HiddenRange, hiddenRangesOf, shownWords } from '../../../shared/content/hidden-words.ts';
import type { AnnotationState, TextView } from '../../../shared/ipc/views.ts';
import type { Item } from '../../../shared/project/item.ts';
import { readAnnotationState } from '../../db/annotation-store.ts';
import { readSuggestions } from '../../db/suggestion-store.ts';
import type { ItemText } from './item-text.ts';
import { itemFlags, type ProjectSession } from './project-session.ts';

/** What of a text a window may not have now. All of it when its flags cannot be read: it fails closed. */
export function hiddenInText(
  session: ProjectSession,
  item: Item,
  { codePoints }: Pick<ItemText, 'codePoints'>,
): readonly HiddenRange[] {
  try {
    return hiddenRangesOf(itemFlags(session, item), codePoints);
  } catch {
    return hiddenRangesOf(null, codePoints);
  }
}

/** The same for any item: nothing of a picture's; of a text that cannot be read, whatever its flags might cover. */
export async function hiddenNow(session: ProjectSession, item: Item): Promise<readonly HiddenRange[]> {
  if (item.medium !== 'text') return [];
  const codePoints = (await session.texts.lengthOf(item)) || Number.MAX_SAFE_INTEGER;
  return hiddenInText(session, item, { codePoints });
}

/** A text as a window may have it now. Parts come without their names: who wrote an answer is told to nobody who judges it. */
export function shownText(item: Item, { text, codePoints }: ItemText, hidden: readonly HiddenRange[]): TextView {
  const isWhole = hidden.some(({ start, end }) => start === 0 && end === codePoints);
  const bars = hidden.map(({ start, end, categories }) => ({ start, end, categories: [...categories] }));
  return {
    medium: 'text',
    text: shownWords({ start: 0, end: codePoints, text }, hidden),
    bars,
    language: item.language,
    direction: item.direction,
    parts: isWhole ? [] : (item.parts ?? []).map(({ id, role, start, end }) => ({ id, role, start, end })),
  };
}

/** A task's annotations as a window may have them now: of hidden words only the bar, as in the text itself. */
export function shownAnnotations(
  session: ProjectSession,
  taskId: string,
  hidden: readonly HiddenRange[],
): AnnotationState {
  const state = readAnnotationState(session.db, taskId);
  if (hidden.length === 0) return state;
  return { ...state, annotations: state.annotations.map((one) => withWords(one, hidingWords(hidden))) };
}

/** What a step changed, without words that a window may not have. */
export function shownEdit(edit: Edit, hidden: readonly HiddenRange[]): Edit {
  return hidden.length === 0 ? edit : { ...edit, put: edit.put.map((one) => withWords(one, hidingWords(hidden))) };
}

/**
 * Suggestions for an item, without words that a window may not have. What a model says of a hidden text in its own words
 * would tell what is in it: it is not shown at all.
 */
export function shownSuggestions(session: ProjectSession, item: Item, hidden: readonly HiddenRange[]): Suggestion[] {
  const all = readSuggestions(session.db, item.id);
  if (hidden.length === 0) return [...all];
  return all.filter(({ shape }) => shape.kind !== 'free-text').map((one) => withWords(one, hidingWords(hidden)));
}

/** The edit with the words that were withheld put back from the text; whatever else a piece says stays, to be checked. */
export function withOwnWords(edit: Edit, words: Words, hidden: readonly HiddenRange[]): Edit {
  if (hidden.length === 0) return edit;
  const put = edit.put.map((annotation) =>
    withWords(annotation, (piece) => {
      const own = words(piece.start, piece.end);
      return piece.text === shownWords({ ...piece, text: own }, hidden) ? own : piece.text;
    }),
  );
  return { ...edit, put };
}

function hidingWords(hidden: readonly HiddenRange[]) {
  return (piece: Parameters<typeof shownWords>[0]) => shownWords(piece, hidden);
}

function withWords<Labelled extends Pick<Annotation, 'shape'>>(
  annotation: Labelled,
  wordsOf: (piece: Parameters<typeof shownWords>[0]) => string,
): Labelled {
  const { shape } = annotation;
  if (shape.kind !== 'span') return annotation;
  const pieces = piecesOf(shape).map((piece) => ({ ...piece, text: wordsOf(piece) }));
  return { ...annotation, shape: spanOfPieces(pieces) ?? (shape satisfies SpanShape) };
}
