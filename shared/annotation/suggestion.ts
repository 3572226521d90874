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

/** The annotation that a suggestion becomes when it is accepted as it is. */
export function acceptedFrom({ id, classId, shape }: Suggestion, order: number): Annotation {
  return { id, classId, origin: 'accepted', order, shape };
}
