import { createHash } from 'node:crypto';
import type { Flag, FlagCategory } from '../../../shared/content/flag.ts';
import type { FlaggedEntry, ReadFlags } from '../../../shared/dataset/flag-reader.ts';
import { found } from '../../../shared/dataset/findings.ts';
import type { ReadFinding } from '../../../shared/dataset/format.ts';
import type { Item } from '../../../shared/project/item.ts';
import { addFlags, readFlags, readItems } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import { itemFinder } from './find-item.ts';
import type { ProjectSession } from './project-session.ts';

/** What an import of flags did, or would do. */
export interface FlagImport {
  readonly added: number;
  /** There already, from an import before. */
  readonly present: number;
  readonly items: number;
  /** Items that were not hidden before. */
  readonly newlyHidden: number;
  /** Items that a category was added to. */
  readonly byCategory: Readonly<Partial<Record<FlagCategory, number>>>;
  /** Places that name no item of the project. */
  readonly unmatched: readonly string[];
  /** What was said unclearly, and how it counts. */
  readonly findings: readonly ReadFinding[];
}

/** What was done, and the items that have flags they did not have. */
export interface FlagsImported {
  readonly report: FlagImport;
  readonly itemIds: readonly string[];
}

/**
 * Adds the flags that a file says to the items of a project. It only ever adds: what is hidden stays hidden, whatever is
 * imported. A file name that could be several items flags them all; a place that does not lie in its item flags the
 * whole of it. Importing the same again adds nothing; with `dryRun` nothing is written.
 */
export async function importFlags(
  session: ProjectSession,
  read: ReadFlags,
  { dryRun }: { readonly dryRun: boolean },
): Promise<FlagsImported> {
  const find = itemFinder(readItems(session.db));
  const unmatched: string[] = [];
  const findings: ReadFinding[] = [...read.findings];
  const planned = new Map<string, Flag[]>();
  for (const entry of read.entries) {
    const items = find(meant(entry));
    if (items.length === 0) unmatched.push(`${entry.at} ${entry.item.path ?? ''}`.trim());
    if (items.length > 1) {
      findings.push(found('FLAG_UNCLEAR', entry.at, 'severalItems', { items: items.length }));
    }
    for (const item of items) {
      const flags = planned.get(item.id) ?? [];
      planned.set(item.id, flags);
      for (const flag of entry.flags) flags.push(await placed(session, item, flag, entry.at, findings));
    }
  }
  const outcome = addAll(session, planned, dryRun);
  return { report: { ...outcome.counts, unmatched, findings }, itemIds: outcome.itemIds };
}

function meant({ item }: FlaggedEntry): { path: string | null; sha256: string | null } {
  const ofText = item.text === null ? null : createHash('sha256').update(item.text, 'utf8').digest('hex');
  return { path: item.path?.replaceAll('\\', '/') ?? null, sha256: item.sha256 ?? ofText };
}

/** The flag as it lies in the item; on the whole item if its place does not lie in it. */
async function placed(
  session: ProjectSession,
  item: Item,
  flag: Flag,
  at: string,
  findings: ReadFinding[],
): Promise<Flag> {
  if (await liesIn(session, item, flag.extent)) return flag;
  findings.push(found('FLAG_UNCLEAR', at, 'placeOutside'));
  return { ...flag, extent: { of: 'item' } };
}

async function liesIn(session: ProjectSession, item: Item, extent: Flag['extent']): Promise<boolean> {
  switch (extent.of) {
    case 'item':
      return true;
    case 'region': {
      const { x, y, width, height } = extent;
      const inside = x >= 0 && y >= 0 && x + width <= (item.width ?? 0) && y + height <= (item.height ?? 0);
      return item.medium === 'image' && inside && width > 0 && height > 0;
    }
    case 'range': {
      if (item.medium !== 'text') return false;
      return extent.start < extent.end && extent.end <= (await session.texts.lengthOf(item));
    }
  }
}

class DryRun extends Error {}

function addAll(session: ProjectSession, planned: ReadonlyMap<string, readonly Flag[]>, dryRun: boolean) {
  const byCategory: Partial<Record<FlagCategory, number>> = {};
  const itemIds: string[] = [];
  let [added, present, newlyHidden] = [0, 0, 0];
  // A dry run does the same and takes it back, so that what it says is what would happen.
  try {
    write(session.db, () => {
      for (const [itemId, flags] of planned) {
        const wasShown = readFlags(session.db, itemId).length === 0;
        const fresh = addFlags(session.db, itemId, flags);
        added += fresh.length;
        present += flags.length - fresh.length;
        if (fresh.length === 0) continue;
        itemIds.push(itemId);
        if (wasShown) newlyHidden += 1;
        for (const category of new Set(fresh.map((flag) => flag.category))) {
          byCategory[category] = (byCategory[category] ?? 0) + 1;
        }
      }
      if (dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
  return { counts: { added, present, items: itemIds.length, newlyHidden, byCategory }, itemIds };
}
