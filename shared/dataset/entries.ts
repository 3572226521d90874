import { type Annotation, linkKindOf } from '../annotation/annotation.ts';
import type { LabelClass, LabelSet, Medium } from '../project/label-set.ts';
import type { ReasonOf } from '../i18n/reason.ts';
import { lost } from './findings.ts';
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

/** Why a format has no form for an annotation. */
export type NoForm = Extract<ReasonOf<'loss'>, 'kindNotHeld' | 'noPixels' | 'maskOverBorder' | 'otherKeyPoints'>;

/** The loss of an annotation that a format has no form for; of a relation it tells between what. */
export function kindLoss({ name }: NamedEntry, { id, shape }: Annotation, why: NoForm = 'kindNotHeld'): Loss {
  const ends = linkKindOf(shape)?.ends(shape);
  const place = { path: `${name.path}#${id}`, aside: ends && `${ends.from} → ${ends.to}` };
  return why === 'kindNotHeld'
    ? lost('KIND_NOT_CARRIED', place, why, { kind: shape.kind })
    : lost('KIND_NOT_CARRIED', place, why);
}

/** The loss of an item's own name, where the name in the export is another one. */
export function nameLosses({ item, name }: NamedEntry): readonly Loss[] {
  return name.isChanged ? [lost('NAME_CHANGED', { path: name.path, aside: item.path }, 'nameChanged')] : [];
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
  const foreign = entries.filter(({ item }) => !media.includes(item.medium));
  return [
    ...snapshot.labelSets
      .filter(({ medium }) => !media.includes(medium))
      .flatMap(({ medium, classes }) =>
        classes.map(({ id, name }) =>
          lost('CLASS_NOT_CARRIED', { path: `classes/${id}`, aside: name }, 'classOfMedium', { medium }),
        ),
      ),
    ...foreign.flatMap((entry) => [
      lost('MEDIUM_NOT_CARRIED', { path: entry.name.path }, 'mediumNotHeld', { medium: entry.item.medium }),
      ...entry.annotations.map((annotation) => kindLoss(entry, annotation)),
    ]),
  ];
}
