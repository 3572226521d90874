import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DETAIL_PX, FineDetail, partAround } from '../../../../renderer/canvas/fine-detail.ts';
import type { Rect } from '../../../../shared/core/geometry.ts';

const size = { width: 20_000, height: 10_000 };
const near = { x: 5_000, y: 4_000, width: 1_000, height: 800 };
const far = { x: 15_000, y: 8_000, width: 1_000, height: 800 };

/** A decoder that answers when it is told to. */
function open() {
  const asked: { readonly rect: Rect; answer(ok: boolean): void }[] = [];
  const closed: Rect[] = [];
  const states: string[] = [];
  const detail = new FineDetail({
    size,
    keptShare: 0.5,
    cut: (rect) =>
      new Promise((resolve, reject) => {
        const bitmap = { close: () => closed.push(rect) } as unknown as ImageBitmap;
        asked.push({ rect, answer: (ok) => (ok ? resolve(bitmap) : reject(new Error('broken'))) });
      }),
    changed: (state) => states.push(state),
  });
  const answer = async (ok = true) => {
    asked.at(-1)?.answer(ok);
    await vi.advanceTimersByTimeAsync(0);
  };
  const rest = () => vi.advanceTimersByTimeAsync(1_000);
  return { detail, asked, closed, states, answer, rest };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the full resolution of a picture that is kept reduced', () => {
  it('is not decoded while the reduced one shows every pixel of the screen', async () => {
    const { detail, asked, states, rest } = open();
    detail.look({ x: 0, y: 0, ...size }, 0.1);
    detail.look(near, 0.5);
    await rest();
    expect([asked, states]).toEqual([[], []]);
  });

  it('is decoded once the view rests, far beyond what is seen, so that panning needs no other', async () => {
    const { detail, asked, states, answer, rest } = open();
    detail.look(near, 1);
    detail.look({ ...near, x: 5_050 }, 1);
    expect([asked.length, states]).toEqual([0, ['loading']]);
    await rest();
    await answer();
    expect([asked.length, states.at(-1)]).toEqual([1, 'there']);
    detail.look({ ...near, x: 6_500, y: 3_500 }, 4);
    await rest();
    expect([asked.length, states.at(-1)]).toEqual([1, 'there']);
  });

  it('is decoded one part at a time, and the last one looked at is the one that is shown', async () => {
    const { detail, asked, closed, states, answer, rest } = open();
    detail.look(near, 1);
    await rest();
    detail.look({ x: 0, y: 0, width: 1_000, height: 800 }, 1);
    await rest();
    detail.look(far, 1);
    await rest();
    expect(asked.length).toBe(1);
    await answer();
    expect([asked.length, states.at(-1)]).toEqual([2, 'loading']);
    await answer();
    expect(asked.length).toBe(2);
    expect(detail.shown?.rect).toEqual(partAround(far, size));
    expect(closed).toEqual([partAround(near, size)]);
    expect(states.at(-1)).toBe('there');
  });

  it('that cannot be decoded is said once, and tried again when the view moves', async () => {
    const { detail, asked, states, answer, rest } = open();
    detail.look(near, 1);
    await rest();
    await answer(false);
    await rest();
    expect([asked.length, states.at(-1)]).toEqual([1, 'failed']);
    detail.look(far, 1);
    await rest();
    await answer();
    expect([asked.length, states.at(-1)]).toEqual([2, 'there']);
  });

  it('gives its memory back when the picture is left, what comes too late as well', async () => {
    const { detail, closed, states, answer, rest } = open();
    detail.look(near, 1);
    await rest();
    await answer();
    detail.look(far, 1);
    await rest();
    const before = states.length;
    detail.close();
    await answer();
    expect(closed).toEqual([partAround(near, size), partAround(far, size)]);
    expect([detail.shown, states.length]).toEqual([null, before]);
  });
});

it('a part covers what is seen, lies inside the picture, and is never more than may be kept', () => {
  const side = fc.integer({ min: 1, max: 65_535 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, side, share, share, share, share, (width, height, x, y, wide, high) => {
      const picture = { width, height };
      const seen = {
        x: x * (width - 1),
        y: y * (height - 1),
        width: Math.max(1, wide * Math.min(width - x * (width - 1), 4_000)),
        height: Math.max(1, high * Math.min(height - y * (height - 1), 4_000)),
      };
      const part = partAround(seen, picture);
      expect(part.width * part.height).toBeLessThanOrEqual(DETAIL_PX);
      expect(Math.max(part.width, part.height)).toBeLessThanOrEqual(8_192);
      for (const value of Object.values(part)) expect(Number.isInteger(value) && value >= 0).toBe(true);
      expect(part.x + part.width).toBeLessThanOrEqual(width);
      expect(part.y + part.height).toBeLessThanOrEqual(height);
      // to a pixel: a part begins at whole pixels
      expect(part.x).toBeLessThanOrEqual(seen.x + 1);
      expect(part.y).toBeLessThanOrEqual(seen.y + 1);
      expect(part.x + part.width).toBeGreaterThanOrEqual(Math.min(seen.x + seen.width, width) - 1);
      expect(part.y + part.height).toBeGreaterThanOrEqual(Math.min(seen.y + seen.height, height) - 1);
    }),
  );
});
