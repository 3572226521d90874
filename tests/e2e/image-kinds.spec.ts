import { expect, type Page, test } from '@playwright/test';
import type { Shape } from '../../shared/annotation/annotation.ts';
import type { Point } from '../../shared/core/geometry.ts';
import { drag, imagePointInWindow } from '../support/hands.ts';
import { imageLabelSet } from '../support/kinds-project.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { acceptFirstTask, openAppOn, type OpenedApp, storedAnnotations, untilSaved } from '../support/open-project.ts';

const IMAGE = { width: 640, height: 480 };
type Place = readonly [x: number, y: number];

/** Numbers rounded at any depth: a hand is exact to the pixel, floats are not. */
function rounded<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'number' ? Math.round(one) || 0 : one)),
  );
}

const points = (...places: readonly Place[]) => places.map(([x, y]) => ({ x, y }));

test.describe.serial('on a photograph a hand draws', () => {
  let opened: OpenedApp;
  let page: Page;

  test.beforeAll(async () => {
    const bytes = makePng(IMAGE.width, IMAGE.height, (x, y) => [(x * 255) / 640, 120, (y * 255) / 480]);
    opened = await openAppOn([makeImageItem('a', { bytes })], undefined, { labelSets: [imageLabelSet] });
    page = opened.page;
    await acceptFirstTask(page, 'Image a');
  });
  test.afterAll(() => opened.close());
  test.afterEach(async () => {
    // each journey begins on an empty picture
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.press('Delete');
    await untilSaved(page);
    expect(await storedAnnotations(page)).toEqual([]);
  });

  const at = ([x, y]: Place): Promise<Point> => imagePointInWindow(page.getByTestId('canvas'), IMAGE, { x, y });

  async function click(place: Place): Promise<void> {
    const { x, y } = await at(place);
    await page.mouse.move(x, y, { steps: 3 });
    await page.mouse.down();
    await page.mouse.up();
  }

  async function clickAll(...places: readonly Place[]): Promise<void> {
    for (const place of places) await click(place);
  }

  const pull = async (from: Place, to: Place): Promise<void> => drag(page, await at(from), await at(to));

  async function shapes(): Promise<readonly Shape[]> {
    await untilSaved(page);
    return (await storedAnnotations(page)).map(({ shape }) => rounded(shape));
  }

  test('a polygon with a hole and a second part as one object, and takes points back', async () => {
    await page.keyboard.press('KeyP');
    await clickAll([40, 40], [240, 40], [240, 200], [300, 300]);
    await page.keyboard.press('Backspace');
    await click([300, 310]);
    await page.keyboard.press('Control+KeyZ');
    await click([40, 200]);
    await page.keyboard.press('Shift+Enter');
    await clickAll([90, 90], [150, 90], [120, 140]);
    await page.keyboard.press('Shift+Enter');
    await clickAll([260, 60], [320, 60], [290, 120]);
    // a click on the first point closes
    await click([261, 61]);
    await expect.poll(shapes).toEqual([
      {
        kind: 'polygon',
        parts: [
          {
            outer: points([40, 40], [240, 40], [240, 200], [40, 200]),
            holes: [points([90, 90], [150, 90], [120, 140])],
          },
          { outer: points([260, 60], [320, 60], [290, 120]), holes: [] },
        ],
      },
    ]);
  });

  test('a polygon whose vertices are moved, put in and taken out, and to which a hole is added later', async () => {
    await page.keyboard.press('KeyP');
    await clickAll([40, 40], [240, 40], [140, 200]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('KeyV');
    await click([140, 100]);
    await pull([140, 200], [140, 240]);
    await expect.poll(async () => JSON.stringify(await shapes())).toContain('{"x":140,"y":240}');
    const edge = await at([140, 40]);
    await page.mouse.dblclick(edge.x, edge.y);
    await expect.poll(async () => JSON.stringify(await shapes())).toContain('{"x":140,"y":40}');
    await page.keyboard.down('Alt');
    await click([140, 40]);
    await page.keyboard.up('Alt');
    await expect.poll(async () => JSON.stringify(await shapes())).not.toContain('{"x":140,"y":40}');
    await page.keyboard.press('KeyJ');
    await clickAll([120, 80], [160, 80], [140, 120]);
    await page.keyboard.press('Enter');
    await expect.poll(shapes).toEqual([
      {
        kind: 'polygon',
        parts: [{ outer: points([40, 40], [240, 40], [140, 240]), holes: [points([120, 80], [160, 80], [140, 120])] }],
      },
    ]);
  });

  test('nothing when Escape ends it', async () => {
    await page.keyboard.press('KeyP');
    await clickAll([40, 40], [240, 40], [140, 200]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    expect(await shapes()).toEqual([]);
  });

  test('a line and a point', async () => {
    await page.keyboard.press('KeyY');
    await clickAll([340, 40], [400, 90], [460, 40]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('KeyD');
    await click([560, 60]);
    await expect.poll(shapes).toEqual([
      { kind: 'polyline', points: points([340, 40], [400, 90], [460, 40]) },
      { kind: 'point', x: 560, y: 60 },
    ]);
  });

  test('a rotated box that is turned by its grip, and an ellipse', async () => {
    await page.keyboard.press('KeyR');
    await pull([100, 100], [200, 100]);
    await click([150, 160]);
    await page.keyboard.press('KeyE');
    await pull([300, 200], [400, 260]);
    await expect.poll(shapes).toEqual([
      { kind: 'rotated-box', cx: 150, cy: 130, width: 100, height: 60, degrees: 0 },
      { kind: 'ellipse', cx: 350, cy: 230, rx: 50, ry: 30, degrees: 0 },
    ]);
    await page.keyboard.press('KeyV');
    await click([150, 101]);
    await pull([150, 72], [250, 130]);
    await expect
      .poll(async () => (await shapes())[0])
      .toEqual({
        kind: 'rotated-box',
        cx: 150,
        cy: 130,
        width: 100,
        height: 60,
        degrees: 90,
      });
  });

  test('a skeleton point by point: visible, hidden, absent', async () => {
    await page.keyboard.press('KeyK');
    await click([300, 100]);
    await page.keyboard.down('Shift');
    await click([250, 150]);
    await page.keyboard.up('Shift');
    await clickAll([350, 150], [300, 200]);
    await page.keyboard.press('Enter');
    await expect.poll(shapes).toEqual([
      {
        kind: 'skeleton',
        points: [
          { name: 'head', visibility: 'visible', x: 300, y: 100 },
          { name: 'left hand', visibility: 'hidden', x: 250, y: 150 },
          { name: 'right hand', visibility: 'visible', x: 350, y: 150 },
          { name: 'hip', visibility: 'visible', x: 300, y: 200 },
          { name: 'foot', visibility: 'absent' },
        ],
        edges: imageLabelSet.classes[1]?.skeleton?.edges,
      },
    ]);
  });

  test('a mask in strokes, erased in part, turned into a polygon and back', async () => {
    await page.keyboard.press('KeyM');
    await pull([300, 100], [400, 100]);
    await pull([400, 100], [400, 200]);
    await expect.poll(async () => (await shapes()).length).toBe(1);
    const [painted] = await shapes();
    expect(painted).toMatchObject({ kind: 'mask', x: 288, y: 88, width: 124, height: 124 });
    await page.keyboard.down('Alt');
    await pull([350, 80], [350, 120]);
    await page.keyboard.up('Alt');
    await expect.poll(shapes).not.toEqual([painted]);
    const [erased] = await shapes();
    await page.keyboard.press('Enter');
    await page.keyboard.press('KeyV');
    await click([400, 150]);
    await page.keyboard.press('KeyU');
    await expect.poll(async () => (await shapes())[0]?.kind).toBe('polygon');
    await expect(page.getByText(/^A polygon of \d+ points, [\d.]+ px off the mask at most/)).toBeVisible();
    // along each pixel it comes back as it was
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(shapes).toEqual([erased]);
    await page.keyboard.press('KeyU');
    await page.keyboard.press('Shift+KeyS');
    const tolerance = page.getByRole('slider', { name: 'May move by' });
    await tolerance.press('Home');
    await tolerance.press('Escape');
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('KeyU');
    await expect.poll(async () => (await shapes())[0]?.kind).toBe('polygon');
    await page.keyboard.press('KeyU');
    await expect.poll(shapes).toEqual([erased]);
  });

  test('areas that are merged, taken out of one another, cut along a line and simplified, each as one step', async () => {
    await page.keyboard.press('KeyP');
    await clickAll([40, 40], [140, 40], [140, 140], [40, 140]);
    await page.keyboard.press('Enter');
    await clickAll([140, 40], [240, 40], [240, 140], [140, 140]);
    await page.keyboard.press('Enter');
    await clickAll([180, 60], [220, 60], [220, 100], [180, 100]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('KeyV');
    await click([60, 100]);
    await page.keyboard.down('Shift');
    await click([160, 120]);
    await page.keyboard.up('Shift');
    const bar = page.getByRole('toolbar', { name: 'What can be done with the areas selected' });
    await bar.getByRole('button', { name: 'Merge into one' }).click();
    await expect.poll(async () => (await shapes()).length).toBe(2);
    await page.keyboard.down('Shift');
    await click([200, 80]);
    await page.keyboard.up('Shift');
    await bar.getByRole('button', { name: 'Take the others out of the first one selected' }).click();
    const ringLengths = async () =>
      (await shapes()).map((shape) =>
        shape.kind === 'polygon' ? shape.parts.map(({ outer, holes }) => [outer.length, holes.length]) : [],
      );
    await expect.poll(ringLengths).toEqual([[[4, 1]], [[4, 0]]]);

    await bar.getByRole('button', { name: 'Cut in two along a line' }).click();
    await clickAll([20, 80], [260, 80]);
    await page.keyboard.press('Enter');
    // through the hole: two halves without one
    await expect.poll(async () => (await ringLengths()).flat(2).filter((holes) => holes === 1)).toEqual([]);
    await expect(page.getByText('2 selected')).toBeVisible();
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(ringLengths).toEqual([[[4, 1]], [[4, 0]]]);
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(ringLengths).toEqual([[[4, 0]], [[4, 0]], [[4, 0]]]);
  });

  test('tags, and one class, for the whole picture', async () => {
    await page.keyboard.press('Digit3');
    await page.keyboard.press('Digit4');
    await page.keyboard.press('Digit5');
    const labels = async () => (await untilSaved(page), (await storedAnnotations(page)).map(({ classId }) => classId));
    await expect.poll(labels).toEqual(['night', 'street']);
    await page.keyboard.press('Digit5');
    await page.keyboard.press('Digit3');
    await expect.poll(labels).toEqual([]);
  });

  /** A key as often as it takes. */
  async function press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  }

  test('by keys alone a polygon, a box and a stroke of the brush, with a pen that arrows move', async () => {
    await page.getByTestId('canvas').focus();
    await press('KeyP');
    await press('Backslash');
    await expect(page.getByTestId('pen')).toHaveText('Pen at 320, 240');
    await press('Backslash');
    await press('Control+ArrowRight', 10);
    await press('Space');
    await press('Control+ArrowDown', 5);
    await press('Space');
    // a point taken back comes again
    await press('Control+KeyZ', 2);
    await press('Control+Shift+KeyZ', 2);
    await press('Enter');
    await press('KeyB');
    await press('Backslash');
    await press('Control+ArrowLeft', 4);
    await press('ArrowUp', 3);
    await press('Enter');
    await press('KeyM');
    await press('Control+ArrowUp', 10);
    await press('Backslash');
    await press('Control+ArrowLeft', 3);
    await press('Backslash');
    await expect.poll(shapes).toMatchObject([
      { kind: 'polygon', parts: [{ outer: points([320, 240], [420, 240], [420, 290]), holes: [] }] },
      { kind: 'box', x: 380, y: 287, width: 40, height: 3 },
      { kind: 'mask', width: 54, height: 24 },
    ]);
    // twice Escape hides everything, but not when the first had the pen to put away
    await press('Escape', 2);
    await expect(page.getByTestId('pen')).toHaveText('');
    await press('KeyV');
    await expect(page.getByTestId('panic-screen')).toBeHidden();
    await press('Escape', 2);
    await page.getByTestId('panic-screen').getByRole('button').click();
    await page.getByRole('button', { name: 'End it early' }).click();
    await expect(page.getByRole('timer')).toBeHidden();
  });

  test('by keys alone vertices are gone through, moved, put in and taken out, and shapes turned', async () => {
    await page.getByTestId('canvas').focus();
    await press('KeyP');
    await press('KeyN');
    const first = async () => {
      const [shape] = await shapes();
      return shape?.kind === 'polygon' ? (shape.parts[0]?.outer ?? []) : [];
    };
    await expect.poll(first).toHaveLength(4);
    const [, corner] = await first();
    await press('Quote', 2);
    await expect(page.getByTestId('selection')).toHaveText(`Point 2 of 4, at ${corner?.x}, ${corner?.y}`);
    await press('Control+ArrowUp', 2);
    await expect.poll(async () => (await first())[1]).toEqual({ x: corner?.x, y: (corner?.y ?? 0) - 20 });
    await press('Insert');
    await expect.poll(first).toHaveLength(5);
    await press('Delete');
    await expect.poll(first).toHaveLength(4);
    await press('KeyR');
    await press('KeyN');
    await press('Control+Shift+Period', 2);
    await press('Control+Comma');
    await expect.poll(async () => (await shapes())[1]).toMatchObject({ kind: 'rotated-box', degrees: 29 });
    await press('KeyK');
    await press('KeyN');
    await press('Quote');
    await press('Slash');
    await expect(page.getByTestId('selection')).toContainText('head, hidden');
    await press('Shift+BracketLeft');
    await expect(page.getByText('2 selected')).toBeVisible();
    await press('Shift+KeyU');
    await expect(page.getByText('Lines and points enclose no area. Select only areas.')).toBeVisible();
  });

  test('what cannot be drawn is said where one would draw; the rail takes points back and brings them again', async () => {
    await press('Digit6');
    await expect(page.getByText('“Puppet” has no key points yet, so it cannot be drawn.')).toBeVisible();
    await pull([100, 100], [200, 200]);
    await press('KeyN');
    expect(await shapes()).toEqual([]);
    await press('Digit1');
    await press('KeyP');
    await expect(page.getByText('“Puppet”')).toBeHidden();
    await clickAll([40, 40], [140, 40], [140, 140], [40, 200]);
    const rail = page.getByRole('toolbar', { name: 'Tools' });
    await rail.getByRole('button', { name: 'Undo' }).click();
    await rail.getByRole('button', { name: 'Undo' }).click();
    await rail.getByRole('button', { name: 'Redo' }).click();
    await page.getByTestId('canvas').focus();
    await press('Enter');
    await expect
      .poll(shapes)
      .toEqual([{ kind: 'polygon', parts: [{ outer: points([40, 40], [140, 40], [140, 140]), holes: [] }] }]);
  });

  test('every kind from the keyboard alone', async () => {
    await page.getByTestId('canvas').focus();
    for (const key of ['KeyP', 'KeyY', 'KeyD', 'KeyR', 'KeyE', 'KeyM', 'KeyK']) {
      await page.keyboard.press(key);
      await page.keyboard.press('KeyN');
    }
    const kinds = async () => (await shapes()).map(({ kind }) => kind);
    await expect.poll(kinds).toEqual(['polygon', 'polyline', 'point', 'rotated-box', 'ellipse', 'mask', 'skeleton']);
  });
});
