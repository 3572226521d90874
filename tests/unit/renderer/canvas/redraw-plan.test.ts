import { describe, expect, it } from 'vitest';
import { planRedraw } from '../../../../renderer/canvas/redraw-plan.ts';

const frame = { width: 400, height: 300 };
const drawn = { view: { scale: 2, x: 10.5, y: 20 }, frame };
const seenAt = (view: { scale?: number; x?: number; y?: number }) => ({ view: { ...drawn.view, ...view }, frame });

describe('a redraw', () => {
  it('of a picture that was moved shifts it and draws the strips that were laid bare', () => {
    expect(planRedraw(drawn, seenAt({ x: 18.5, y: 15 }), [], 1)).toEqual({
      how: 'patch',
      shift: { x: 8, y: -5 },
      patches: [
        { x: 0, y: 0, width: 8, height: 300 },
        { x: 0, y: 295, width: 400, height: 5 },
      ],
    });
  });

  it('of a changed shape draws its place, grown to whole device pixels and cut to the frame', () => {
    const plan = planRedraw(drawn, drawn, [{ x: 0, y: 10.2, width: 10, height: 10 }], 1);
    expect(plan).toEqual({ how: 'patch', shift: { x: 0, y: 0 }, patches: [{ x: 0, y: 28, width: 43, height: 45 }] });
  });

  it('of nothing draws nothing', () => {
    expect(planRedraw(drawn, drawn, [], 1)).toMatchObject({ how: 'patch', patches: [] });
  });

  it.each([
    ['another frame', { view: drawn.view, frame: { width: 401, height: 300 } }, 0],
    ['a change while zooming', seenAt({ scale: 3 }), 1],
    ['a shift by more than half the frame', seenAt({ x: 300.5 }), 0],
    ['a hundred changes', drawn, 100],
  ])('for %s starts anew', (_name, wanted, changes) => {
    const changed = Array.from({ length: changes }, () => ({ x: 0, y: 0, width: 1, height: 1 }));
    expect(planRedraw(drawn, wanted, changed, 1)).toEqual({ how: 'anew' });
  });

  it.each([
    ['a zoom', seenAt({ scale: 3 }), 1],
    ['a shift by half a device pixel', seenAt({ x: 11 }), 1],
    ['a whole shift that is not whole on the device', seenAt({ x: 11.5 }), 1.25],
  ])('for %s stretches a copy until the hand rests', (_name, wanted, ratio) => {
    expect(planRedraw(drawn, wanted, [], ratio)).toEqual({ how: 'stretch' });
  });
});
