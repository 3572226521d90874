import type { Bitmap } from './bitmap.ts';

/**
 * Run lengths of a bitmap as COCO has them: column by column, downwards, beginning with a run of zeros
 * (cocoapi, common/maskApi.c).
 */
export function countsOfBitmap({ width, height, bits }: Bitmap): number[] {
  const counts: number[] = [];
  let run = 0;
  let value = 0;
  for (let column = 0; column < width; column += 1) {
    for (let row = 0; row < height; row += 1) {
      if (bits[row * width + column] === value) run += 1;
      else {
        counts.push(run);
        run = 1;
        value = 1 - value;
      }
    }
  }
  counts.push(run);
  return counts;
}

/** The bits of a window of this size; the counts must sum up to its area. */
export function bitsOfCounts(counts: readonly number[], width: number, height: number): Uint8Array {
  const bits = new Uint8Array(width * height);
  let place = 0;
  counts.forEach((count, index) => {
    if (index % 2 === 1) {
      for (let at = place; at < place + count; at += 1) bits[(at % height) * width + Math.floor(at / height)] = 1;
    }
    place += count;
  });
  return bits;
}

/** Counts as COCO's compressed text: five bits a character, differences to the count before last from the fourth on. */
export function textOfCounts(counts: readonly number[]): string {
  let text = '';
  counts.forEach((count, index) => {
    let left = index > 2 ? count - (counts[index - 2] ?? 0) : count;
    for (let more = true; more;) {
      const low = left & 0x1f;
      left >>= 5;
      more = (low & 0x10) === 0 ? left !== 0 : left !== -1;
      text += String.fromCodePoint((more ? low | 0x20 : low) + 48);
    }
  });
  return text;
}

/** The counts of such a text; null when it breaks off, holds other characters, or a count is negative. */
export function countsOfText(text: string): number[] | null {
  const counts: number[] = [];
  let value = 0;
  let shift = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index) - 48;
    if (code < 0 || code > 63 || shift > 30) return null;
    value |= (code & 0x1f) << shift;
    shift += 5;
    if ((code & 0x20) !== 0) continue;
    if ((code & 0x10) !== 0 && shift < 32) value |= -1 << shift;
    const count = counts.length > 2 ? value + (counts[counts.length - 2] ?? 0) : value;
    if (count < 0) return null;
    counts.push(count);
    value = 0;
    shift = 0;
  }
  return shift === 0 ? counts : null;
}

/** Counts of the whole picture for a window that lies in it: what COCO stores. */
export function countsInPicture(
  bitmap: Bitmap,
  picture: { readonly width: number; readonly height: number },
): number[] {
  const counts: number[] = [];
  let run = 0;
  let value = 0;
  const put = (bit: number, length: number): void => {
    if (length === 0) return;
    if (bit === value) run += length;
    else {
      counts.push(run);
      run = length;
      value = bit;
    }
  };
  put(0, bitmap.x * picture.height);
  for (let column = 0; column < bitmap.width; column += 1) {
    put(0, bitmap.y);
    for (let row = 0; row < bitmap.height; row += 1) put(bitmap.bits[row * bitmap.width + column] ?? 0, 1);
    put(0, picture.height - bitmap.y - bitmap.height);
  }
  put(0, (picture.width - bitmap.x - bitmap.width) * picture.height);
  counts.push(run);
  return counts;
}
