import type { Item } from '../../../shared/project/item.ts';

/** What is known of an item's file elsewhere. */
export interface FileElsewhere {
  readonly path?: string | null | undefined;
  readonly sha256?: string | null | undefined;
}

/** Finds the items that a file elsewhere may be: by path, then by digest, then by file name. Empty when none is. */
export function itemFinder(items: readonly Item[]): (file: FileElsewhere) => readonly Item[] {
  const byPath = new Map(items.map((item) => [item.path, item]));
  const byDigest = grouped(items, ({ sha256 }) => sha256);
  const byName = grouped(items, ({ path }) => lastPart(path));
  return ({ path, sha256 }) => {
    const exact = path ? byPath.get(path) : undefined;
    if (exact) return [exact];
    return (sha256 ? byDigest.get(sha256) : undefined) ?? (path ? byName.get(lastPart(path)) : undefined) ?? [];
  };
}

function grouped(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return groups;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
