import { isDeepStrictEqual } from 'node:util';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Suggestion } from '../../../shared/annotation/suggestion.ts';
import { AppError } from '../../../shared/core/errors.ts';

/**
 * Refuses with `ANNOTATION_INVALID` what would say something false of where a label comes from: what a model suggested
 * as drawn by hand, or as accepted when its class or its shape is another one.
 */
export function assertTrueOrigins(annotations: readonly Annotation[], suggestions: readonly Suggestion[]): void {
  const byId = new Map(suggestions.map((suggestion) => [suggestion.id, suggestion]));
  for (const { id, origin, classId, shape } of annotations) {
    const suggestion = byId.get(id);
    if (!suggestion) continue;
    const same = suggestion.classId === classId && isDeepStrictEqual(said(suggestion.shape), said(shape));
    if (origin === 'hand' || (origin === 'accepted' && !same)) {
      throw new AppError('ANNOTATION_INVALID', { annotationId: id, why: 'origin' });
    }
  }
}

/** A shape without what was shown where: a model does not know it, and it changes nothing of what is said. */
function said(shape: Annotation['shape']): unknown {
  if (!('shown' in shape)) return shape;
  const { shown: _, ...rest } = shape;
  return rest;
}
