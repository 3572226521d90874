import { type Annotation, textKindOf } from '../../shared/annotation/annotation.ts';
import { type Suggestion, waitingSuggestions } from '../../shared/annotation/suggestion.ts';
import type { Workbench } from './workbench.ts';

/**
 * The annotation after or before the selected one, in the order of the list, in a text by where they stand; the first or
 * last when none is selected.
 */
export function neighbourOf(bench: Workbench, step: 1 | -1, listed = bench.annotations): string | null {
  const { selectedId } = bench;
  const annotations = byPlace(listed);
  const at = annotations.findIndex(({ id }) => id === selectedId);
  const next =
    at === -1 ? (step === 1 ? 0 : annotations.length - 1) : (at + step + annotations.length) % annotations.length;
  return annotations[next]?.id ?? null;
}

/** Spans by where they start, the longer first; whatever has no place in a text stays in its order, after them. */
function byPlace(annotations: readonly Annotation[]): readonly Annotation[] {
  const placed = annotations.map((one) => {
    const { start, end } = textKindOf(one.shape)?.ranges(one.shape)[0] ?? noPlace;
    return { one, start, end };
  });
  if (placed.every(({ start }) => start === noPlace.start)) return annotations;
  return placed.toSorted((a, b) => a.start - b.start || b.end - a.end).map(({ one }) => one);
}

const noPlace = { start: Number.MAX_SAFE_INTEGER, end: 0 };

/** The suggestions that still wait for an answer. */
export function waitingOf({ suggestions, annotations, dismissed }: Workbench): readonly Suggestion[] {
  return waitingSuggestions(suggestions, annotations, dismissed);
}

/** The suggestion that is looked at, while it waits. */
export function lookedAt({ suggestionId, suggestions, annotations, dismissed }: Workbench): Suggestion | null {
  if (suggestionId === null || dismissed.includes(suggestionId)) return null;
  if (annotations.some(({ id }) => id === suggestionId)) return null;
  return suggestions.find(({ id }) => id === suggestionId) ?? null;
}

/** Of those that wait, as they are shown, the one after the one that is looked at, going round; the first when none is. */
export function nextSuggestion(bench: Workbench, waiting = waitingOf(bench)): string | null {
  const at = waiting.findIndex(({ id }) => id === bench.suggestionId);
  return waiting[(at + 1) % Math.max(waiting.length, 1)]?.id ?? null;
}

/** What is selected, in drawing order. */
export function selectedOf({
  annotations,
  selectedIds,
}: Pick<Workbench, 'annotations' | 'selectedIds'>): readonly Annotation[] {
  const wanted = new Set(selectedIds);
  return wanted.size === 0 ? [] : annotations.filter(({ id }) => wanted.has(id));
}

/** What details are said of: what is selected, and while nothing is, what was just drawn. */
export function detailedOf(state: Pick<Workbench, 'annotations' | 'selectedIds' | 'drawnId'>): readonly Annotation[] {
  const { annotations, selectedIds, drawnId } = state;
  if (selectedIds.length > 0 || drawnId === null) return selectedOf(state);
  const drawn = annotations.findLast(({ id }) => id === drawnId);
  return drawn ? [drawn] : [];
}
