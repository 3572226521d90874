import type { Edit } from '../../../shared/annotation/edit.ts';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Suggestion } from '../../../shared/annotation/suggestion.ts';
import { sliceByCodePoints } from '../../../shared/core/code-points.ts';
import type { AnnotationState } from '../../../shared/ipc/views.ts';
import type { Item } from '../../../shared/project/item.ts';
import { readAnnotationState } from '../../db/annotation-store.ts';
import { readSuggestions } from '../../db/suggestion-store.ts';
import { itemVisibility, type ProjectSession } from './project-session.ts';

/** What stands for hidden words: always as long, whatever it hides. */
export const HIDDEN_BAR = '█'.repeat(12);

/**
 * A task's annotations as a window may have them now. Those of a hidden text come without its words: a window that
 * may not have the text may not have its parts.
 */
export function shownAnnotations(session: ProjectSession, item: Item, taskId: string): AnnotationState {
  const state = readAnnotationState(session.db, taskId);
  if (item.medium !== 'text' || itemVisibility(session, item) === 'shown') return state;
  return { ...state, annotations: state.annotations.map((annotation) => withText(annotation, () => HIDDEN_BAR)) };
}

/** What a step changed, without words that a window may not have. */
export function shownEdit(session: ProjectSession, item: Item, edit: Edit): Edit {
  if (item.medium !== 'text' || itemVisibility(session, item) === 'shown') return edit;
  return { ...edit, put: edit.put.map((annotation) => withText(annotation, () => HIDDEN_BAR)) };
}

/** Suggestions for an item, without words that a window may not have. */
export function shownSuggestions(session: ProjectSession, item: Item): Suggestion[] {
  const all = [...readSuggestions(session.db, item.id)];
  if (item.medium !== 'text' || itemVisibility(session, item) === 'shown') return all;
  return all.map((suggestion) => withText(suggestion, () => HIDDEN_BAR));
}

/** The edit with the words that `shownAnnotations` withheld put back from the text; words from a reveal stay. */
export function withWords(edit: Edit, text: string): Edit {
  const put = edit.put.map((annotation) =>
    withText(annotation, (was, { start, end }) => (was === HIDDEN_BAR ? sliceByCodePoints(text, start, end) : was)),
  );
  return { ...edit, put };
}

function withText<Labelled extends Pick<Annotation, 'shape'>>(
  annotation: Labelled,
  textOf: (was: string, range: { readonly start: number; readonly end: number }) => string,
): Labelled {
  const { shape } = annotation;
  return shape.kind === 'span' ? { ...annotation, shape: { ...shape, text: textOf(shape.text, shape) } } : annotation;
}
