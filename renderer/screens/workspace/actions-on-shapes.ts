import { type Annotation, imageKindOf } from '../../../shared/annotation/annotation.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';

/** What can be done with these areas and lines together; nothing where their classes would refuse what comes of it. */
export function actionsOnShapes(
  all: readonly Annotation[],
  labelSet: LabelSet,
): readonly ('unite' | 'subtract' | 'split' | 'convert' | 'simplify')[] {
  const selected = all.filter(({ shape }) => imageKindOf(shape));
  if (selected.length === 0) return [];
  const kindsOf = ({ classId }: Annotation) => labelSet.classes.find(({ id }) => id === classId)?.kinds ?? [];
  const areas = selected.every(
    (one) => imageKindOf(one.shape)?.closed && (kindsOf(one).includes('polygon') || kindsOf(one).includes('mask')),
  );
  const turns = selected.every((one) => {
    const { kind } = one.shape;
    return imageKindOf(one.shape)?.closed && kindsOf(one).includes(kind === 'mask' ? 'polygon' : 'mask');
  });
  const ofPoints = selected.every(({ shape }) => shape.kind === 'polygon' || shape.kind === 'polyline');
  return [
    ...(areas && selected.length > 1 ? (['unite', 'subtract'] as const) : []),
    ...(areas ? (['split'] as const) : []),
    ...(turns ? (['convert'] as const) : []),
    ...(ofPoints ? (['simplify'] as const) : []),
  ];
}
