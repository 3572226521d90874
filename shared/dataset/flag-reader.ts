import type { Flag } from '../content/flag.ts';
import type { Because } from '../i18n/reason.ts';
import type { DatasetSource, ReadFinding } from './format.ts';

/** Which item a flag is about, as its file says it; at least one of the three is there. */
export interface MeantItem {
  readonly path: string | null;
  readonly sha256: string | null;
  /** The words of a text that came with its flags. */
  readonly text: string | null;
}

/** What a file says of one item. */
export interface FlaggedEntry {
  readonly item: MeantItem;
  /** Where it stands: `flags.csv:12`, `instances.json#/images/3`. */
  readonly at: string;
  readonly flags: readonly Flag[];
}

export interface ReadFlags {
  readonly entries: readonly FlaggedEntry[];
  readonly findings: readonly ReadFinding[];
}

/** A table with its head; lines count from 1. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly broken: readonly { readonly line: number; readonly why: Because<'read'> }[];
}

export interface FlagSource extends DatasetSource {
  /** A table of comma, semicolon or tab separated values; null if the file is not there, too large, or not UTF-8. */
  readTable(path: string): Promise<Table | null>;
}

/**
 * Reads what somebody says of sensitive content in data. A new way of saying it is a file in `flag-readers/` and a line
 * in `flag-readers/all.ts`.
 *
 * Fails closed: what is said unclearly still hides the item, more rather than less, and the finding says so. Every flag
 * has the origin `requester`. Whether a region or range lies inside its item is for who knows the item.
 */
export interface FlagReader {
  readonly id: string;
  /** For people; names of formats are not translated. */
  readonly title: string;
  /** Whether a file may hold such flags, by its name. */
  reads(path: string): boolean;
  /** Never throws for bad data. */
  read(source: FlagSource, path: string): Promise<ReadFlags>;
}
