import { BugError } from '../../core/errors.ts';
import type { JsonValue } from '../../dataset/strict-json.ts';

/**
 * The RFC 8785 (JCS) form of a value: no white space, keys in the order of their UTF-16 code units, numbers and
 * strings as ECMAScript writes them.
 *
 * Throws a `BugError` for what has no such form (NaN, infinity, undefined, a lone surrogate): callers hold parsed
 * values, so that can only be a fault of ours.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new BugError('canonical JSON has no form for NaN or infinity');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return canonicalString(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new BugError(`canonical JSON has no form for ${typeof value}`);
  const keys = Object.keys(value).toSorted(byCodeUnits);
  return `{${keys.map((key) => `${canonicalString(key)}:${canonicalJson(value[key] as JsonValue)}`).join(',')}}`;
}

function isList(value: object | string): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new BugError('canonical JSON has no form for a lone surrogate');
  return JSON.stringify(text);
}

/** The order of RFC 8785 section 3.2.3, which is what `<` does in ECMAScript. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
