import type { FlaggedEntry, FlagReader, Table } from '../flag-reader.ts';
import { found } from '../findings.ts';
import type { ReadFinding } from '../format.ts';
import { flagOfSaid, isSaid } from '../said-flag.ts';

/** Names of a column, the first being the documented one. */
const columns = {
  file: ['file_name', 'filename', 'file', 'path', 'image'],
  sha256: ['sha256'],
  category: ['category', 'flag'],
  severity: ['severity'],
  confidence: ['confidence'],
  x: ['x'],
  y: ['y'],
  width: ['width'],
  height: ['height'],
  start: ['start'],
  end: ['end'],
} as const;
type Column = keyof typeof columns;

/**
 * A table beside the data, a row a flag: `file_name` (or `sha256`), `category`, and where wanted `severity`,
 * `confidence`, `x y width height` for a region, `start end` for a range of a text. A row that names only a file says
 * nothing about it.
 */
export const csvFlags: FlagReader = {
  id: 'csv',
  title: 'CSV or TSV with flags',
  reads: (path) => /\.(?:csv|tsv)$/i.test(path),
  async read(source, path) {
    const findings: ReadFinding[] = [];
    const table = await source.readTable(path);
    if (table === null) {
      findings.push(found('TOO_LARGE', path, 'unreadable'));
      return { entries: [], findings };
    }
    for (const { line, why } of table.broken) {
      findings.push({ code: 'LINE_BROKEN', path: `${path}:${line}`, ...why });
    }
    const places = placesIn(table);
    if (!places.has('category') || !(places.has('file') || places.has('sha256'))) {
      findings.push(found('NOTHING_FOUND', path, 'noFlagColumns'));
      return { entries: [], findings };
    }
    const entries = table.rows.flatMap(({ line, cells }) => {
      const cell = (column: Column): string => cells[places.get(column) ?? -1]?.trim() ?? '';
      const entry = entryOf(cell, `${path}:${line}`, findings);
      return entry ? [entry] : [];
    });
    if (entries.length === 0 && findings.length === 0) {
      findings.push(found('NOTHING_FOUND', path, 'noFlagRows'));
    }
    return { entries, findings };
  },
};

function entryOf(cell: (column: Column) => string, at: string, findings: ReadFinding[]): FlaggedEntry | null {
  const region = [cell('x'), cell('y'), cell('width'), cell('height')];
  const said = {
    category: cell('category'),
    severity: cell('severity'),
    confidence: cell('confidence'),
    bbox: region.some(isSaid) ? region : null,
    start: cell('start'),
    end: cell('end'),
  };
  if (!Object.values(said).some(isSaid)) return null;
  const [path, sha256] = [cell('file'), cell('sha256').toLowerCase()];
  const isDigest = /^[0-9a-f]{64}$/.test(sha256);
  if (path === '' && !isDigest) {
    findings.push(found('ITEM_UNKNOWN', at, 'namesNoFile'));
    return null;
  }
  const item = { path: path === '' ? null : path, sha256: isDigest ? sha256 : null, text: null };
  return { item, at, flags: [flagOfSaid(said, at, findings)] };
}

function placesIn({ head }: Table): ReadonlyMap<Column, number> {
  const names = head.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const placed = (Object.keys(columns) as Column[]).map((column) => {
    const place = columns[column].map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1;
    return [column, place] as const;
  });
  return new Map(placed.filter(([, place]) => place >= 0));
}
