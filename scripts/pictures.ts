import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { launchApp } from '../tests/support/launch-app.ts';
import { drag, drawBox, imagePointInWindow } from '../tests/support/hands.ts';
import { makeImageItem } from '../tests/support/make-facts.ts';
import { closeInstructions, openAppOn, untilReady, untilSaved } from '../tests/support/open-project.ts';
import { seedDays } from '../tests/support/seed-days.ts';
import { inProject } from './lib/project.mjs';

/*
 * A photograph of the sample with a shape of many kinds on it, each drawn by hand; pictures of the workspace go to DIR,
 * by default docs/pictures. A picture of My time goes there too: the record of an example day, not of anybody's.
 */

const { values } = parseArgs({ options: { out: { type: 'string', default: inProject('docs', 'pictures') } } });
const out = resolve(values.out);

/** The photograph, and places on it in its own pixels. */
const NAGASAKI = { width: 1024, height: 819 };
type Place = readonly [x: number, y: number];

const boat: readonly Place[] = [
  ...([
    [0, 688],
    [74, 697],
    [72, 632],
    [150, 624],
    [366, 645],
    [364, 708],
    [462, 706],
    [556, 694],
  ] as const),
  ...([
    [668, 684],
    [752, 652],
    [744, 668],
    [690, 706],
    [600, 740],
    [560, 772],
    [300, 776],
    [0, 766],
  ] as const),
];
const windows: readonly (readonly Place[])[] = [
  [
    [137, 660],
    [186, 662],
    [186, 690],
    [137, 688],
  ],
  [
    [246, 665],
    [290, 668],
    [290, 698],
    [246, 696],
  ],
];
const ship: readonly Place[] = [
  ...([
    [440, 500],
    [500, 520],
    [590, 500],
    [690, 446],
    [748, 438],
    [750, 470],
    [730, 525],
    [700, 562],
  ] as const),
  ...([
    [650, 578],
    [545, 574],
    [470, 556],
  ] as const),
];
const mast = { from: [598, 127], to: [571, 577], across: [585, 577] } as const;
/** In the order of the class's key points, as far as they are in the picture; what is `hidden` is clicked with Shift. */
const people: readonly { readonly seen: readonly Place[]; readonly hidden: readonly Place[] }[] = [
  {
    seen: [
      [419, 663],
      [401, 684],
      [438, 684],
      [385, 706],
      [459, 697],
    ],
    hidden: [
      [409, 706],
      [433, 706],
    ],
  },
  {
    seen: [
      [801, 682],
      [774, 702],
      [808, 708],
      [757, 762],
      [803, 738],
    ],
    hidden: [
      [764, 756],
      [786, 758],
    ],
  },
];
const tree: readonly (readonly Place[])[] = [
  [
    [1008, 196],
    [990, 250],
    [962, 282],
    [948, 320],
    [956, 372],
    [990, 400],
  ],
  [
    [1012, 230],
    [1004, 330],
    [1008, 410],
  ],
];

const launched = await launchApp({ args: [] });
const { page } = launched;
try {
  await mkdir(out, { recursive: true });
  await untilReady(page, 'home');
  await page.getByRole('button', { name: 'Sign on' }).click();
  await page.getByRole('button', { name: 'Make a sample project' }).click();
  await untilReady(page, 'browse');
  await page.getByRole('button', { name: 'Accept Boats at Nagasaki' }).click();
  await untilReady(page, 'workspace');
  await closeInstructions(page);
  await drawScene();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await take(`editing-${theme}`);
  }
} finally {
  await launched.close();
}

const withDays = await openAppOn([makeImageItem('a')], (profile) => seedDays(profile, { days: 3 }));
try {
  await withDays.page.getByRole('button', { name: 'My time', exact: true }).click();
  await untilReady(withDays.page, 'my-time');
  await withDays.page.getByRole('button', { name: 'Earlier' }).click();
  await withDays.page.locator('[data-stretch="search"]').first().waitFor();
  await take('my-time', withDays.page);
} finally {
  await withDays.close();
}

async function drawScene(): Promise<void> {
  const press = (key: string) => page.keyboard.press(key);
  // the hills: buildings, a tree under the brush
  await press('Digit4');
  await drawBox(page, NAGASAKI, { x: 794, y: 436, width: 228, height: 92 });
  await press('Digit5');
  await press('KeyM');
  for (let times = 0; times < 3; times += 1) await press('Shift+Period');
  for (const stroke of tree) await paint(stroke);
  await press('Enter');
  // the ship: a polygon, and its mast as a box that is turned
  await press('Digit3');
  await press('KeyP');
  await clickAll(ship);
  await press('Enter');
  await press('KeyR');
  await drag(page, await at(mast.from), await at(mast.to));
  await clickAll([mast.across]);
  // who is in the boat: key points, the hidden ones with Shift
  await press('Digit1');
  await press('KeyK');
  for (const { seen, hidden } of people) {
    await clickAll(seen);
    await page.keyboard.down('Shift');
    await clickAll(hidden);
    await page.keyboard.up('Shift');
    await press('Enter');
  }
  // the boat: one object with holes where one sees through its windows
  await press('Digit3');
  await press('KeyP');
  await clickAll(boat);
  for (const hole of windows) {
    await press('Shift+Enter');
    await clickAll(hole);
  }
  await press('Enter');
  await untilSaved(page);
  // the boat in hand, with its points
  await press('KeyV');
  await clickAll([[330, 745]]);
  await page.mouse.move(0, 0);
}

function at([x, y]: Place) {
  return imagePointInWindow(page.getByTestId('canvas'), NAGASAKI, { x, y });
}

async function clickAll(places: readonly Place[]): Promise<void> {
  for (const place of places) {
    const { x, y } = await at(place);
    await page.mouse.move(x, y, { steps: 2 });
    await page.mouse.down();
    await page.mouse.up();
  }
}

async function paint([first, ...more]: readonly Place[]): Promise<void> {
  if (!first) return;
  const start = await at(first);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (const place of more) {
    const { x, y } = await at(place);
    await page.mouse.move(x, y, { steps: 6 });
  }
  await page.mouse.up();
}

async function take(name: string, of: Page = page): Promise<void> {
  // long enough for a transition to end
  await of.waitForTimeout(350);
  await of.screenshot({ path: join(out, `${name}.png`) });
  process.stdout.write(`  ${name}.png\n`);
}
