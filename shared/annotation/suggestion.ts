import { z } from 'zod';
import { idSchema } from '../core/ids.ts';
import { type Annotation, shapeSchema } from './annotation.ts';

/**
 * What a model predicts for an item. It is no annotation: it becomes one under the same id when the worker accepts
 * it, and is gone from the list while that annotation is there or since it was dismissed.
 */
export const suggestionSchema = z.strictObject({
  id: idSchema,
  classId: idSchema,
  shape: shapeSchema,
  /** How sure the model says it is, 0-1; null when it does not say. */
  score: z.number().min(0).max(1).nullable(),
  /** Who predicted it, as the import named it. */
  source: z.string().min(1).max(200),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

/** Those that still wait for an answer, in their own order. */
export function waitingSuggestions(
  suggestions: readonly Suggestion[],
  annotations: readonly Annotation[],
  dismissed: readonly string[],
): readonly Suggestion[] {
  if (suggestions.length === 0) return suggestions;
  const answered = new Set([...annotations.map(({ id }) => id), ...dismissed]);
  return suggestions.filter(({ id }) => !answered.has(id));
}

/** How suggestions are looked through: in which order, and how sure the model must be at least, 0-1. */
export interface SuggestionSieve {
  readonly order: 'given' | 'surest' | 'doubtful';
  readonly leastScore: number;
}

/**
 * The suggestions that are sure enough, in the order that was asked for; equally sure ones stay in their own. Where the
 * model says nothing it counts as least sure, and is left out as soon as any score is asked for.
 */
export function siftedSuggestions(
  suggestions: readonly Suggestion[],
  { order, leastScore }: SuggestionSieve,
): readonly Suggestion[] {
  const sure = leastScore === 0 ? suggestions : suggestions.filter(({ score }) => (score ?? -1) >= leastScore);
  if (order === 'given') return sure;
  const sign = order === 'surest' ? -1 : 1;
  return sure.toSorted((a, b) => sign * ((a.score ?? -1) - (b.score ?? -1)));
}

/** The annotation that a suggestion becomes when it is accepted as it is. */
export function acceptedFrom({ id, classId, shape }: Suggestion, order: number): Annotation {
  return { id, classId, origin: 'accepted', order, shape };
}
