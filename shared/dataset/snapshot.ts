import type { Annotation } from '../annotation/annotation.ts';
import type { Item } from '../project/item.ts';
import type { LabelSet } from '../project/label-set.ts';

/**
 * A dataset, frozen: what every format writes from and reads to. The order of entries and annotations carries no
 * meaning; formats sort by id, so that the same dataset always gives the same bytes.
 */
export interface DatasetSnapshot {
  readonly labelSets: readonly LabelSet[];
  /** One an item; ids are unique. An item without annotations is an entry with none: empty pictures survive. */
  readonly entries: readonly DatasetEntry[];
}

export interface DatasetEntry {
  readonly item: Item;
  /** The whole text of a text item, as its file holds it; null for images. */
  readonly text: string | null;
  readonly annotations: readonly Annotation[];
  /** The submission that the annotations come from; null if the item was never labelled or came from elsewhere. */
  readonly submissionId: string | null;
}
