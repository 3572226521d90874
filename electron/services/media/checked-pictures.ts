import { lstat, readFile } from 'node:fs/promises';
import type { Size } from '../../../shared/core/geometry.ts';
import type { Item } from '../../../shared/project/item.ts';
import { assertUnchanged, itemFile } from '../project/item-file.ts';
import { readImageHeader } from './image-header.ts';

/** What was found in a file, as it lay on the disk then. */
interface Checked {
  readonly stamp: string;
  readonly size: Size;
  readonly mime: string;
}

/** The open task's picture and the one that is decoded ahead, each once more while they change places. */
const MOST = 4;

/**
 * Pictures that were read whole and found to be those the project was made with. A file that was not touched since is
 * not read and hashed again just to say how large its picture is: the next task's was read when it was decoded ahead,
 * while the worker labelled.
 */
export class CheckedPictures {
  readonly #root: string;
  readonly #checked = new Map<string, Checked>();
  /** Read to be measured, and about to be asked for. */
  #ready: { readonly itemId: string; readonly stamp: string; readonly bytes: Uint8Array } | null = null;

  constructor(root: string) {
    this.#root = root;
  }

  /** Size of the upright picture. Refuses with `ITEM_MISSING`, `ITEM_CHANGED`, or as `readImageHeader` does. */
  async sizeOf(item: Item): Promise<Size> {
    const file = await itemFile(this.#root, item.path);
    const stamp = await stampOf(file);
    const known = this.#checked.get(item.id);
    if (known?.stamp === stamp) return known.size;
    const bytes = await readFile(file);
    const { size } = this.#check(item, stamp, bytes);
    this.#ready = { itemId: item.id, stamp, bytes };
    return size;
  }

  /** The whole file. Refuses as `sizeOf` does. */
  async read(item: Item): Promise<{ readonly bytes: Uint8Array; readonly mime: string }> {
    const file = await itemFile(this.#root, item.path);
    const stamp = await stampOf(file);
    const ready = this.#ready;
    this.forgetReady();
    const known = this.#checked.get(item.id);
    if (known && ready?.itemId === item.id && ready.stamp === stamp) return { bytes: ready.bytes, mime: known.mime };
    const bytes = await readFile(file);
    return { bytes, mime: this.#check(item, stamp, bytes).mime };
  }

  /** What was read and not asked for is wanted no more. */
  forgetReady(): void {
    this.#ready = null;
  }

  #check(item: Item, stamp: string, bytes: Uint8Array): Checked {
    // a file that is no picture any more is said to be broken rather than changed
    const { mime, width, height } = readImageHeader(bytes);
    assertUnchanged(item, bytes);
    const checked = { stamp, size: { width, height }, mime };
    this.#checked.delete(item.id);
    this.#checked.set(item.id, checked);
    const [oldest] = this.#checked.keys();
    if (oldest !== undefined && this.#checked.size > MOST) this.#checked.delete(oldest);
    return checked;
  }
}

/** Another file, or the same one written since, has another stamp. */
async function stampOf(file: string): Promise<string> {
  const { ino, size, mtimeNs, ctimeNs } = await lstat(file, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}
