import { AppError } from '../core/errors.ts';
import { rectsTouch } from '../core/geometry.ts';
import type { Item } from '../project/item.ts';
import { missingCase } from '../core/missing-case.ts';
import type { AttributeDefinition, LabelClass, LabelSet } from '../project/label-set.ts';
import { type Annotation, type AttributeValue, imageKindOf, itemKindOf, kindOf, type Shape } from './annotation.ts';
import { answerPlaceOf } from './answers.ts';
import { answerSetting, type ItemKindName, questionSettingOf } from './questions.ts';
import { piecesOf, type Words } from './span-pieces.ts';

/** What annotations are checked against. `words` reads the item's own text, null for images. */
export interface LabelContext {
  readonly item: Item;
  readonly words: Words | null;
  readonly labelSet: LabelSet;
  /** The task they are made in: it decides in which order answers are shown. Without it no order is known. */
  readonly taskId?: string;
}

/**
 * Refuses, with `ANNOTATION_INVALID` and the reason in `why`, what the project's label set or the item do not allow:
 * an unknown class, a kind the class does not take, a shape wholly outside the image, a span whose words are not
 * the text's, other key points than the class has, attributes that the class does not know, a second class for one
 * question, the same tag or another answer twice, and an answer that is none to its question.
 */
export function assertLabelRules(annotations: readonly Annotation[], context: LabelContext): void {
  const whole = new Set<string>();
  for (const annotation of annotations) {
    const why = brokenRule(annotation, context) ?? repeatedLabel(annotation, whole, context.labelSet);
    if (why) throw new AppError('ANNOTATION_INVALID', { annotationId: annotation.id, why });
  }
}

/** Refuses a second answer where there may be one: given all of an item's annotations, e.g. as they are after an edit. */
export function assertAnswersOnce(annotations: readonly Annotation[], labelSet: LabelSet): void {
  const whole = new Set<string>();
  for (const annotation of annotations) {
    const why = repeatedLabel(annotation, whole, labelSet);
    if (why) throw new AppError('ANNOTATION_INVALID', { annotationId: annotation.id, why });
  }
}

/** True when every piece of a span covers the words that it says it covers. */
export function standsIn(words: Words, span: Extract<Shape, { kind: 'span' }>): boolean {
  return piecesOf(span).every(({ start, end, text }) => words(start, end) === text);
}

/** `seen` are the labels of the whole item so far. */
function repeatedLabel(annotation: Annotation, seen: Set<string>, labelSet: LabelSet): string | null {
  const place = answerPlaceOf(annotation, labelSet);
  if (place === null) return null;
  if (seen.has(place)) return itemKindOf(annotation.shape)?.exclusive ? 'second-class' : 'tag-repeated';
  seen.add(place);
  return null;
}

function brokenRule({ classId, shape, attributes = {} }: Annotation, context: LabelContext): string | null {
  const { item, words, labelSet } = context;
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
  if (medium === 'item') return misfitOf(shape, labelClass, context);
  // what a relation joins is checked with the item as a whole, by `assertRelationRules`
  if (medium === 'link') return null;
  if (shape.kind === 'span') {
    return words && standsIn(words, shape) ? null : 'text-differs';
  }
  if (shape.kind === 'skeleton' && !hasPointsOf(shape, labelClass)) return 'other-key-points';
  const bounds = imageKindOf(shape)?.bounds(shape);
  const picture = { x: 0, y: 0, width: item.width ?? 0, height: item.height ?? 0 };
  return bounds && rectsTouch(bounds, picture) ? null : 'outside-image';
}

/** Why an answer is none to its question; null when it is. */
function misfitOf(shape: Shape, labelClass: LabelClass, { item, labelSet, taskId }: LabelContext): string | null {
  const kind = itemKindOf(shape);
  if (!kind?.misfit) return null;
  const asked = questionSettingOf(labelSet, item, taskId ?? '');
  const setting = answerSetting(kind.name as ItemKindName, labelClass, labelSet, asked);
  if (taskId === undefined) return kind.misfit(unshown(shape), setting);
  return kind.misfit(shape, setting) ?? (kind.withShown && !('shown' in shape) ? 'shown-missing' : null);
}

/** Without what was shown where: of a task that is not known, no order is. */
function unshown(shape: Shape): Shape {
  if (!('shown' in shape)) return shape;
  const { shown: _, ...rest } = shape;
  return rest;
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
