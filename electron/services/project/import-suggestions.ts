import { createHash } from 'node:crypto';
import { kindOf, linkKindOf, type Shape } from '../../../shared/annotation/annotation.ts';
import { assertLabelRules } from '../../../shared/annotation/label-rules.ts';
import {
  brokenEnds,
  type Relation,
  type RelationEnd,
  relationKey,
  relationOf,
} from '../../../shared/annotation/relations.ts';
import type { Suggestion } from '../../../shared/annotation/suggestion.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { ReadDataset, ReadEntry } from '../../../shared/dataset/format.ts';
import type { Item } from '../../../shared/project/item.ts';
import type { LabelClass, LabelSet } from '../../../shared/project/label-set.ts';
import { readItems } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import { insertSuggestions } from '../../db/suggestion-store.ts';
import { itemFinder } from './find-item.ts';
import type { ProjectSession } from './project-session.ts';

/** What an import did, or would do. */
export interface SuggestionImport {
  /** New suggestions on the items of the project. */
  readonly added: number;
  /** There already, from an import before. */
  readonly present: number;
  readonly items: number;
  /** Files of the dataset that are no item of the project. */
  readonly unmatched: readonly string[];
  /** Files that could be more than one item: nothing is guessed. */
  readonly ambiguous: readonly string[];
  /** Classes that the project does not know, with how many annotations were left out for each. */
  readonly unknownClasses: Readonly<Record<string, number>>;
  /** Left out for another reason, by reason: `kind-not-allowed`, `outside-image`, `text-differs`, ... */
  readonly refused: Readonly<Record<string, number>>;
}

/**
 * Puts what a dataset holds before the workers as suggestions. Items are matched by digest, then by path, then by file
 * name where that is unmistakable; classes by name. With `dryRun` nothing is written. Importing the same again adds
 * nothing.
 */
