import { type Annotation, imageKindOf, linkKindOf } from '../../shared/annotation/annotation.ts';
import type { Edit } from '../../shared/annotation/edit.ts';
import type { Point, Size } from '../../shared/core/geometry.ts';
import { mayHaveClass, relationOf } from '../../shared/annotation/relations.ts';
import type { LabelSet } from '../../shared/project/label-set.ts';

/** Where annotations go in the drawing order. */
export type Step = 'front' | 'forward' | 'backward' | 'back';

/** What a model suggested and a person changed is `edited`; what was drawn by hand stays so. */
export function touched(annotation: Annotation): Annotation {
  return annotation.origin === 'accepted' ? { ...annotation, origin: 'edited' } : annotation;
}

/** Gives all that may have it the class, as one edit; the others keep theirs. `all` is what is on the item. */
export function relabelled(
  annotations: readonly Annotation[],
  classId: string,
  labelSet: LabelSet,
  all: readonly Annotation[] = annotations,
): Edit {
  const kinds = labelSet.classes.find(({ id }) => id === classId)?.kinds;
  const put = annotations
    .filter((one) => one.classId !== classId && (kinds === undefined || kinds.includes(one.shape.kind)))
    .filter((one) => {
      const own = relationOf(one);
      return own === null || mayHaveClass(own, classId, all, labelSet);
    })
    .map((one) => ({ ...touched(one), classId }));
  return { put, remove: [] };
}

/**
 * Copies under new ids, above all that is there, moved by `by` and brought inside the item. A copy of what a model
 * suggested never counts as made by hand. Relations among the sources join their copies; others have no copy.
 */
export function copied(sources: readonly Annotation[], { there, item, by, newId }: CopyContext): readonly Annotation[] {
  const first = there.reduce((highest, { order }) => Math.max(highest, order), -1) + 1;
  const ids = new Map(sources.map(({ id }) => [id, newId()]));
  const groups = new Map(sources.flatMap(({ group }) => (group === undefined ? [] : [[group, newId()] as const])));
  const shapes = sources.flatMap((source) => {
    const link = linkKindOf(source.shape);
    if (!link) return [{ source, shape: moved(source.shape, by, item) }];
    const { from, to } = link.ends(source.shape);
    const [start, end] = [ids.get(from), ids.get(to)];
    return start === undefined || end === undefined ? [] : [{ source, shape: link.between(start, end) }];
  });
  return shapes.map(({ source, shape }, index) => {
    const group = source.group === undefined ? undefined : groups.get(source.group);
    const copy = { ...touched(source), id: ids.get(source.id) ?? newId(), order: first + index, shape };
    return group === undefined ? copy : { ...copy, group };
  });
}

interface CopyContext {
  /** What is on the item already. */
  readonly there: readonly Annotation[];
  readonly item: Size;
  readonly by: Point;
  readonly newId: () => string;
}

function moved(shape: Annotation['shape'], by: Point, item: Size): Annotation['shape'] {
  const kind = imageKindOf(shape);
  return kind ? broughtInside(kind.translate(shape, by), item) : shape;
}

/** Moved as little as brings it inside; a box larger than the item is cut to it, other shapes reach over its end. */
function broughtInside(shape: Annotation['shape'], item: Size): Annotation['shape'] {
  const kind = imageKindOf(shape);
  if (!kind) return shape;
  const { x, y, width, height } = kind.bounds(shape);
  const inside = kind.translate(shape, { x: into(x, width, item.width), y: into(y, height, item.height) });
  if (inside.kind !== 'box') return inside;
  return { ...inside, width: Math.min(inside.width, item.width), height: Math.min(inside.height, item.height) };
}

function into(start: number, length: number, room: number): number {
  return Math.max(Math.min(start, room - length), 0) - start;
}

/** Brings annotations up or down in the drawing order, as one edit; only those whose place changes are in it. */
export function reordered(annotations: readonly Annotation[], ids: ReadonlySet<string>, step: Step): Edit {
  const put = arranged(annotations, ids, step).flatMap((one, order) =>
    one.order === order ? [] : [{ ...one, order }],
  );
  const before = annotations.map(({ id }) => id).join();
  const after = arranged(annotations, ids, step)
    .map(({ id }) => id)
    .join();
  return { put: before === after ? [] : put, remove: [] };
}

function arranged(annotations: readonly Annotation[], ids: ReadonlySet<string>, step: Step): readonly Annotation[] {
  const chosen = annotations.filter(({ id }) => ids.has(id));
  const others = annotations.filter(({ id }) => !ids.has(id));
  switch (step) {
    case 'front':
      return [...others, ...chosen];
    case 'back':
      return [...chosen, ...others];
    case 'forward':
      return stepped(annotations.toReversed(), ids).toReversed();
    case 'backward':
      return stepped(annotations, ids);
  }
}

/** Each chosen one changes places with the one before it, unless that is chosen too. */
function stepped(annotations: readonly Annotation[], ids: ReadonlySet<string>): readonly Annotation[] {
  const list = [...annotations];
  for (let at = 1; at < list.length; at += 1) {
    const [before, one] = [list[at - 1], list[at]];
    if (before && one && ids.has(one.id) && !ids.has(before.id)) [list[at - 1], list[at]] = [one, before];
  }
  return list;
}
