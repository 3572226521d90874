import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { inProject } from '../../scripts/lib/project.mjs';

/** One figure of a suite, with its limit measured in the same run. */
export interface Figure {
  readonly name: string;
  /** Size of the input, or number of runs. */
  readonly n: number;
  /** Median. */
  readonly value: number;
  readonly unit: string;
  /** Median of the limit in the same unit; null where a figure has none. */
  readonly limit: number | null;
}

/** What `--json` prints for each figure; `ratio` is value / limit. */
interface ReportedFigure extends Figure {
  readonly suite: string;
  readonly ratio: number | null;
}

/** Middle of the numbers, the mean of the two middle ones for an even count. Fails on none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing');
  return (upper + lower) / 2;
}

/** The number that 95 of 100 do not exceed; 0 of none. */
export function ninetyFifth(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? 0;
}

/**
 * Reports a suite: a table, or with `--json` among the arguments an array on standard output, and in both cases
 * `.cache/bench/<suite>.json` with the machine beside the figures.
 */
export function reportFigures(suite: string, figures: readonly Figure[]): void {
  const reported = figures.map((figure) => ({ suite, ...figure, ratio: ratioOf(figure) }));
  const folder = inProject('.cache', 'bench');
  mkdirSync(folder, { recursive: true });
  const machine = {
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
  writeFileSync(
    inProject('.cache', 'bench', `${suite}.json`),
    `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, figures: reported }, null, 2)}\n`,
  );
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(reported)}\n` : tableOf(reported));
}

function ratioOf({ value, limit }: Figure): number | null {
  return limit === null || limit === 0 ? null : value / limit;
}

function tableOf(figures: readonly ReportedFigure[]): string {
  const rows = [
    ['figure', 'n', 'value', 'limit', 'ratio'],
    ...figures.map(({ name, n, value, unit, limit, ratio }) => [
      name,
      String(n),
      `${rounded(value)} ${unit}`,
      limit === null ? '-' : `${rounded(limit)} ${unit}`,
      ratio === null ? '-' : ratio.toFixed(2),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return `${lines.join('\n')}\n`;
}

/** Three digits that matter. */
function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
