import { sliceByCodePoints } from '../core/code-points.ts';
import { AppError } from '../core/errors.ts';
import { rectsTouch } from '../core/geometry.ts';
import type { Item } from '../project/item.ts';
import type { LabelSet } from '../project/label-set.ts';
import { type Annotation, imageKindOf, kindOf } from './annotation.ts';

/** What annotations are checked against. `text` is the item's own text, null for images. */
export interface LabelContext {
  readonly item: Item;
  readonly text: string | null;
  readonly labelSet: LabelSet;
}

/**
 * Refuses, with `ANNOTATION_INVALID` and the reason in `why`, what the project's label set or the item do not allow:
 * an unknown class, a kind the class does not take, a shape wholly outside the image, a span whose words are not
 * the text's.
 */
export function assertLabelRules(annotations: readonly Annotation[], context: LabelContext): void {
  for (const annotation of annotations) {
    const why = brokenRule(annotation, context);
    if (why) throw new AppError('ANNOTATION_INVALID', { annotationId: annotation.id, why });
  }
}

function brokenRule({ classId, shape }: Annotation, { item, text, labelSet }: LabelContext): string | null {
  const labelClass = labelSet.classes.find(({ id }) => id === classId);
  if (!labelClass) return 'unknown-class';
  if (!labelClass.kinds.includes(shape.kind)) return 'kind-not-allowed';
  if (kindOf(shape.kind).medium !== item.medium) return 'wrong-medium';
  if (shape.kind === 'span') {
    return text !== null && sliceByCodePoints(text, shape.start, shape.end) === shape.text ? null : 'text-differs';
  }
  const bounds = imageKindOf(shape)?.bounds(shape);
  const picture = { x: 0, y: 0, width: item.width ?? 0, height: item.height ?? 0 };
  return bounds && rectsTouch(bounds, picture) ? null : 'outside-image';
}
