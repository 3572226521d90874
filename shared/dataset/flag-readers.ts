import type { FlagReader } from './flag-reader.ts';
import * as readers from './flag-readers/all.ts';

/** All readers of flags in the order of their ids: namespace key order differs between hosts. */
export const allFlagReaders: readonly FlagReader[] = Object.values(readers).toSorted((a, b) => (a.id < b.id ? -1 : 1));
