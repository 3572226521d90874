import { expect, test } from 'vitest';
import { toView } from '../../../../renderer/canvas/view.ts';
import { Viewport } from '../../../../renderer/canvas/viewport.ts';

const item = { width: 1000, height: 500 };
const opened = () => {
  const told: number[] = [];
  const viewport = new Viewport({
    item,
    frame: { width: 548, height: 400 },
    onChange: ({ scale }) => void told.push(scale),
  });
  return { viewport, told };
};

test('a picture that was fitted stays fitted in another frame, one that was zoomed stays as it is', () => {
  const { viewport } = opened();
  expect(viewport.view).toEqual({ scale: 0.5, x: 24, y: 75 });
  viewport.resize({ width: 298, height: 400 });
  expect(viewport.view.scale).toBe(0.25);
  viewport.actual();
  viewport.resize({ width: 548, height: 400 });
  expect(viewport.view.scale).toBe(1);
});

test('whoever watches is told now and of each change, until it stops', () => {
  const { viewport, told } = opened();
  const seen: number[] = [];
  const stop = viewport.watch(({ scale }) => void seen.push(scale));
  viewport.actual();
  stop();
  viewport.fit();
  expect([seen, told]).toEqual([
    [0.5, 1],
    [1, 0.5],
  ]);
});

test('a place out of sight is brought in just as far as it takes; one in sight moves nothing', () => {
  const { viewport, told } = opened();
  viewport.zoomBy(4);
  const before = told.length;
  viewport.bringIntoView({ x: 500, y: 250 });
  expect(told).toHaveLength(before);
  viewport.bringIntoView({ x: 900, y: 250 });
  const { x, y } = toView(viewport.view, { x: 900, y: 250 });
  expect([x, y]).toEqual([508, 200]);
});

test('a place is brought to the middle, as far as the picture may move', () => {
  const { viewport } = opened();
  viewport.zoomBy(4);
  viewport.centreOn({ x: 300, y: 200 });
  expect(toView(viewport.view, { x: 300, y: 200 })).toEqual({ x: 274, y: 200 });
});

test('a new shape starts in the middle of what is seen, and inside the picture', () => {
  const { viewport } = opened();
  expect(viewport.middle(0.2)).toEqual({ centre: { x: 500, y: 250 }, size: { width: 200, height: 100 } });
  viewport.zoomBy(2);
  viewport.panBy({ x: 5000, y: 0 });
  const { centre, size } = viewport.middle(0.5);
  expect(centre.x).toBeGreaterThanOrEqual(size.width / 2);
});
