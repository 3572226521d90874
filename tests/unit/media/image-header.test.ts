import { describe, expect, it } from 'vitest';
import { readImageHeader } from '../../../electron/services/media/image-header.ts';
import { codeOf } from '../../support/code-of.ts';
import { makePng } from '../../support/make-png.ts';

/** A PNG that claims a size it does not have. */
function claiming(width: number, height: number): Uint8Array {
  const png = Buffer.from(makePng(1, 1));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

const words = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A TIFF of 4 x 4 pixels as far as its header tells. */
function tiff(): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  bytes.writeUInt16LE(2, 8);
  for (const [index, tag] of [256, 257].entries()) {
    bytes.writeUInt16LE(tag, 10 + 12 * index);
    bytes.writeUInt16LE(3, 12 + 12 * index);
    bytes.writeUInt32LE(1, 14 + 12 * index);
    bytes.writeUInt16LE(4, 18 + 12 * index);
  }
  return bytes;
}

describe('an image header', () => {
  it('tells size and type by content', () => {
    expect(readImageHeader(makePng(64, 48))).toEqual({ width: 64, height: 48, mime: 'image/png' });
  });

  it.each([
    ['nothing at all', new Uint8Array(), 'ITEM_BROKEN'],
    ['words', new TextEncoder().encode('not an image at all, sorry'), 'ITEM_BROKEN'],
    ['a drawing that is a program', words('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'ITEM_UNSUPPORTED'],
    [
      'the same after a declaration, a comment and a type',
      words('<?xml version="1.0"?>\n<!-- drawn by > hand -->\n<!DOCTYPE svg>\n<svg width="4" height="4"></svg>'),
      'ITEM_UNSUPPORTED',
    ],
    ['a page', words('<html><body>not a picture</body></html>'), 'ITEM_BROKEN'],
    // TIFF 6.0: little endian, one directory with width, length and no pixels
    ['a type that is not shown', tiff(), 'ITEM_UNSUPPORTED'],
    ['a side beyond the limit', claiming(70_000, 10), 'ITEM_TOO_LARGE'],
    ['an area beyond the limit', claiming(30_000, 30_000), 'ITEM_TOO_LARGE'],
    ['no height', claiming(10, 0), 'ITEM_BROKEN'],
  ])('refuses %s', (_name, bytes, code) => {
    expect(codeOf(() => readImageHeader(bytes))).toBe(code);
  });

  it('lets the tall scan of 1944 x 27136 pass', () => {
    expect(readImageHeader(claiming(1944, 27_136))).toMatchObject({ width: 1944, height: 27_136 });
  });
});
