import type { Item } from '../project/item.ts';

/** An item's file name in an export, `/`-separated, relative to the folder of items. */
export interface ItemName {
  readonly path: string;
  /** False if the item kept its own path (below the project's folder of data). */
  readonly isChanged: boolean;
}

const SEGMENT_LIMIT = 120;

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * File names for an export, by item id: safe on every system, in checksum files and in shell lines, and different
 * even where case or Unicode form does not count. The same items always get the same names.
 *
 * What may not stand in a name becomes `_`; a name taken already gets a number.
 */
export function itemNames(items: readonly Pick<Item, 'id' | 'path'>[]): ReadonlyMap<string, ItemName> {
  const names = new Map<string, ItemName>();
  const files = new Set<string>();
  const folders = new Set<string>();
  const isTaken = (path: string): boolean =>
    files.has(foldedName(path)) ||
    folders.has(foldedName(path)) ||
    foldersOf(path).some((folder) => files.has(foldedName(folder)));
  const sorted = items.toSorted((a, b) => compare(a.path, b.path) || compare(a.id, b.id));
  for (const item of sorted) {
    const own = item.path.replace(/^(?:data|items)\//, '');
    const nested = safePath(own);
    // Where one of its folders would have the name of another's file, the path becomes one name.
    const safe = foldersOf(nested).some((folder) => files.has(foldedName(folder)))
      ? nested.replaceAll('/', '_')
      : nested;
    let path = safe;
    for (let number = 2; isTaken(path); number += 1) path = withNumber(safe, number);
    files.add(foldedName(path));
    for (const folder of foldersOf(path)) folders.add(foldedName(folder));
    names.set(item.id, { path, isChanged: path !== own });
  }
  return names;
}

/** How a file system that ignores case and Unicode form sees a name. */
export function foldedName(path: string): string {
  return path.normalize('NFKC').toLowerCase();
}

/** `a/b/c` -> `a`, `a/b`. */
function foldersOf(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('/'));
}

function safePath(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
  return segments.length === 0 ? '_' : segments.map(safeSegment).join('/');
}

function safeSegment(segment: string): string {
  const plain = segment
    .toWellFormed()
    .normalize('NFC')
    // Letters, marks and digits of any script, and a little punctuation; no controls, no bidi, no shell or URL signs.
    .replaceAll(/[^\p{L}\p{M}\p{N}._ ()+,=@-]/gu, '_')
    .replace(/^[ .-]+/, (start) => '_'.repeat(start.length))
    .replace(/[ .]+$/, (end) => '_'.repeat(end.length));
  const short = shortened(plain);
  return RESERVED.test(short) ? `_${short}` : short;
}

/** At most 120 code units, the extension kept. */
function shortened(name: string): string {
  if (name.length <= SEGMENT_LIMIT) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return (
    name
      .slice(0, SEGMENT_LIMIT - extension.length)
      .toWellFormed()
      .replaceAll('\ufffd', '_') + extension
  );
}

function withNumber(path: string, number: number): string {
  const [, stem = path, extension = ''] = /^(.*?)(\.[^./]+)?$/s.exec(path) ?? [];
  return `${stem}-${number}${extension}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
