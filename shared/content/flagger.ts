import type { Item } from '../project/item.ts';
import type { Flag } from './flag.ts';

/** What a flagger may look at. `text` is null for images; `given` are the flags that came with the data. */
export interface FlaggerInput {
  readonly item: Item;
  readonly text: string | null;
  readonly given: readonly Flag[];
}

/** Decides which parts of an item are sensitive. Deterministic; regions and ranges lie inside the item. */
export interface ContentFlagger {
  readonly name: string;
  flag(input: FlaggerInput): readonly Flag[];
}
