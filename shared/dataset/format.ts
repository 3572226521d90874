import type { Annotation, KindName } from '../annotation/annotation.ts';
import type { Finding } from '../core/errors.ts';
import type { Because } from '../i18n/reason.ts';
import type { Item } from '../project/item.ts';
import type { LabelSet, Medium } from '../project/label-set.ts';
import type { DatasetSnapshot } from './snapshot.ts';

/** What a format could not carry. One a thing, with the thing's path: nothing is dropped in silence. */
export type LossCode =
  | 'MEDIUM_NOT_CARRIED'
  | 'KIND_NOT_CARRIED'
  | 'CLASS_NOT_CARRIED'
  | 'CLASS_NAME_REPEATED'
  | 'CLASS_UNKNOWN'
  | 'SPAN_MISMATCH'
  /** An end of a relation is not written, so the relation is not. */
  | 'RELATION_END_MISSING'
  /** The annotation is there, but something of it is not: its path ends with what is lost. */
  | 'DETAIL_NOT_CARRIED'
  | 'NAME_CHANGED';
export type Loss = Finding<LossCode, Because<'loss'>> & {
  /** What tells this one from others of its sort, beside its path: an id or a name, never a sentence. */
  readonly aside?: string;
};

/** What was wrong or left aside while reading a dataset from a stranger. */
export type ReadCode =
  | 'NOTHING_FOUND'
  | 'TOO_LARGE'
  | 'NOT_JSON'
  | 'LINE_BROKEN'
  | 'RECORD_BROKEN'
  | 'ID_REPEATED'
  | 'CLASS_UNKNOWN'
  | 'ITEM_UNKNOWN'
  | 'KIND_NOT_READ'
  | 'SHAPE_INVALID'
  | 'SPAN_MISMATCH'
  | 'RELATION_END_MISSING'
  /** Flags: what was said counts as more than was said. */
  | 'CATEGORY_UNKNOWN'
  | 'FLAG_UNCLEAR';
export type ReadFinding = Finding<ReadCode, Because<'read'>>;

/** A file of a written dataset. */
export interface WrittenFile {
  /** Relative to the format's own folder, `/`-separated. */
  readonly path: string;
  /** The text in pieces, since a large dataset does not fit into one string. */
  readonly pieces: readonly string[];
}

export interface WrittenDataset {
  readonly files: readonly WrittenFile[];
  readonly losses: readonly Loss[];
}

/** A folder or archive to read from; whoever offers it has already refused links, odd paths and bombs. */
export interface DatasetSource {
  /** Regular files, `/`-separated, sorted. */
  readonly paths: readonly string[];
  /** The whole text; null if the file is not there, too large, or not UTF-8. */
  readText(path: string): Promise<string | null>;
}

/** An item as its dataset describes it. What the format does not say, the host finds out from the file. */
export type ItemDraft = Partial<Item> & Pick<Item, 'medium' | 'path'>;

export interface ReadEntry {
  readonly item: ItemDraft;
  readonly text: string | null;
  readonly annotations: readonly Annotation[];
  readonly submissionId: string | null;
  /** The line that it was read from (`file:line`), where it was one. */
  readonly at?: string;
  /** How sure a model says it is of an annotation, 0-1, by the annotation's id; where it says so. */
  readonly scores?: ReadonlyMap<string, number>;
}

export interface ReadDataset {
  readonly labelSets: readonly LabelSet[];
  readonly entries: readonly ReadEntry[];
  readonly findings: readonly ReadFinding[];
}

/**
 * A dataset format. A new one is a file in `formats/` and a line in `formats/all.ts`.
 *
 * Pure and deterministic: the same dataset gives the same bytes, in whatever order its entries come. Items are named
 * as `itemNames` says, relative to the folder that holds their files.
 */
export interface DatasetFormat {
  /** Also its folder in a package. */
  readonly id: string;
  /** For people; names of formats are not translated. */
  readonly title: string;
  readonly media: readonly Medium[];
  supports(kind: KindName): boolean;
  write(snapshot: DatasetSnapshot): WrittenDataset;
  /** Never throws for bad data: everything is a finding, and what could be read is there. */
  read(source: DatasetSource): Promise<ReadDataset>;
}
