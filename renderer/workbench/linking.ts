import { type Annotation, linkKindOf, type Shape } from '../../shared/annotation/annotation.ts';
import type { Edit } from '../../shared/annotation/edit.ts';
import { relation } from '../../shared/annotation/kinds/relation.ts';
import {
  brokenEnds,
  endsAmong,
  isDirected,
  relationKey,
  relationOf,
  relationsIn,
} from '../../shared/annotation/relations.ts';
import type { LabelClass, LabelSet } from '../../shared/project/label-set.ts';
import { touched } from './arrange.ts';
import type { Workbench } from './workbench.ts';

/** Why two annotations cannot be joined. */
export type LinkRefusal = NonNullable<ReturnType<typeof brokenEnds>> | 'relation-repeated' | 'relation-itself';

/** What joining two annotations means: a class and a shape, or why not. */
export type LinkPlan = { readonly classId: string; readonly shape: Shape } | { readonly why: LinkRefusal };

/** The classes that are types of relations, in their order. */
export function relationClassesOf(labelSet: LabelSet): readonly LabelClass[] {
  return labelSet.classes.filter(({ kinds }) => kinds.includes(relation.name));
}

export function isRelationClass(labelSet: LabelSet, classId: string): boolean {
  return relationClassesOf(labelSet).some(({ id }) => id === classId);
}

/**
 * Joins two annotations by the first of these classes that takes them. Where a class takes them only the other way
 * round, it joins them so: the class knows its direction better than the order of two clicks.
 */
export function planLink(
  annotations: readonly Annotation[],
  { from, to }: { readonly from: string; readonly to: string },
  classIds: readonly string[],
  labelSet: LabelSet,
): LinkPlan {
  if (from === to) return { why: 'relation-itself' };
  const endOf = endsAmong(annotations);
  const [start, end] = [endOf(from), endOf(to)];
  const there = new Set(relationsIn(annotations).map((one) => relationKey(one, labelSet)));
  let why: LinkRefusal = 'relation-end-class';
  for (const classId of classIds) {
    const labelClass = labelSet.classes.find(({ id }) => id === classId);
    const broken = brokenEnds(labelClass, start, end);
    if (broken !== null && broken !== 'relation-end-class') return { why: broken };
    if (broken !== null && brokenEnds(labelClass, end, start) !== null) continue;
    const ends = broken === null ? { from, to } : { from: to, to: from };
    if (there.has(relationKey({ classId, ...ends }, labelSet))) why = 'relation-repeated';
    else return { classId, shape: relation.between(ends.from, ends.to) };
  }
  return { why };
}

/** The annotations that the relation under way may lead to, or start from while that is open. */
export function linkCandidates(bench: Workbench, labelSet: LabelSet): readonly Annotation[] {
  const { annotations, linkFrom, linkClassId } = bench;
  const placed = annotations.filter(({ id, shape }) => id !== linkFrom && linkKindOf(shape) === null);
  if (linkClassId === null) return placed;
  const labelClass = labelSet.classes.find(({ id }) => id === linkClassId);
  const endOf = endsAmong(annotations);
  const start = linkFrom === null ? undefined : endOf(linkFrom);
  const fits = ({ id }: Annotation): boolean => {
    if (start) return !brokenEnds(labelClass, start, endOf(id)) || !brokenEnds(labelClass, endOf(id), start);
    const { from, to } = labelClass?.relation ?? {};
    const classId = endOf(id)?.classId ?? '';
    return (from?.includes(classId) ?? true) || (to?.includes(classId) ?? true);
  };
  return placed.filter(fits);
}

/** Turns the relations among these round, as one edit; those that have no direction or may not be turned stay. */
export function reversed(selected: readonly Annotation[], all: readonly Annotation[], labelSet: LabelSet): Edit {
  const endOf = endsAmong(all);
  const there = new Set(relationsIn(all).map((one) => relationKey(one, labelSet)));
  const put = selected.flatMap((one) => {
    const own = relationOf(one);
    const labelClass = labelSet.classes.find(({ id }) => id === one.classId);
    if (!own || !isDirected(labelClass)) return [];
    const { from, to, classId } = own;
    const isTaken = there.has(relationKey({ classId, from: to, to: from }, labelSet));
    if (isTaken || brokenEnds(labelClass, endOf(to), endOf(from))) return [];
    return [{ ...touched(one), shape: relation.between(to, from) }];
  });
  return { put, remove: [] };
}

/** A relation the other way round; null for any other shape. */
export function turnedRound(shape: Shape): Shape | null {
  const ends = linkKindOf(shape)?.ends(shape);
  return ends ? relation.between(ends.to, ends.from) : null;
}

/** These and the relations whose both ends are among them: what a copy takes along. */
export function withInnerRelations(chosen: readonly Annotation[], all: readonly Annotation[]): readonly Annotation[] {
  const ids = new Set(chosen.map(({ id }) => id));
  return all.filter((one) => {
    const ends = relationOf(one);
    return ids.has(one.id) || (ends !== null && ids.has(ends.from) && ids.has(ends.to));
  });
}
