import type { Page } from '@playwright/test';
import { drag, dragOverWords, drawBox, imagePointInWindow, wordsInWindow } from '../../tests/support/hands.ts';
import { closeInstructions, untilReady, untilSaved } from '../../tests/support/open-project.ts';
import type { Camera } from './camera.ts';

/** What a step of the tour has in hand. */
export interface Tour {
  readonly page: Page;
  readonly camera: Camera;
  /** Guards the sample's keys where the system has no keyring. Made for this tour, good for nothing else. */
  readonly passphrase: string;
}

/** A moment in which a person would look or read. */
const LOOK_MS = 900;

/** Finds the way in: makes the sample, signs on, looks for work. */
export async function findWork({ page, camera }: Tour): Promise<void> {
  await untilReady(page, 'home');
  await camera.take('home');
  await page.getByRole('button', { name: 'Sign on' }).click();
  await page.getByRole('button', { name: 'Make a sample project' }).click();
  await untilReady(page, 'browse');
  await page.getByRole('button', { name: 'Accept Boats at Nagasaki' }).waitFor();
  await page.waitForTimeout(LOOK_MS);
  await camera.take('tasks');
  await page.getByPlaceholder('Search by title').fill('alpine');
  await page.waitForTimeout(LOOK_MS);
  await camera.take('search');
  await page.getByPlaceholder('Search by title').fill('');
}

/** Boxes in the photograph of Nagasaki, in image pixels, with the digit of their class. */
const NAGASAKI = { width: 1024, height: 819 };
const boats = [
  { digit: '3', rect: { x: 442, y: 122, width: 312, height: 460 } },
  { digit: '3', rect: { x: 2, y: 620, width: 655, height: 160 } },
  { digit: '1', rect: { x: 381, y: 648, width: 84, height: 64 } },
  { digit: '1', rect: { x: 752, y: 664, width: 64, height: 134 } },
  { digit: '4', rect: { x: 794, y: 436, width: 228, height: 96 } },
] as const;

/** Labels a photograph: instructions, boxes, classes by digit, undo and redo, submit. */
export async function labelPhotograph({ page, camera }: Tour): Promise<void> {
  await page.getByRole('button', { name: 'Accept Boats at Nagasaki' }).click();
  await untilReady(page, 'workspace');
  await page.getByRole('button', { name: 'I have read this' }).waitFor();
  await page.waitForTimeout(2 * LOOK_MS);
  await camera.take('instructions');
  await closeInstructions(page);
  for (const { digit, rect } of boats) {
    await page.keyboard.press(`Digit${digit}`);
    await drawBox(page, NAGASAKI, rect);
    await page.keyboard.press(`Digit${digit}`);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(LOOK_MS / 3);
  }
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+Shift+KeyZ');
  await joinAboard(page);
  await untilSaved(page);
  await camera.take('workspace-image');
  await page.keyboard.press('Control+Enter');
}

/** Joins a person with the boat they are aboard of, and says how that person stands. */
async function joinAboard(page: Page): Promise<void> {
  const canvas = page.getByTestId('canvas');
  const inWindow = (x: number, y: number) => imagePointInWindow(canvas, NAGASAKI, { x, y });
  await page.keyboard.press('Digit6');
  await drag(page, await inWindow(423, 650), await inWindow(200, 621));
  await page.waitForTimeout(LOOK_MS / 3);
  await page.keyboard.press('Escape');
  const person = await inWindow(464, 690);
  await page.mouse.click(person.x, person.y);
  await page.keyboard.press('Shift+Digit2');
}

const stretches = [
  { words: 'All human beings', digit: '3' },
  { words: 'born free and equal in dignity and rights', digit: '1' },
  { words: 'should act towards one another in a spirit of brotherhood', digit: '2' },
  { words: 'Everyone is entitled to all the rights and freedoms', digit: '1' },
  { words: 'Everyone', digit: '3' },
] as const;

/** The group, what it holds or owes, and the digit of that relation. */
const relations = [
  ['All human beings', 'born free', '4'],
  ['All human beings', 'one another in', '5'],
] as const;

/** Marks spans in a text by dragging over words, gives them classes, takes one back, joins some. */
export async function labelText({ page, camera }: Tour): Promise<void> {
  const text = page.getByTestId('text');
  await text.waitFor();
  await page.waitForTimeout(LOOK_MS);
  for (const { words, digit } of stretches) {
    await dragOverWords(page, text, words);
    await page.keyboard.press(`Digit${digit}`);
    await page.waitForTimeout(LOOK_MS / 3);
  }
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+Shift+KeyZ');
  for (const [from, to, digit] of relations) {
    await page.keyboard.press(`Digit${digit}`);
    await drag(page, await wordsInWindow(text, from), await wordsInWindow(text, to));
    await page.keyboard.press('Escape');
    await page.waitForTimeout(LOOK_MS / 3);
  }
  await page.getByRole('button', { name: /^Right born free/ }).click();
  await page.getByTestId('details').getByRole('button', { name: 'freedom' }).click();
  await untilSaved(page);
  await camera.take('workspace-text');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('A house cat in motion').waitFor();
  await page.getByRole('button', { name: 'Put back' }).click();
  await untilReady(page, 'browse');
}

