import { AppError } from '../core/errors.ts';
import type { LabelClass, LabelSet } from '../project/label-set.ts';
import { type Annotation, type KindName, kindOf, linkKindOf } from './annotation.ts';
import type { Edit } from './edit.ts';
import type { LinkEnds } from './kind.ts';
import type { Suggestion } from './suggestion.ts';

/** A relation without what only other kinds have. */
export interface Relation extends LinkEnds {
  readonly id: string;
  readonly classId: string;
}

/** What has to be known of an annotation that a relation starts from or leads to. */
export interface RelationEnd {
  readonly classId: string;
  readonly kind: KindName;
}

/** The annotation as a relation; null when it is none. */
export function relationOf({ id, classId, shape }: Pick<Annotation, 'id' | 'classId' | 'shape'>): Relation | null {
  const kind = linkKindOf(shape);
  return kind && { id, classId, ...kind.ends(shape) };
}

export function relationsIn(annotations: readonly Annotation[]): readonly Relation[] {
  return annotations.flatMap((one) => relationOf(one) ?? []);
}

/** Whether a relation of this class has a direction. */
export function isDirected(labelClass: LabelClass | undefined): boolean {
  return labelClass?.relation?.directed ?? true;
}

/** Equal for relations that say the same: one class, the same ends; either way round where there is no direction. */
export function relationKey({ classId, from, to }: Omit<Relation, 'id'>, labelSet: LabelSet): string {
  const directed = isDirected(labelSet.classes.find(({ id }) => id === classId));
  return [classId, ...(directed || from < to ? [from, to] : [to, from])].join(' ');
}

/** Why a relation of this class may not join these ends; null when it may. */
export function brokenEnds(
  labelClass: LabelClass | undefined,
  from: RelationEnd | undefined,
  to: RelationEnd | undefined,
): 'relation-end-missing' | 'relation-end-kind' | 'relation-end-class' | null {
  if (!from || !to) return 'relation-end-missing';
  if (!hasPlace(from) || !hasPlace(to)) return 'relation-end-kind';
  if (fits(labelClass, from, to)) return null;
  return !isDirected(labelClass) && fits(labelClass, to, from) ? null : 'relation-end-class';
}

/**
 * Refuses with `ANNOTATION_INVALID` and the reason in `why` what relations may not be: an end that is not there, that
 * is a relation itself or a label of the whole item, or of a class that the relation does not take; the same twice.
 */
export function assertRelationRules(
  relations: readonly Relation[],
  context: {
    readonly labelSet: LabelSet;
    readonly endOf: (id: string) => RelationEnd | undefined;
    /** Others on the item, known to be right: none of them may be said again. */
    readonly beside?: readonly Relation[];
  },
): void {
  const { labelSet, endOf, beside = [] } = context;
  const seen = new Set(beside.map((one) => relationKey(one, labelSet)));
  for (const relation of relations) {
    const labelClass = labelSet.classes.find(({ id }) => id === relation.classId);
    const key = relationKey(relation, labelSet);
    const why =
      brokenEnds(labelClass, endOf(relation.from), endOf(relation.to)) ?? (seen.has(key) ? 'relation-repeated' : null);
    if (why) throw new AppError('ANNOTATION_INVALID', { annotationId: relation.id, why });
    seen.add(key);
  }
}

/** Looks annotations up by id, as ends of relations. */
export function endsAmong(annotations: readonly Annotation[]): (id: string) => RelationEnd | undefined {
  const byId = new Map(annotations.map(({ id, classId, shape }) => [id, { classId, kind: shape.kind }]));
  return (id) => byId.get(id);
}

/** Whether a relation may have this class where it is: the class takes its ends, and it is not said already. */
export function mayHaveClass(own: Relation, classId: string, all: readonly Annotation[], labelSet: LabelSet): boolean {
  const endOf = endsAmong(all);
  const labelClass = labelSet.classes.find(({ id }) => id === classId);
  if (brokenEnds(labelClass, endOf(own.from), endOf(own.to))) return false;
  const key = relationKey({ ...own, classId }, labelSet);
  return !relationsIn(all).some((one) => one.id !== own.id && relationKey(one, labelSet) === key);
}

/** What is on the item, for following an edit to the relations it touches. */
export interface RelationContext {
  readonly annotations: readonly Annotation[];
  readonly suggestions: readonly Suggestion[];
  readonly labelSet: LabelSet;
}

/**
 * The edit with what follows from it for relations, so that all is one step: those whose end is removed, or whose end
 * got a class that they do not take, go too, and so do suggested ones whose end is removed or rejected.
 */
