import { sliceByCodePoints } from '../core/code-points.ts';
import { AppError } from '../core/errors.ts';
import { rectsTouch } from '../core/geometry.ts';
import type { Item } from '../project/item.ts';
import { missingCase } from '../core/missing-case.ts';
import type { AttributeDefinition, LabelClass, LabelSet } from '../project/label-set.ts';
import { type Annotation, type AttributeValue, imageKindOf, itemKindOf, kindOf, type Shape } from './annotation.ts';

/** What annotations are checked against. `text` is the item's own text, null for images. */
export interface LabelContext {
  readonly item: Item;
  readonly text: string | null;
  readonly labelSet: LabelSet;
}

/**
 * Refuses, with `ANNOTATION_INVALID` and the reason in `why`, what the project's label set or the item do not allow:
 * an unknown class, a kind the class does not take, a shape wholly outside the image, a span whose words are not
 * the text's, other key points than the class has, attributes that the class does not know, a second class for the
 * whole item, or the same tag twice.
 */
export function assertLabelRules(annotations: readonly Annotation[], context: LabelContext): void {
  const whole = new Set<string>();
  for (const annotation of annotations) {
    const why = brokenRule(annotation, context) ?? repeatedLabel(annotation, whole);
    if (why) throw new AppError('ANNOTATION_INVALID', { annotationId: annotation.id, why });
  }
}

/** `seen` are the labels of the whole item so far. */
function repeatedLabel({ classId, shape }: Annotation, seen: Set<string>): string | null {
  const kind = itemKindOf(shape);
  if (!kind) return null;
  const key = kind.exclusive ? kind.name : `${kind.name} ${classId}`;
  if (seen.has(key)) return kind.exclusive ? 'second-class' : 'tag-repeated';
  seen.add(key);
  return null;
}

function brokenRule(
  { classId, shape, attributes = {} }: Annotation,
  { item, text, labelSet }: LabelContext,
): string | null {
  const labelClass = labelSet.classes.find(({ id }) => id === classId);
  if (!labelClass) return 'unknown-class';
  if (!labelClass.kinds.includes(shape.kind)) return 'kind-not-allowed';
  const { medium } = kindOf(shape.kind);
  if (medium !== 'item' && medium !== 'link' && medium !== item.medium) return 'wrong-medium';
  for (const [id, value] of Object.entries(attributes)) {
    const definition = labelClass.attributes?.find((one) => one.id === id);
    if (!definition) return 'attribute-unknown';
    if (!fitsAttribute(definition, value)) return 'attribute-invalid';
  }
  // what a relation joins is checked with the item as a whole, by `assertRelationRules`
  if (medium === 'item' || medium === 'link') return null;
  if (shape.kind === 'span') {
    return text !== null && sliceByCodePoints(text, shape.start, shape.end) === shape.text ? null : 'text-differs';
  }
  if (shape.kind === 'skeleton' && !hasPointsOf(shape, labelClass)) return 'other-key-points';
  const bounds = imageKindOf(shape)?.bounds(shape);
  const picture = { x: 0, y: 0, width: item.width ?? 0, height: item.height ?? 0 };
  return bounds && rectsTouch(bounds, picture) ? null : 'outside-image';
}

function fitsAttribute(definition: AttributeDefinition, value: AttributeValue): boolean {
  switch (definition.type) {
    case 'text':
      return typeof value === 'string';
    case 'choice':
      return typeof value === 'string' && definition.choices.includes(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return (
        typeof value === 'number' && value >= (definition.min ?? -Infinity) && value <= (definition.max ?? Infinity)
      );
    default:
      return missingCase(definition);
  }
}

function hasPointsOf({ points }: Extract<Shape, { kind: 'skeleton' }>, { skeleton }: LabelClass): boolean {
  const names = skeleton?.points.map(({ name }) => name) ?? [];
  return names.length === points.length && points.every(({ name }, place) => name === names[place]);
}
