import { AppError } from '../core/errors.ts';
import type { AttributeDefinition, LabelSet } from '../project/label-set.ts';
import type { Annotation } from './annotation.ts';

/** An attribute that an annotation of its class has to have, and has not. */
export interface MissingDetail {
  readonly annotationId: string;
  readonly classId: string;
  readonly attribute: AttributeDefinition;
}

/** All that is missing, in drawing order, then in the order of the class's attributes. A text of blanks says nothing. */
export function missingDetails(annotations: readonly Annotation[], labelSet: LabelSet): readonly MissingDetail[] {
  const required = new Map(
    labelSet.classes.flatMap(({ id, attributes = [] }) => {
      const own = attributes.filter((one) => one.required);
      return own.length > 0 ? [[id, own] as const] : [];
    }),
  );
  if (required.size === 0) return [];
  return annotations.flatMap(({ id, classId, attributes = {} }) =>
    (required.get(classId) ?? [])
      .filter((attribute) => isSilent(attributes[attribute.id]))
      .map((attribute) => ({ annotationId: id, classId, attribute })),
  );
}

/** Refuses with `DETAILS_MISSING`, which names the first attribute that is missing and how many there are. */
export function assertDetailsGiven(annotations: readonly Annotation[], labelSet: LabelSet): void {
  const missing = missingDetails(annotations, labelSet);
  const [first] = missing;
  if (!first) return;
  const name = labelSet.classes.find(({ id }) => id === first.classId)?.name ?? first.classId;
  throw new AppError('DETAILS_MISSING', { name, attribute: first.attribute.name, count: missing.length });
}

function isSilent(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}
