import type { DatasetFormat } from './format.ts';
import * as formats from './formats/all.ts';

/** All formats in the order of their ids: namespace key order differs between hosts. */
export const allFormats: readonly DatasetFormat[] = Object.values(formats).toSorted((a, b) => (a.id < b.id ? -1 : 1));

export function formatById(id: string): DatasetFormat | null {
  return allFormats.find((format) => format.id === id) ?? null;
}
