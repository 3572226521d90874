import { useEffect, useMemo } from 'react';
import { type Annotation, linkKindOf, textKindOf } from '../../shared/annotation/annotation.ts';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import {
  acceptedFrom,
  siftedSuggestions,
  type Suggestion,
  waitingSuggestions,
} from '../../shared/annotation/suggestion.ts';
import { type ReadableBench, useBenchView, useWorkbench } from '../workbench/use-workbench.ts';
import type { DocumentMap } from './document-map.ts';
import { setHighlight } from './paint-spans.ts';
import { spanIndexOf } from './span-index.ts';
import './suggestions.css';

/**
 * The spans and relations that models suggest in the text, that are sure enough to be listed and that nobody has
 * answered yet, as the annotations that they would become. The same list as long as the same ones wait.
 */
export function useSuggested(bench: ReadableBench): readonly Annotation[] {
  const suggestions = useWorkbench(bench, (state) => state.suggestions);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const dismissed = useWorkbench(bench, (state) => state.dismissed);
  const sieve = useBenchView(bench, (view) => view.sieve);
  const same = useMemo(() => sameAsLast(), []);
  return useMemo(() => {
    const waiting = waitingSuggestions(suggestions, annotations, dismissed);
    return same(siftedSuggestions(waiting.filter(isInText), sieve));
  }, [suggestions, annotations, dismissed, sieve, same]);
}

function isInText({ shape }: Suggestion): boolean {
  return textKindOf(shape) !== null || linkKindOf(shape) !== null;
}

/** Answers with the same annotations again for the same suggestions, so that nothing is drawn anew for them. */
function sameAsLast(): (waiting: readonly Suggestion[]) => readonly Annotation[] {
  let last: readonly Suggestion[] = [];
  let asAnnotations: readonly Annotation[] = [];
  return (waiting) => {
    if (waiting.length === last.length && waiting.every((one, at) => one === last[at])) return asAnnotations;
    last = waiting;
    asAnnotations = waiting.map((one, order) => acceptedFrom(one, order));
    return asAnnotations;
  };
}

/** Paints the spans over the untouched words: dashed, so that they are told from what was labelled. */
export function usePaintedSuggestions(
  bench: ReadableBench,
  {
    map,
    painted,
    suggested,
  }: { readonly map: DocumentMap; readonly painted: TextRange; readonly suggested: readonly Annotation[] },
): void {
  const lookedId = useWorkbench(bench, (state) => state.suggestionId);
  useEffect(() => {
    const { stretches, touching } = spanIndexOf(suggested);
    const near = touching(painted).flatMap((place) => stretches[place] ?? []);
    const rangesOf = (which: typeof near) => which.flatMap(({ start, end }) => map.staticRangeOf(start, end) ?? []);
    setHighlight('suggested', rangesOf(near), 0);
    setHighlight('suggested-looked', rangesOf(near.filter(({ id }) => id === lookedId)), 2);
    return () => {
      setHighlight('suggested', [], 0);
      setHighlight('suggested-looked', [], 2);
    };
  }, [map, painted, suggested, lookedId]);
}
