import { type HoursRow, sumOf } from './hours.ts';
import type { Source } from './segment.ts';

const HEAD = 'day,project,task,activity,work,measured_ms,inferred_ms,declared_ms,total_ms';
const ROW = /^\d{4}-\d\d-\d\d,([a-z0-9-]*),[a-z0-9-]*,([a-z.]+),(yes|no),(\d{1,15}),(\d{1,15}),(\d{1,15}),(\d{1,15})$/;

/** What the rows of a table of hours add up to. */
export interface HoursSums {
  readonly byPhaseMs: ReadonlyMap<string, number>;
  /** Of work time alone. */
  readonly workSourcesMs: Readonly<Record<Source, number>>;
  readonly workByProjectMs: ReadonlyMap<string, number>;
}

/**
 * The rows as CSV (RFC 4180). Every value is a date, a code, an id or a whole number: none needs a quote, and none can
 * be a formula to a spreadsheet.
 */
export function hoursCsv(rows: readonly HoursRow[]): string {
  const lines = rows.map(({ day, project, task, phase, isWork: work, ms }) =>
    [day, project, task, phase, work ? 'yes' : 'no', ms.measured, ms.inferred, ms.declared, sumOf(ms)].join(','),
  );
  return `${[HEAD, ...lines].join('\r\n')}\r\n`;
}

/** Adds up such a table from a stranger; null if it is anything else, or if a row's own sum does not hold. */
export function parseHoursCsv(text: string): HoursSums | null {
  const [head, ...lines] = text.split('\r\n');
  if (head !== HEAD || lines.pop() !== '') return null;
  const byPhaseMs = new Map<string, number>();
  const workByProjectMs = new Map<string, number>();
  const workSourcesMs = { measured: 0, inferred: 0, declared: 0 };
  const add = (sums: Map<string, number>, key: string, ms: number) => sums.set(key, (sums.get(key) ?? 0) + ms);
  for (const line of lines) {
    const found = ROW.exec(line);
    if (!found) return null;
    const [project = '', phase = '', work] = found.slice(1);
    const [measured = 0, inferred = 0, declared = 0, total = 0] = found.slice(4).map(Number);
    if (measured + inferred + declared !== total) return null;
    add(byPhaseMs, phase, total);
    if (work === 'no') continue;
    workSourcesMs.measured += measured;
    workSourcesMs.inferred += inferred;
    workSourcesMs.declared += declared;
    if (project !== '' && project !== 'withheld') add(workByProjectMs, project, total);
  }
  return { byPhaseMs, workSourcesMs, workByProjectMs };
}
