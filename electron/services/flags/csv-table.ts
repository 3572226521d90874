import { CsvError, parse } from 'csv-parse/sync';
import { because } from '../../../shared/i18n/reason.ts';
import type { Table } from '../../../shared/dataset/flag-reader.ts';

/** A longer record is a quote that was never closed. */
const MOST_CHARACTERS = 100_000;
const separators = [',', ';', '\t'] as const;

/**
 * A table from its text (RFC 4180; comma, semicolon or tab, whichever its first line has most of). Nothing is thrown: a
 * row that is longer than the head is told of and kept, and so is that nothing was read after a fault of quoting.
 */
export function parseTable(text: string): Table {
  const broken: Table['broken'][number][] = [];
  const records: { line: number; cells: readonly string[] }[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_CHARACTERS,
      on_record: (cells: readonly string[], { lines }: { lines: number }) => {
        records.push({ line: lines, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    broken.push({
      line: Number(error['lines']) || 1,
      why: because('read', 'csvRule', { rule: error.code }),
    });
  }
  const [head, ...rows] = records;
  const width = head?.cells.length ?? 0;
  for (const { line, cells } of rows) {
    if (cells.length > width) {
      broken.push({ line, why: because('read', 'csvFields', { found: cells.length, expected: width }) });
    }
  }
  return { head: head?.cells ?? [], rows, broken };
}

function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (separator: string): number => first.split(separator).length;
  return separators.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}