export async function importSuggestions(
  session: ProjectSession,
  dataset: ReadDataset,
  { source, dryRun }: { readonly source: string; readonly dryRun: boolean },
): Promise<SuggestionImport> {
  const find = itemFinder(readItems(session.db));
  const unmatched: string[] = [];
  const ambiguous: string[] = [];
  const unknownClasses: Record<string, number> = {};
  const refused: Record<string, number> = {};
  const planned: { readonly item: Item; readonly suggestions: readonly Suggestion[] }[] = [];
  for (const entry of dataset.entries) {
    const [item, ...others] = find({ sha256: digestOf(entry.text), ...entry.item });
    if (!item) unmatched.push(entry.item.path);
    else if (others.length > 0) ambiguous.push(entry.item.path);
    else planned.push({ item, suggestions: await suggestionsOf(item, entry) });
  }
  let [added, present] = [0, 0];
  // A dry run does the same and takes it back, so that what it says is what would happen.
  try {
    write(session.db, () => {
      for (const { item, suggestions } of planned) {
        const fresh = insertSuggestions(session.db, item.id, suggestions);
        added += fresh;
        present += suggestions.length - fresh;
      }
      if (dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  const items = planned.filter(({ suggestions }) => suggestions.length > 0).length;
  return { added, present, items, unmatched, ambiguous, unknownClasses, refused };

  async function suggestionsOf(item: Item, entry: ReadEntry): Promise<readonly Suggestion[]> {
    const labelSet = session.project.labelSets.find(({ medium }) => medium === item.medium);
    const words = item.medium === 'text' ? (await session.texts.read(item)).words : null;
    const kept: Suggestion[] = [];
    /** Ids of the dataset, to those of the suggestions: relations join suggestions. */
    const ids = new Map<string, string>();
    const ends = new Map<string, RelationEnd>();
    const joined = new Set<string>();
    // relations last: by then it is known what became of their ends
    const inTurn = entry.annotations.toSorted((a, b) => rankOf(a.shape) - rankOf(b.shape));
    for (const { id: givenId, classId, shape: said } of inTurn) {
      const name = nameOfClass(dataset, classId);
      const given = asAsked(said, labelSet?.classes ?? [], name);
      const own = classFor(labelSet?.classes ?? [], name, classId, given.kind);
      if (!labelSet || !own) {
        unknownClasses[name] = (unknownClasses[name] ?? 0) + 1;
        continue;
      }
      const shape = withEnds(given, ids);
      if (!shape) {
        refused['relation-end-missing'] = (refused['relation-end-missing'] ?? 0) + 1;
        continue;
      }
      const suggestion = { classId: own.id, shape, score: entry.scores?.get(givenId) ?? null, source };
      const id = idOf(item, suggestion);
      ids.set(givenId, id);
      const link = relationOf({ id, ...suggestion });
      const why = link
        ? brokenLink(link, { labelSet, ends, said: joined })
        : brokenRule({ ...suggestion, id }, { item, words, labelSet });
      if (why === null) {
        kept.push({ id, ...suggestion });
        ends.set(id, { classId: own.id, kind: shape.kind });
      } else refused[why] = (refused[why] ?? 0) + 1;
    }
    return kept;
  }
}

/**
 * What a dataset says of a whole item, as the project asks it: tools that know only tags write classes so, and the other
 * way round. What was shown where belongs to the tool that showed it.
 */
function asAsked(shape: Shape, classes: readonly LabelClass[], name: string): Shape {
  if (shape.kind === 'class' || shape.kind === 'tag') {
    const takes = (kind: 'class' | 'tag'): boolean =>
      classes.some((one) => one.name === name && one.kinds.includes(kind));
    const other = shape.kind === 'class' ? 'tag' : 'class';
    return !takes(shape.kind) && takes(other) ? { kind: other } : shape;
  }
  if (!('shown' in shape)) return shape;
  const { shown: _shown, ...rest } = shape;
  return rest;
}

class DryRun extends Error {}

function brokenRule(
  { id, classId, shape }: Suggestion,
  context: Parameters<typeof assertLabelRules>[1],
): string | null {
  try {
    // Said first: what is drawn has no place in a text.
    const { medium } = kindOf(shape.kind);
    if (medium !== 'item' && medium !== context.item.medium) return 'wrong-medium';
    assertLabelRules([{ id, classId, shape, origin: 'accepted', order: 0 }], context);
    return null;
  } catch (error) {
    if (error instanceof AppError) return String(error.details['why']);
    throw error;
  }
}

/** `ends` are the suggestions it may join, `said` what other relations of the item said: this one is added. */
function brokenLink(
  link: Relation,
  context: {
    readonly labelSet: LabelSet;
    readonly ends: ReadonlyMap<string, RelationEnd>;
    readonly said: Set<string>;
  },
): string | null {
  const { labelSet, ends, said } = context;
  const labelClass = labelSet.classes.find(({ id }) => id === link.classId);
  if (!labelClass?.kinds.includes('relation')) return 'kind-not-allowed';
  const key = relationKey(link, labelSet);
  const why = brokenEnds(labelClass, ends.get(link.from), ends.get(link.to));
  if (why !== null || said.has(key)) return why ?? 'relation-repeated';
  said.add(key);
  return null;
}

/** The class of that name that takes the kind, else any of that name, else the one of that id. */
function classFor(classes: readonly LabelClass[], name: string, classId: string, kind: string): LabelClass | undefined {
  const named = classes.filter((one) => one.name === name);
  return named.find(({ kinds }) => kinds.includes(kind)) ?? named[0] ?? classes.find(({ id }) => id === classId);
}

function rankOf(shape: Shape): number {
  return linkKindOf(shape) ? 1 : 0;
}

/** A relation between the suggestions that its ends became; null when one of them became none. */
function withEnds(shape: Shape, ids: ReadonlyMap<string, string>): Shape | null {
  const link = linkKindOf(shape);
  if (!link) return shape;
  const { from, to } = link.ends(shape);
  const [start, end] = [ids.get(from), ids.get(to)];
  return start === undefined || end === undefined || start === end ? null : link.between(start, end);
}

/** The same prediction has the same id, however often it is imported. */
function idOf(item: Item, { classId, shape, source }: Omit<Suggestion, 'id'>): string {
  const said = JSON.stringify([item.id, source, classId, shape]);
  return `s-${createHash('sha256').update(said).digest('hex').slice(0, 32)}`;
}

/** A text without a file name is known by its words. */
function digestOf(text: string | null): string | undefined {
  return text === null ? undefined : createHash('sha256').update(text).digest('hex');
}

function nameOfClass(dataset: ReadDataset, classId: string): string {
  return dataset.labelSets.flatMap(({ classes }) => classes).find(({ id }) => id === classId)?.name ?? classId;
}
