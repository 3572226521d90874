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

describe('an image header', () => {
  it('tells size and type by content', () => {
    expect(readImageHeader(makePng(64, 48))).toEqual({ width: 64, height: 48, mime: 'image/png' });
  });

  it.each([
    ['nothing at all', new Uint8Array(), 'ITEM_BROKEN'],
    ['words', new TextEncoder().encode('not an image at all, sorry'), 'ITEM_BROKEN'],
    [
      'a drawing that is a program',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'ITEM_BROKEN',
    ],
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
