import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import { createStore } from '../../../../renderer/app/store.ts';
import { KeyHand } from '../../../../renderer/canvas/key-hand.ts';
import type { Editor } from '../../../../renderer/workbench/editor.ts';
import { selectedOf } from '../../../../renderer/workbench/bench-selection.ts';
import { openWorkbench, reduceWorkbench } from '../../../../renderer/workbench/workbench.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const item = { width: 400, height: 300 };
const line: Annotation = {
  ...makeBox('line', { x: 0, y: 0, width: 1, height: 1 }),
  shape: {
    kind: 'polyline',
    points: [
      { x: 10, y: 10 },
      { x: 50, y: 10 },
      { x: 50, y: 90 },
    ],
  },
};
const box = makeBox('box', { x: 100, y: 100, width: 50, height: 40 });
const plain = { shift: false, ctrl: false };

let put: Annotation[][];
let pointed: string[];
let shown: string[];
let holds: boolean;

/** The keys on a bench with a line and a box; what is kept and pointed at is noted. */
function keysOn(...selectedIds: readonly string[]) {
  const bench = createStore(
    openWorkbench(
      'task',
      { revision: 0, annotations: [line, box], dismissed: [], canUndo: false, canRedo: false },
      { medium: 'image', classes: [] },
      'select',
    ),
    reduceWorkbench,
  );
  bench.send({ type: 'selected many', ids: selectedIds });
  const keys = new KeyHand({
    bench,
    editor: {
      put(annotations: readonly Annotation[]) {
        put.push([...annotations]);
        bench.send({ type: 'edit begun', edit: { put: [...annotations], remove: [] } });
      },
    } as unknown as Editor,
    item,
    selected: () => selectedOf(bench.read()),
    seen: () => ({ x: 0, y: 0, width: 400, height: 300, scale: 1 }),
    point: (type, { x, y }) => void pointed.push(`${type} ${x},${y}`),
    pressHolds: () => holds,
    bringIntoView: ({ x, y }) => void shown.push(`${x},${y}`),
    repaint: () => undefined,
  });
  return { bench, keys };
}

beforeEach(() => {
  put = [];
  pointed = [];
  shown = [];
  holds = false;
});

describe('a key that is held', () => {
  test('moves what is selected and keeps it as one step when it is let go', () => {
    const { keys } = keysOn('box');
    keys.keyDown('ArrowRight');
    for (let repeat = 0; repeat < 5; repeat += 1) keys.arrow({ code: 'ArrowRight', ...plain });
    expect(put).toEqual([]);
    expect(keys.moving).toMatchObject([{ id: 'box', shape: { x: 105 } }]);
    keys.keyUp('ArrowRight');
    expect(put).toMatchObject([[{ id: 'box', shape: { x: 105 } }]]);
    expect(keys.moving).toEqual([]);
  });

  test('turns, and a move on top of it is the same step', () => {
    const { keys } = keysOn('line');
    keys.keyDown('Quote');
    expect(keys.turn(90)).toBe(true);
    keys.arrow({ code: 'ArrowRight', ...plain });
    keys.keyUp('Quote');
    expect(put).toHaveLength(1);
    expect(put[0]?.[0]?.shape).toMatchObject({ kind: 'polyline' });
  });

  test('is forgotten by Escape, and what it moved is as it was', () => {
    const { keys } = keysOn('box');
    keys.keyDown('ArrowRight');
    keys.arrow({ code: 'ArrowRight', ...plain });
    expect(keys.cancel()).toBe(true);
    keys.keyUp('ArrowRight');
    expect(put).toEqual([]);
  });

  test('keeps what it moved when something else is selected meanwhile', () => {
    const { keys, bench } = keysOn('box');
    keys.keyDown('ArrowRight');
    keys.arrow({ code: 'ArrowRight', ...plain });
    bench.send({ type: 'selected', id: 'line' });
    keys.arrow({ code: 'ArrowRight', ...plain });
    keys.keyUp('ArrowRight');
    expect(put.map((one) => one[0]?.id)).toEqual(['box', 'line']);
  });
});

test('run by its name, with no key held, a turn is kept at once', () => {
  const { keys } = keysOn('line');
  keys.turn(15);
  expect(put).toHaveLength(1);
});

test('a box cannot be turned, and says so', () => {
  expect(keysOn('box').keys.turn(15)).toBe(false);
  expect(put).toEqual([]);
});

