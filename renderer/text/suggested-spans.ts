import { useEffect, useMemo } from 'react';
import { type Annotation, textKindOf } from '../../shared/annotation/annotation.ts';
import type { TextRange } from '../../shared/annotation/span-pieces.ts';
import { acceptedFrom, waitingSuggestions } from '../../shared/annotation/suggestion.ts';
import { type Bench, useWorkbench } from '../workbench/use-workbench.ts';
import type { DocumentMap } from './document-map.ts';
import { setHighlight } from './paint-spans.ts';
import { spanIndexOf } from './span-index.ts';
import './suggestions.css';

/** What models suggest in the text and nobody has answered yet, as the spans that it would become. */
export function useSuggestedSpans(bench: Bench): readonly Annotation[] {
  const suggestions = useWorkbench(bench, (state) => state.suggestions);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const dismissed = useWorkbench(bench, (state) => state.dismissed);
  return useMemo(
    () =>
      waitingSuggestions(suggestions, annotations, dismissed)
        .filter(({ shape }) => textKindOf(shape))
        .map(acceptedFrom),
    [suggestions, annotations, dismissed],
  );
}

/** Paints them over the untouched words: dashed, so that they are told from what was labelled. */
export function usePaintedSuggestions(
  bench: Bench,
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
