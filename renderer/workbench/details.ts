import { type Annotation, type AttributeValue, linkKindOf, type Mark } from '../../shared/annotation/annotation.ts';
import type { Edit } from '../../shared/annotation/edit.ts';
import type { AttributeDefinition, LabelSet, Medium } from '../../shared/project/label-set.ts';
import { touched } from './arrange.ts';

/** What several annotations say of one attribute: all the same, nothing, or not the same. */
export type CommonValue =
  { readonly is: 'value'; readonly value: AttributeValue } | { readonly is: 'nothing' } | { readonly is: 'mixed' };

/** The attributes that all of these have: those of their class, or those that their classes define alike. */
export function commonAttributes(selected: readonly Annotation[], labelSet: LabelSet): readonly AttributeDefinition[] {
  const classIds = [...new Set(selected.map(({ classId }) => classId))];
  const [first = [], ...others] = classIds.map(
    (classId) => labelSet.classes.find(({ id }) => id === classId)?.attributes ?? [],
  );
  return first.filter((one) =>
    others.every((own) => own.some((other) => other.id === one.id && JSON.stringify(other) === JSON.stringify(one))),
  );
}

export function commonValue(selected: readonly Annotation[], attributeId: string): CommonValue {
  const values = new Set(selected.map(({ attributes }) => attributes?.[attributeId]));
  if (values.size > 1) return { is: 'mixed' };
  const [value] = values;
  return value === undefined ? { is: 'nothing' } : { is: 'value', value };
}

/** Gives all of these a value, or with `undefined` takes it away; only those that change are in the edit. */
export function withValue(
  selected: readonly Annotation[],
  attributeId: string,
  value: AttributeValue | undefined,
): Edit {
  const put = selected
    .filter(({ attributes }) => attributes?.[attributeId] !== value)
    .map((one): Annotation => {
      const { attributes, ...rest } = touched(one);
      const { [attributeId]: _before, ...others } = attributes ?? {};
      const now = value === undefined ? others : { ...others, [attributeId]: value };
      return Object.keys(now).length === 0 ? rest : { ...rest, attributes: now };
    });
  return { put, remove: [] };
}

/** The marks that mean something: in a text, and of a relation, nothing is occluded or cut off. */
export function marksFor(selected: readonly Annotation[], medium: Medium): readonly Mark[] {
  const seen = medium === 'image' && selected.every(({ shape }) => linkKindOf(shape) === null);
  return seen ? ['difficult', 'occluded', 'truncated', 'crowd'] : ['difficult'];
}

/** Whether all, some or none of these bear a mark. */
export function commonMark(selected: readonly Annotation[], mark: Mark): 'all' | 'some' | 'none' {
  const bearing = selected.filter(({ marks }) => marks?.includes(mark)).length;
  return bearing === 0 ? 'none' : bearing === selected.length ? 'all' : 'some';
}

/** Takes the mark from all of these if all bear it, else gives it to those that do not. */
export function withMark(selected: readonly Annotation[], mark: Mark): Edit {
  const takes = commonMark(selected, mark) === 'all';
  const put = selected
    .filter(({ marks }) => takes || !marks?.includes(mark))
    .map((one): Annotation => {
      const { marks = [], ...rest } = touched(one);
      const now = takes ? marks.filter((other) => other !== mark) : [...marks, mark];
      return now.length === 0 ? rest : { ...rest, marks: now };
    });
  return { put, remove: [] };
}

/** Makes one group of these, out of whatever groups they were in; of fewer than two nothing is made. */
export function grouped(selected: readonly Annotation[], all: readonly Annotation[], newId: () => string): Edit {
  if (selected.length < 2) return nothing;
  const ids = new Set(selected.map(({ id }) => id));
  const [first] = selected;
  const isGroup =
    first?.group !== undefined &&
    selected.every(({ group }) => group === first.group) &&
    membersOf(all, first.group).length === selected.length;
  if (isGroup) return nothing;
  const group = newId();
  return { put: [...selected.map((one) => ({ ...one, group })), ...leftAlone(all, ids)], remove: [] };
}

/** Takes these out of their groups; who would be left alone in one leaves it too. */
export function ungrouped(selected: readonly Annotation[], all: readonly Annotation[]): Edit {
  const leaving = selected.filter(({ group }) => group !== undefined);
  const ids = new Set(leaving.map(({ id }) => id));
  return { put: [...leaving.map(withoutGroup), ...leftAlone(all, ids)], remove: [] };
}

/** The annotations of a group, in drawing order. */
export function membersOf(all: readonly Annotation[], group: string): readonly Annotation[] {
  return all.filter((one) => one.group === group);
}

/** Ids of these and of all that are in a group with one of them. */
export function withGroups(selected: readonly Annotation[], all: readonly Annotation[]): readonly string[] {
  const groups = new Set(selected.flatMap(({ group }) => (group === undefined ? [] : [group])));
  const chosen = selected.map(({ id }) => id);
  const others = all.filter(({ id, group }) => group !== undefined && groups.has(group) && !chosen.includes(id));
  return [...others.map(({ id }) => id), ...chosen];
}

/** Groups by number from 1, in the order in which they first occur. */
export function groupNumbers(all: readonly Annotation[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const { group } of all) if (group !== undefined && !numbers.has(group)) numbers.set(group, numbers.size + 1);
  return numbers;
}

/** One value that a key can set: a choice, or a flag. */
export interface QuickOption {
  readonly attributeId: string;
  readonly value: string | true;
}

/** The values that Shift and a digit set, in the order of the attributes: each choice, each flag; nine at most. */
export function quickOptions(attributes: readonly AttributeDefinition[]): readonly QuickOption[] {
  return attributes
    .flatMap((one): QuickOption[] => {
      if (one.type === 'choice') return one.choices.map((value) => ({ attributeId: one.id, value }));
      return one.type === 'flag' ? [{ attributeId: one.id, value: true }] : [];
    })
    .slice(0, 9);
}

/** What pressing an option means: it is set, or taken away where all have it already. */
export function toggledOption(selected: readonly Annotation[], { attributeId, value }: QuickOption): Edit {
  const now = commonValue(selected, attributeId);
  return withValue(selected, attributeId, now.is === 'value' && now.value === value ? undefined : value);
}

/** A number as people write it, with a point or a comma; undefined for none, null for what is no number. */
export function parsedNumber(text: string): number | undefined | null {
  const words = text.trim().replace(',', '.').replace('−', '-');
  if (words === '') return undefined;
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(words) ? Number(words) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

const nothing: Edit = { put: [], remove: [] };

function withoutGroup({ group: _left, ...one }: Annotation): Annotation {
  return one;
}

/** Those that stay behind alone in their group when these leave theirs, without it. */
function leftAlone(all: readonly Annotation[], leaving: ReadonlySet<string>): readonly Annotation[] {
  const groups = new Set(all.flatMap(({ id, group }) => (group !== undefined && leaving.has(id) ? [group] : [])));
  return [...groups].flatMap((group) => {
    const [alone, ...more] = membersOf(all, group).filter(({ id }) => !leaving.has(id));
    return alone && more.length === 0 ? [withoutGroup(alone)] : [];
  });
}
