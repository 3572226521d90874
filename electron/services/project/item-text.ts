import type { Words } from '../../../shared/annotation/span-pieces.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { makeOffsets, sliceCodePoints } from '../../../shared/core/text-offsets.ts';
import type { Item } from '../../../shared/project/item.ts';
import { itemBytes } from './item-file.ts';

/** A text item's own words, byte for byte as its file has them. */
export interface ItemText {
  readonly text: string;
  /** Its length. */
  readonly codePoints: number;
  readonly words: Words;
}

/**
 * Reads a text item. Refuses with `ITEM_MISSING`, with `ITEM_BROKEN` when it is not UTF-8, and with `ITEM_CHANGED` when
 * its bytes are not those that the project was made with: labels and flags would stand at other words.
 */
async function readItemText(root: string, item: Item): Promise<ItemText> {
  const text = decodedText(await itemBytes(root, item));
  const offsets = makeOffsets(text);
  return { text, codePoints: offsets.codePoints, words: (start, end) => sliceCodePoints(text, offsets, start, end) };
}

function decodedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new AppError('ITEM_BROKEN', {}, { cause: error });
  }
}

/** The texts of a project. */
export interface TextShelf {
  /** A text item's own words; see `readItemText` for what is refused. */
  read(item: Item): Promise<ItemText>;
  /** Its length in code points; 0 when it cannot be read. */
  lengthOf(item: Item): Promise<number>;
}

/** Keeps the text that was read last, since each edit of a task looks at the same one, and the lengths of all. */
export function createTextShelf(root: string): TextShelf {
  let last: { readonly itemId: string; readonly text: ItemText } | null = null;
  const lengths = new Map<string, number>();
  return {
    async read(item) {
      if (last?.itemId !== item.id) last = { itemId: item.id, text: await readItemText(root, item) };
      lengths.set(item.id, last.text.codePoints);
      return last.text;
    },
    async lengthOf(item) {
      const known = lengths.get(item.id);
      if (known !== undefined) return known;
      const length = await readItemText(root, item).then(
        ({ codePoints }) => codePoints,
        () => 0,
      );
      lengths.set(item.id, length);
      return length;
    },
  };
}
