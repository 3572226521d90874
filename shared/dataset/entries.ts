import { type Annotation, linkKindOf, type Shape } from '../annotation/annotation.ts';
import type { LabelClass, LabelSet, Medium } from '../project/label-set.ts';
import type { Loss } from './format.ts';
import { type ItemName, itemNames } from './item-names.ts';
import type { DatasetEntry, DatasetSnapshot } from './snapshot.ts';

/** An entry with the name that its file has in the export. */
export interface NamedEntry extends DatasetEntry {
  readonly name: ItemName;
}

/** The entries in the order in which every format writes them: by exported name, each with its annotations in order. */
export function namedEntries(snapshot: DatasetSnapshot): readonly NamedEntry[] {
  const names = itemNames(snapshot.entries.map(({ item }) => item));
  return snapshot.entries
    .map((entry) => ({
      ...entry,
      name: names.get(entry.item.id) as ItemName,
      annotations: inDrawingOrder(entry.annotations),
    }))
    .toSorted((a, b) => (a.name.path < b.name.path ? -1 : 1));
}

/** Lowest first; equal places by id. */
function inDrawingOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  return annotations.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Says of a shape that a format has no form for it; of a relation, between what. */
export function notWritten(shape: Shape): string {
  const ends = linkKindOf(shape)?.ends(shape);
  return ends ? `a ${shape.kind} from ${ends.from} to ${ends.to} cannot be written` : kindNotWritten(shape);
}

/** The same of all shapes of the kind. */
function kindNotWritten({ kind }: Shape): string {
  return `a ${kind} cannot be written`;
}

/** The loss of an annotation whose kind a format does not carry; `message` where it is for another reason. */
export function kindLoss({ name }: NamedEntry, { id, shape }: Annotation, message = notWritten(shape)): Loss {
  const summary = message === notWritten(shape) ? kindNotWritten(shape) : message;
  return { code: 'KIND_NOT_CARRIED', path: `${name.path}#${id}`, message, summary };
}

/** The loss of an item's own name, where the name in the export is another one. */
export function nameLosses({ item, name }: NamedEntry): readonly Loss[] {
  const summary = 'has another name in the export';
  return name.isChanged ? [{ code: 'NAME_CHANGED', path: name.path, message: `was ${item.path}`, summary }] : [];
}

export function classesOf(labelSets: readonly LabelSet[], medium: Medium): readonly LabelClass[] {
  return labelSets.filter((set) => set.medium === medium).flatMap(({ classes }) => classes);
}

/** A loss for each thing that belongs to a medium the format knows nothing of. */
export function lossesOfOtherMedia(
  snapshot: DatasetSnapshot,
  entries: readonly NamedEntry[],
  media: readonly Medium[],
): readonly Loss[] {
  const lost = entries.filter(({ item }) => !media.includes(item.medium));
  return [
    ...snapshot.labelSets
      .filter(({ medium }) => !media.includes(medium))
      .flatMap(({ medium, classes }) =>
        classes.map(({ id, name }) => ({
          code: 'CLASS_NOT_CARRIED' as const,
          path: `classes/${id}`,
          message: `the class “${name}” is for ${medium}s, which this format does not hold`,
          summary: `a class is for ${medium}s, which this format does not hold`,
        })),
      ),
    ...lost.flatMap((entry) => [
      {
        code: 'MEDIUM_NOT_CARRIED' as const,
        path: entry.name.path,
        message: `this format does not hold ${entry.item.medium}s`,
      },
      ...entry.annotations.map((annotation) => kindLoss(entry, annotation)),
    ]),
  ];
}
