import { makePng } from './make-png.ts';

/** An entry of a TIFF directory: tag, type ASCII or LONG, count, and four bytes of value. */
export type TiffEntry = readonly [tag: number, count: number, value: number];

/** A TIFF block, big or little endian, whose directories lie one behind the other; `gps` is pointed to by the first. */
export function makeTiff(entries: readonly TiffEntry[], gps: readonly TiffEntry[] = [], little = false): Buffer {
  const all: readonly TiffEntry[] =
    gps.length > 0 ? [...entries, [0x8825, 1, 8 + 2 + (entries.length + 1) * 12 + 4]] : entries;
  const bytes: number[] = little ? [0x49, 0x49, 42, 0, 8, 0, 0, 0] : [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const put = (value: number, width: number): void => {
    const parts = Array.from({ length: width }, (_, place) => (value >>> (8 * place)) & 0xff);
    bytes.push(...(little ? parts : parts.toReversed()));
  };
  for (const directory of gps.length > 0 ? [all, gps] : [all]) {
    put(directory.length, 2);
    for (const [tag, count, value] of directory) {
      put(tag, 2);
      put(count === 1 ? 4 : 2, 2);
      put(count, 4);
      put(value, 4);
    }
    put(0, 4);
  }
  return Buffer.from(bytes);
}

/** Where a picture was taken, as the GPS directory has it: no more than that there is a latitude. */
export const gpsEntries: readonly TiffEntry[] = [[2, 3, 0]];

/** The PNG with one more chunk, behind the pixels, where metadata may stand too. */
export function pngWith(type: string, data: Buffer, bytes = makePng(4, 4)): Buffer {
  const png = Buffer.from(bytes);
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)]);
}