/** Compares two versions of a text, shown side by side, and says why one is better. */
export async function compareVersions({ page, camera }: Tour): Promise<void> {
  await page.getByRole('button', { name: 'Accept The right to rest, in plain words' }).click();
  await untilReady(page, 'workspace');
  await page.waitForTimeout(2 * LOOK_MS);
  const plain = page.getByRole('group', { name: /^Answer/ }).filter({ hasText: 'Nobody may make you work' });
  const name = (await plain.getAttribute('aria-label')) ?? '';
  // to the question, then down to the answer that is meant
  await page.keyboard.press('Shift+KeyD');
  await page.keyboard.press(name === 'Answer A' ? 'Digit1' : 'Digit2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Short sentences, and words that everybody knows.', { delay: 15 });
  await untilSaved(page);
  await camera.take('compare-two-versions');
  await page.keyboard.press('Control+Enter');
  await page.getByText('A house cat in motion').waitFor();
  await page.getByRole('button', { name: 'Put back' }).click();
  await untilReady(page, 'browse');
}

const FARM = { width: 1024, height: 788 };

/** Meets a hidden photograph: told before accepting, hidden on opening, seen through a lens while a button is held. */
export async function meetHidden({ page, camera }: Tour): Promise<void> {
  await page.getByRole('combobox', { name: 'Flags' }).selectOption({ label: 'Flagged only' });
  await page.getByRole('button', { name: 'Accept A home in the Dust Bowl' }).click();
  await camera.take('flagged-before-accepting');
  await page.getByRole('button', { name: 'Accept, keep it hidden' }).click();
  await untilReady(page, 'workspace');
  await page.waitForTimeout(LOOK_MS);
  await camera.take('hidden');
  await page.getByRole('button', { name: 'Look…' }).click();
  const at = await imagePointInWindow(page.getByTestId('canvas'), FARM, { x: 790, y: 440 });
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.waitForTimeout(LOOK_MS);
  await camera.take('lens-while-held');
  await page.mouse.up();
  await page.keyboard.press('KeyB');
  await page.keyboard.press('Digit4');
  await drawBox(page, FARM, { x: 660, y: 340, width: 260, height: 190 });
  await untilSaved(page);
  await page.keyboard.press('Control+Enter');
}

/** Takes a break for a few seconds: long enough to see it, so that it stands in the record as interrupted. */
export async function takeBreak({ page, camera }: Tour): Promise<void> {
  await page.getByRole('button', { name: 'Rest or step away' }).click();
  await page.getByRole('menuitem', { name: 'Take a break now' }).click();
  await page.getByTestId('break-overlay').waitFor();
  await page.waitForTimeout(3 * LOOK_MS);
  await camera.take('break');
  await page.getByRole('button', { name: 'End it early' }).click();
  await page.getByTestId('break-overlay').waitFor({ state: 'hidden' });
}

/** Looks at the worker's own time. */
export async function lookAtTime({ page, camera }: Tour): Promise<void> {
  await goTo(page, 'My time', 'my-time');
  await page.waitForTimeout(LOOK_MS);
  await camera.take('my-time');
}

/** Reviews, makes keys, says what was sent, signs; answers with the package's folder. */
export async function handOver({ page, camera, passphrase }: Tour): Promise<string> {
  await goTo(page, 'Hand over', 'export');
  await page.getByRole('button', { name: 'Accept all' }).waitFor();
  await page.getByRole('button', { name: 'Look at what was handed in: The right to rest, in plain words' }).click();
  await page.getByText('Short sentences, and words that everybody knows.').waitFor();
  await camera.take('review');
  await page.getByRole('button', { name: 'Back to the steps' }).click();
  await page.getByRole('button', { name: 'Accept all' }).click();
  await page.getByText('Everything is reviewed').waitFor();
  const first = page.getByLabel('Passphrase', { exact: true });
  if (await first.isVisible()) {
    await first.fill(passphrase);
    await page.getByLabel('Passphrase again').fill(passphrase);
  }
  await page.getByRole('button', { name: 'Make keys' }).click();
  const sign = page.getByRole('button', { name: 'Sign and write the package' });
  await page.getByLabel('I have received it').click();
  await page.getByLabel('I agree that my own statements are published').click();
  await page.getByText('Read what the worker signs').click();
  await page.getByText('Read what the worker signs').scrollIntoViewIfNeeded();
  await page.waitForTimeout(LOOK_MS);
  await camera.take('what-is-signed');
  await page.getByText('Read what the worker signs').click();
  await sign.scrollIntoViewIfNeeded();
  await sign.click();
  await page.getByText('The package is written').waitFor();
  await page.getByText('The package is written').scrollIntoViewIfNeeded();
  await camera.take('package-written');
  return (await page.getByTestId('export-folder').innerText()).trim();
}

/** Verifies the package in the window, as whoever received it would. */
export async function verifyInWindow({ page, camera }: Tour, dir: string): Promise<void> {
  await goTo(page, 'Verify', 'verify');
  await page.getByLabel('Folder of the package').fill(dir);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByTestId('verdict').getByText('Nothing failed.').waitFor();
  await camera.take('verify');
}

/** The settings, then the same app in the dark and in French. */
export async function showSettings({ page, camera }: Tour): Promise<void> {
  await goTo(page, 'Settings', 'settings');
  await camera.take('settings');
  await page.getByRole('combobox', { name: 'Appearance' }).selectOption({ label: 'Dark' });
  await goTo(page, 'Tasks', 'browse');
  await page.getByRole('combobox', { name: 'Flags' }).selectOption({ label: 'All' });
  await page.getByRole('button', { name: 'Go on with A house cat in motion' }).click();
  await untilReady(page, 'workspace');
  await page.waitForTimeout(LOOK_MS);
  await camera.take('dark-workspace');
  await goTo(page, 'My time', 'my-time');
  await camera.take('dark-my-time');
  await goTo(page, 'Settings', 'settings');
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Français' });
  await page.getByRole('heading', { name: 'Réglages' }).waitFor();
  await camera.take('french');
}

async function goTo(page: Page, name: string, screen: string): Promise<void> {
  await page.getByRole('navigation').getByText(name, { exact: true }).click();
  await untilReady(page, screen);
}
