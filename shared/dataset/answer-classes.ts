import type { Shape } from '../annotation/annotation.ts';
import type { LabelClass } from '../project/label-set.ts';

/**
 * Makes of a class what its answers show it to be: a scale as wide as its ratings, ties and verdicts where there are
 * some. Datasets of other tools bring answers without the rules they were given by.
 */
export function classWithAnswers(labelClass: LabelClass, shapes: readonly Shape[]): LabelClass {
  return shapes.reduce(widened, labelClass);
}

function widened(labelClass: LabelClass, shape: Shape): LabelClass {
  switch (shape.kind) {
    case 'rating': {
      const { from = shape.value, to = shape.value } = labelClass.rating ?? {};
      const lowest = Math.min(from, shape.value);
      const highest = Math.min(Math.max(to, shape.value, lowest + 1), lowest + 10);
      return { ...labelClass, rating: { from: lowest, to: highest } };
    }
    case 'ranking': {
      const ties = (labelClass.ranking?.ties ?? false) || shape.places.some((place) => place.length > 1);
      return { ...labelClass, ranking: { ...labelClass.ranking, ties } };
    }
    case 'preference': {
      const { tie = false, bothBad = false } = labelClass.preference ?? {};
      const said = { tie: tie || shape.outcome === 'tie', bothBad: bothBad || shape.outcome === 'both-bad' };
      return { ...labelClass, preference: { ...said, reason: 'optional' } };
    }
    default:
      return labelClass;
  }
}
