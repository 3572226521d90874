import { type Flag, type FlagCategory, flagCategorySchema, flagExtentSchema } from '../content/flag.ts';
import { found } from './findings.ts';
import type { ReadFinding } from './format.ts';

/** A flag as a file says it, not yet looked at. What is undefined, null or empty was not said. */
export interface SaidFlag {
  readonly category: unknown;
  readonly severity?: unknown;
  readonly confidence?: unknown;
  /** `[x, y, width, height]` in pixels of the upright image. */
  readonly bbox?: unknown;
  /** Code points of the text, `[start, end)`. */
  readonly start?: unknown;
  readonly end?: unknown;
}

const WHOLE: Flag['extent'] = { of: 'item' };
/** What was not said, or not clearly, counts as the strongest. */
const STRONGEST = 3;
const OTHER: FlagCategory = 'disturbing-other';

/**
 * A said flag as it counts. Whatever is unclear about it makes it cover more, never less: an unknown category becomes
 * `disturbing-other`, a severity that cannot be read 3, a place that cannot be read the whole item.
 */
export function flagOfSaid(said: SaidFlag, path: string, findings: ReadFinding[]): Flag {
  const severity = numberOf(said.severity);
  const isSeverity = severity !== null && Number.isInteger(severity) && severity >= 1 && severity <= 3;
  if (!isSeverity && isSaid(said.severity)) {
    findings.push(found('FLAG_UNCLEAR', path, 'severityUnclear', { said: shown(said.severity) }));
  }
  const confidence = numberOf(said.confidence);
  const isConfidence = confidence !== null && confidence >= 0 && confidence <= 1;
  if (!isConfidence && isSaid(said.confidence)) {
    findings.push(found('FLAG_UNCLEAR', path, 'confidenceUnclear', { said: shown(said.confidence) }));
  }
  const extent = extentOf(said);
  if (extent === null) findings.push(found('FLAG_UNCLEAR', path, 'placeUnreadable'));
  return {
    category: categoryOf(said.category, path, findings),
    severity: isSeverity ? severity : STRONGEST,
    origin: 'requester',
    confidence: isConfidence ? confidence : 1,
    extent: extent ?? WHOLE,
  };
}

/**
 * Everything that a field `flags` of a JSON record says: a name, an object, a list of these, or an object of names that
 * are true (`{"gore": true}`). Nothing, `false` and what is empty say that nothing is known of the item; they take no
 * flag away.
 */
export function saidFlagsOf(value: unknown): readonly SaidFlag[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => saidFlagsOf(one));
  if (!isSaid(value) || value === false) return [];
  if (typeof value !== 'object') return [{ category: value }];
  const fields = value as Readonly<Record<string, unknown>>;
  const { category, severity, confidence, bbox, start, end } = fields;
  const said = { category, severity, confidence, bbox, start, end };
  if (Object.values(said).some(isSaid)) return [said];
  const named = Object.entries(fields).filter(([, isTrue]) => isSaid(isTrue) && isTrue !== false && isTrue !== 0);
  return named.map(([name]) => ({ category: name }));
}

function categoryOf(said: unknown, path: string, findings: ReadFinding[]): FlagCategory {
  const name =
    typeof said === 'string'
      ? said
          .trim()
          .toLowerCase()
          .replace(/[\s_]+/g, '-')
      : said;
  const known = flagCategorySchema.safeParse(name);
  if (known.success) return known.data;
  findings.push(
    isSaid(said)
      ? found('CATEGORY_UNKNOWN', path, 'categoryUnknown', { said: shown(said), category: OTHER })
      : found('CATEGORY_UNKNOWN', path, 'categoryMissing', { category: OTHER }),
  );
  return OTHER;
}

/** The whole item when no place is said; null when one is said that cannot be. */
function extentOf({ bbox, start, end }: SaidFlag): Flag['extent'] | null {
  if (isSaid(bbox)) {
    const [x, y, width, height] = Array.isArray(bbox) && bbox.length === 4 ? bbox.map(numberOf) : [];
    const region = flagExtentSchema.safeParse({ of: 'region', x, y, width, height });
    return region.success ? region.data : null;
  }
  if (isSaid(start) || isSaid(end)) {
    const range = flagExtentSchema.safeParse({ of: 'range', start: numberOf(start), end: numberOf(end) });
    return range.success && range.data.of === 'range' && range.data.start < range.data.end ? range.data : null;
  }
  return WHOLE;
}

/** Whether a value says anything: undefined, null and an empty text do not. */
export function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value.trim()) ? Number(value) : null;
}

/** A stranger's value for a message: short, and without control characters. */
function shown(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 60);
}