export function withRelations(edit: Edit, { annotations, suggestions, labelSet }: RelationContext): Edit {
  const removed = new Set(edit.remove);
  const rejected = new Set(edit.dismiss ?? []);
  const put = new Map(edit.put.map((one) => [one.id, one]));
  for (const id of put.keys()) removed.delete(id);
  const gone = removed.size === 0 && put.size === 0 ? [] : brokenBy(annotations, { removed, put, labelSet });
  const suggestedIds = new Set(suggestions.map(({ id }) => id));
  const lost = removed.size === 0 && rejected.size === 0 ? [] : danglingSuggestions(suggestions, removed, rejected);
  const dismiss = [...new Set([...rejected, ...gone.filter((id) => suggestedIds.has(id)), ...lost])];
  if (gone.length === 0 && dismiss.length === rejected.size) return edit;
  return {
    ...edit,
    remove: [...new Set([...edit.remove, ...gone])],
    ...(dismiss.length > 0 ? { dismiss } : {}),
  };
}

/**
 * What is accepted when these suggestions are: a relation takes its ends along. One whose end was rejected or is gone,
 * or has a class by now that the relation does not take, or that the worker has drawn already, cannot be accepted and is
 * left out.
 */
export function acceptable(
  chosen: readonly Suggestion[],
  waiting: readonly Suggestion[],
  { annotations, labelSet }: Pick<RelationContext, 'annotations' | 'labelSet'>,
): readonly Suggestion[] {
  const links = chosen.filter(({ shape }) => linkKindOf(shape) !== null);
  if (links.length === 0) return chosen;
  const open = new Map(waiting.map((one) => [one.id, one]));
  const there = new Map(annotations.map((one) => [one.id, one]));
  const endOf = (id: string): RelationEnd | undefined => {
    const end = there.get(id) ?? open.get(id);
    return end && { classId: end.classId, kind: end.shape.kind };
  };
  const said = new Set(relationsIn(annotations).map((one) => relationKey(one, labelSet)));
  const accepted = new Map(chosen.filter((one) => !links.includes(one)).map((one) => [one.id, one]));
  for (const link of links) {
    const own = relationOf(link);
    if (!own || said.has(relationKey(own, labelSet))) continue;
    const labelClass = labelSet.classes.find(({ id }) => id === own.classId);
    if (brokenEnds(labelClass, endOf(own.from), endOf(own.to))) continue;
    for (const id of [own.from, own.to]) {
      const end = there.has(id) ? undefined : open.get(id);
      if (end) accepted.set(id, end);
    }
    accepted.set(link.id, link);
    said.add(relationKey(own, labelSet));
  }
  return [...accepted.values()];
}

/** Relations on the item that cannot stay after these were removed and put. */
function brokenBy(
  annotations: readonly Annotation[],
  change: {
    readonly removed: ReadonlySet<string>;
    readonly put: ReadonlyMap<string, Annotation>;
    readonly labelSet: LabelSet;
  },
): readonly string[] {
  const { removed, put, labelSet } = change;
  const touched = relationsIn(annotations).filter(
    ({ id, from, to }) =>
      !put.has(id) && !removed.has(id) && (removed.has(from) || removed.has(to) || put.has(from) || put.has(to)),
  );
  if (touched.length === 0) return [];
  const before = endsAmong(annotations);
  const endOf = (id: string): RelationEnd | undefined => {
    const now = put.get(id);
    if (now) return { classId: now.classId, kind: now.shape.kind };
    return removed.has(id) ? undefined : before(id);
  };
  const classOf = (classId: string) => labelSet.classes.find(({ id }) => id === classId);
  return touched
    .filter(({ classId, from, to }) => brokenEnds(classOf(classId), endOf(from), endOf(to)) !== null)
    .map(({ id }) => id);
}

function danglingSuggestions(
  suggestions: readonly Suggestion[],
  removed: ReadonlySet<string>,
  rejected: ReadonlySet<string>,
): readonly string[] {
  const isLost = (id: string): boolean => removed.has(id) || rejected.has(id);
  return suggestions.flatMap(({ id, shape }) => {
    const ends = linkKindOf(shape)?.ends(shape);
    return ends && (isLost(ends.from) || isLost(ends.to)) ? [id] : [];
  });
}

/** Only what has a place on the item can be an end. */
function hasPlace({ kind }: RelationEnd): boolean {
  const { medium } = kindOf(kind);
  return medium === 'image' || medium === 'text';
}

function fits(labelClass: LabelClass | undefined, from: RelationEnd, to: RelationEnd): boolean {
  const rule = labelClass?.relation;
  return (rule?.from?.includes(from.classId) ?? true) && (rule?.to?.includes(to.classId) ?? true);
}
