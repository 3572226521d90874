import { type Flag, flagSchema, unknownContent } from '../../shared/content/flag.ts';
import { type Item, itemSchema } from '../../shared/project/item.ts';
import type { Medium } from '../../shared/project/label-set.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';

interface ItemRow {
  id: string;
  medium: string;
  title: string;
  path: string;
  sha256: string;
  bytes: number;
  width_px: number | null;
  height_px: number | null;
  words: number | null;
  language: string | null;
  direction: string;
  note: string;
  parts: string | null;
}

interface FlagRow {
  category: string;
  severity: number;
  origin: string;
  confidence: number;
  extent: string;
}

/** Writes an item together with the flags that came with it, so that no item is ever seen without its flags. */
export function insertItem(db: WritableDb, item: Item, flags: readonly Flag[]): void {
  write(db, () => {
    db.prepare(
      `INSERT INTO item (id, medium, title, path, sha256, bytes, width_px, height_px, words, language, direction, note,
                         parts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      item.id,
      item.medium,
      item.title,
      item.path,
      item.sha256,
      item.bytes,
      item.width,
      item.height,
      item.words,
      item.language,
      item.direction,
      item.note,
      item.parts ? JSON.stringify(item.parts) : null,
    );
    for (const flag of flags) insertFlag(db, item.id, flag);
  });
}

/** Adds one flag, e.g. the worker's own mark. */
export function insertFlag(db: WritableDb, itemId: string, flag: Flag): void {
  write(db, () =>
    db
      .prepare('INSERT INTO flag (item_id, category, severity, origin, confidence, extent) VALUES (?, ?, ?, ?, ?, ?)')
      .run(itemId, flag.category, flag.severity, flag.origin, flag.confidence, JSON.stringify(flag.extent)),
  );
}

/** Adds the flags that the item does not have yet, and gives those. */
export function addFlags(db: WritableDb, itemId: string, flags: readonly Flag[]): readonly Flag[] {
  return write(db, () => {
    const known = new Set(readFlags(db, itemId).map(keyOf));
    const fresh = flags.filter((flag) => {
      const isNew = !known.has(keyOf(flag));
      known.add(keyOf(flag));
      return isNew;
    });
    for (const flag of fresh) insertFlag(db, itemId, flag);
    return fresh;
  });
}

function keyOf({ category, severity, origin, confidence, extent }: Flag): string {
  return JSON.stringify([category, severity, origin, confidence, extent]);
}

export function readItem(db: ReadableDb, itemId: string): Item | null {
  const row = db.prepare<[string], ItemRow>('SELECT * FROM item WHERE id = ?').get(itemId);
  return row ? toItem(row) : null;
}

/** Which items are meant; the search looks into titles, ignoring case. */
export interface ItemFilter {
  readonly search: string;
  readonly medium: Medium | null;
}

export function findItems(db: ReadableDb, filter: ItemFilter): readonly Item[] {
  return db
    .prepare<FitsValues, ItemRow>(`SELECT * FROM item WHERE ${FITS} ORDER BY id`)
    .all(...fitsValues(filter))
    .map(toItem);
}

/** How many items fit, and how many of them carry a flag; asked with each letter that is typed. */
export function countFitting(db: ReadableDb, filter: ItemFilter): { readonly items: number; readonly hidden: number } {
  const row = db
    .prepare<FitsValues, { items: number; hidden: number }>(
      `SELECT count(*) AS items, coalesce(sum(EXISTS (SELECT 1 FROM flag WHERE flag.item_id = item.id)), 0) AS hidden
         FROM item WHERE ${FITS}`,
    )
    .get(...fitsValues(filter));
  return row ?? { items: 0, hidden: 0 };
}

type FitsValues = [string, string | null, string | null];
const FITS = `title LIKE ? ESCAPE '\\' AND (? IS NULL OR medium = ?)`;

function fitsValues({ search, medium }: ItemFilter): FitsValues {
  return [`%${search.trim().replace(/[\\%_]/g, '\\$&')}%`, medium, medium];
}

/** All items of the project, by id. */
export function readItems(db: ReadableDb): readonly Item[] {
  return db.prepare<[], ItemRow>('SELECT * FROM item ORDER BY id').all().map(toItem);
}

/**
 * Flags of one item as they were given, in the order in which they came. One that cannot be understood, e.g. of a newer
 * Fairmark, counts as the strongest: what is not known hides.
 */
export function readFlags(db: ReadableDb, itemId: string): readonly Flag[] {
  return db
    .prepare<[string], FlagRow>(
      'SELECT category, severity, origin, confidence, extent FROM flag WHERE item_id = ? ORDER BY seq',
    )
    .all(itemId)
    .map((row) => {
      const flag = flagSchema.safeParse({ ...row, extent: JSON.parse(row.extent) });
      return flag.success ? flag.data : unknownContent;
    });
}

export function countItems(db: ReadableDb): number {
  return db.prepare<[], { n: number }>('SELECT count(*) AS n FROM item').get()?.n ?? 0;
}

/** Items with any flag, and those that only a worker flagged. */
export function countFlaggedItems(db: ReadableDb): { readonly flagged: number; readonly undisclosed: number } {
  const row = db
    .prepare<[], { flagged: number; undisclosed: number }>(
      `SELECT count(*) AS flagged, coalesce(sum(told = 0), 0) AS undisclosed
         FROM (SELECT item_id, max(origin = 'requester') AS told FROM flag GROUP BY item_id)`,
    )
    .get();
  return row ?? { flagged: 0, undisclosed: 0 };
}

/** Each category that occurs, with its items and its highest severity. */
export function countFlags(db: ReadableDb): readonly { category: string; items: number; severity: number }[] {
  return db
    .prepare<[], { category: string; items: number; severity: number }>(
      `SELECT category, count(DISTINCT item_id) AS items, max(severity) AS severity
         FROM flag GROUP BY category ORDER BY items DESC, category`,
    )
    .all();
}

function toItem(row: ItemRow): Item {
  const { width_px: width, height_px: height, parts, ...rest } = row;
  return itemSchema.parse({ ...rest, width, height, ...(parts === null ? {} : { parts: JSON.parse(parts) }) });
}