test('arrows with nothing selected are somebody else’s', () => {
  expect(keysOn().keys.arrow({ code: 'ArrowRight', ...plain })).toBe(false);
  expect(keysOn('box').keys.arrow({ code: 'KeyA', ...plain })).toBe(false);
});

describe('a vertex', () => {
  test('is taken, moved alone, put in and taken out, each as one step', () => {
    const { keys, bench } = keysOn('line');
    expect(keys.takeGrip(1)).toBe(true);
    expect(keys.takeGrip(1)).toBe(true);
    expect(bench.read().gripId).toBe('1');
    keys.arrow({ code: 'ArrowDown', shift: false, ctrl: true });
    expect(put.at(-1)?.[0]?.shape).toMatchObject({ points: [{ x: 10 }, { x: 50, y: 20 }, { x: 50, y: 90 }] });
    expect(keys.insertVertex()).toBe(true);
    expect(put.at(-1)?.[0]?.shape).toMatchObject({ points: [{}, {}, { x: 50, y: 55 }, {}] });
    expect(bench.read().gripId).toBe('2');
    expect(keys.changeVertex('remove')).toBe(true);
    expect(put.at(-1)?.[0]?.shape).toMatchObject({ points: [{}, { x: 50, y: 20 }, { x: 50, y: 90 }] });
    expect(shown.at(-1)).toBe('50,90');
  });

  test('none is taken of many, and none is there to take out before', () => {
    expect(keysOn('line', 'box').keys.takeGrip(1)).toBe(false);
    expect(keysOn('line').keys.changeVertex('remove')).toBe(false);
    expect(keysOn().keys.insertVertex()).toBe(false);
  });

  test('Escape lets go of it first, and of nothing else', () => {
    const { keys, bench } = keysOn('line');
    keys.takeGrip(1);
    expect(keys.cancel()).toBe(true);
    expect(bench.read()).toMatchObject({ gripId: null, selectedIds: ['line'] });
    expect(keys.cancel()).toBe(false);
  });

  test('selecting again lets go of it', () => {
    const { keys, bench } = keysOn('line');
    keys.takeGrip(1);
    bench.send({ type: 'selected many', ids: ['line'] });
    expect(bench.read().gripId).toBeNull();
  });
});

describe('the pen', () => {
  test('comes out in the middle of what is seen, and clicks where arrows took it', () => {
    const { keys } = keysOn();
    keys.press();
    expect([keys.penAt, pointed]).toEqual([{ x: 200, y: 150 }, []]);
    keys.arrow({ code: 'ArrowLeft', shift: false, ctrl: true });
    keys.press();
    expect(pointed).toEqual(['move 190,150', 'down 190,150', 'up 190,150']);
  });

  test('a key that repeats does not press again', () => {
    const { keys } = keysOn();
    for (const _repeat of [1, 2, 3]) {
      keys.keyDown('Backslash');
      keys.press();
    }
    expect(pointed).toEqual([]);
    keys.keyUp('Backslash');
    keys.keyDown('Backslash');
    keys.press();
    expect(pointed).toEqual(['down 200,150', 'up 200,150']);
  });

  test('holds down what is dragged until it is pressed again, or Enter lifts it', () => {
    const { keys } = keysOn();
    holds = true;
    keys.press();
    keys.press();
    keys.arrow({ code: 'ArrowDown', ...plain });
    keys.press();
    expect(pointed).toEqual(['down 200,150', 'move 200,151', 'up 200,151']);
    keys.press();
    expect(keys.lift()).toBe(true);
    expect(keys.lift()).toBe(false);
  });

  test('moves instead of what is selected, is said when it rests, and goes with Escape', () => {
    const { keys } = keysOn('box');
    keys.press();
    keys.keyDown('ArrowDown');
    keys.arrow({ code: 'ArrowDown', ...plain });
    expect(keys.pen.read()?.at).toEqual({ x: 200, y: 150 });
    keys.keyUp('ArrowDown');
    expect(keys.pen.read()?.at).toEqual({ x: 200, y: 151 });
    expect(put).toEqual([]);
    expect(keys.cancel()).toBe(true);
    expect([keys.penAt, keys.pen.read()]).toEqual([null, null]);
    keys.press();
    expect(keys.penAt).toEqual({ x: 200, y: 151 });
  });
});
