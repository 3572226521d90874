import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../../renderer/canvas/picture.ts';
import { PictureShelf } from '../../../../renderer/canvas/picture-shelf.ts';

/** Pictures that know their address and whether they were closed. */
function openShelf() {
  const asked: string[] = [];
  const closed: string[] = [];
  const shelf = new PictureShelf((url) => {
    asked.push(url);
    const bitmap = { close: () => closed.push(url) } as unknown as ImageBitmap;
    const tile = { bitmap, x: 0, y: 0, width: 1, height: 1 };
    return Promise.resolve<Picture>({ width: 1, height: 1, overview: null, tiles: [tile], whole: null });
  });
  /** Until everything that was begun is done. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { shelf, asked, closed, settle };
}

describe('the picture decoded ahead', () => {
  it('is decoded once, after the one that is looked at, and is there when it is taken', async () => {
    const { shelf, asked, closed, settle } = openShelf();
    const first = shelf.take('a');
    shelf.prefetch('b');
    expect(asked).toEqual(['a']);
    await first;
    await settle();
    await shelf.take('b');
    expect(asked).toEqual(['a', 'b']);
    expect(closed).toEqual([]);
  });

  it('is given at once when it is decoded, and once only', async () => {
    const { shelf, closed, settle } = openShelf();
    shelf.prefetch('a');
    expect(shelf.takeDecoded('a')).toBeNull();
    await settle();
    expect(shelf.takeDecoded('b')).toBeNull();
    expect(shelf.takeDecoded('a')).toMatchObject({ width: 1 });
    expect(shelf.takeDecoded('a')).toBeNull();
    shelf.clear();
    await settle();
    // whoever took it closes it
    expect(closed).toEqual([]);
  });

  it('is closed when another comes next, or none', async () => {
    const { shelf, closed, settle } = openShelf();
    shelf.prefetch('a');
    await settle();
    shelf.prefetch('b');
    await settle();
    shelf.clear();
    await settle();
    expect(closed).toEqual(['a', 'b']);
  });

  it('is not even asked for when it is dropped before its turn', async () => {
    const { shelf, asked, settle } = openShelf();
    shelf.prefetch('a');
    shelf.prefetch('b');
    shelf.clear();
    await settle();
    expect(asked).toEqual([]);
  });
});
