import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { drawBox } from '../support/hands.ts';
import { makeImageItem } from '../support/make-facts.ts';
import { gpsEntries, makeTiff, pngWith } from '../support/make-metadata.ts';
import { makePng } from '../support/make-png.ts';
import { acceptFirstTask, openAppOn, type OpenedApp, untilReady, untilSaved } from '../support/open-project.ts';

const IMAGE = { width: 640, height: 480 };
const bytes = pngWith('eXIf', makeTiff([], gpsEntries), makePng(IMAGE.width, IMAGE.height));
const items = ['a', 'b'].map((id) => makeImageItem(id, { bytes }));

test.describe('handing over', () => {
  let opened: OpenedApp;

  test.beforeEach(async () => {
    opened = await openAppOn(items);
    const { page } = opened;
    await acceptFirstTask(page, 'Image a');
    await drawBox(page, IMAGE, { x: 100, y: 80, width: 200, height: 120 });
    await untilSaved(page);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Image b')).toBeVisible();
    await page.getByRole('navigation').getByText('Hand over', { exact: true }).click();
    await untilReady(page, 'export');
  });
  test.afterEach(() => opened.close());

  /** Reviews, makes keys, signs; gives the package's folder. */
  async function signPackage(): Promise<string> {
    const { page } = opened;
    await page.getByRole('button', { name: 'Accept all' }).click();
    await expect(page.getByTestId('metadata')).toContainText('1 of 1 says where it was taken');
    await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery staple');
    await page.getByLabel('Passphrase again').fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Make keys' }).click();
    await page.getByRole('button', { name: 'Sign and write the package' }).click();
    await expect(page.getByText('The package is written').first()).toBeVisible();
    return (await page.getByTestId('export-folder').innerText()).trim();
  }

  async function verdictOn(folder: string) {
    const { page } = opened;
    await page.getByRole('navigation').getByText('Verify', { exact: true }).click();
    await untilReady(page, 'verify');
    await page.getByLabel('Folder of the package').fill(folder);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    const verdict = page.getByTestId('verdict');
    await expect(verdict).toBeVisible();
    return verdict;
  }

  test('writes a package that verifies, and one changed byte in it is found', async () => {
    const folder = await signPackage();
    await expect(await verdictOn(folder)).toContainText('Nothing failed.');

    await appendFile(join(folder, 'data', 'fairmark', 'annotations.jsonl'), ' ');
    const { page } = opened;
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByTestId('verdict')).toContainText(/failed/);
    const finding = page.locator('[data-code="E_SUBJECT"]').first();
    await expect(finding).toContainText('is not the file of manifest-sha256.txt');

    // the same in the worker's language
    await page.getByRole('navigation').getByText('Settings', { exact: true }).click();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('fr');
    await page.getByRole('navigation').getByText('Vérifier', { exact: true }).click();
    await page.getByLabel('Dossier du paquet').fill(folder);
    await page.locator('#content').getByRole('button', { name: 'Vérifier', exact: true }).click();
    await expect(finding).toContainText('n’est pas le fichier de manifest-sha256.txt');
    await expect(page.locator('[data-claim="pay"]')).toContainText(
      'Aucune signature ne montre que de l’argent a bougé.',
    );
  });

  test('signs sums for the worker, and nothing that tells when or how they worked', async () => {
    const folder = await signPackage();
    const openings = folder.replace(/packages([\\/])([^\\/]+)$/, 'openings$1$2');
    const file = (await readdir(join(openings, 'labour', 'statements'))).find((name) =>
      name.endsWith('-work.dsse.json'),
    );
    const envelope = JSON.parse(await readFile(join(openings, 'labour', 'statements', file ?? ''), 'utf8')) as {
      payload: string;
    };
    const signed = Buffer.from(envelope.payload, 'base64').toString('utf8');
    expect(JSON.parse(signed)).toMatchObject({ predicateType: 'urn:fairmark:work-statement:v0.1' });
    // signed bytes hold nothing that could tell on the worker: no clock time, no presence, no other program
    expect(signed).not.toMatch(/interacting|attending|T\d\d:\d\d|"title"/);
  });

  test('refuses a wrong passphrase in words, and opens with the right one', async () => {
    const { page } = opened;
    await signPackage();
    await page.getByRole('button', { name: 'Back to the steps' }).click();
    await page.getByRole('button', { name: 'Lock the keys' }).click();
    const field = page.getByLabel('Passphrase', { exact: true });
    await field.fill('something else entirely');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText(/does not open the keys/)).toBeVisible();
    await field.fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await expect(page.getByText('Requester’s fingerprint', { exact: true })).toBeVisible();
  });

  test('signs exactly what was shown, at the level that the worker chose: nothing of their time, or all of it by task', async () => {
    const { page } = opened;
    const level = async (name: string) => {
      await page.getByRole('navigation').getByText('Settings', { exact: true }).click();
      await untilReady(page, 'settings');
      // it is checked once it is on disk
      await page.getByRole('radio', { name, exact: true }).click();
      await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
      await page.getByRole('navigation').getByText('Hand over', { exact: true }).click();
      await untilReady(page, 'export');
    };
    const shown = async () => {
      // until then the text is of what stood before the last change
      await expect(page.getByRole('button', { name: 'Sign and write the package' })).toBeEnabled();
      return (await page.getByTestId('statement').locator('code').allTextContents()).join('');
    };
    const signed = async () => {
      await page.getByRole('button', { name: 'Sign and write the package' }).click();
      await expect(page.getByText('The package is written').first()).toBeVisible();
      const folder = (await page.getByTestId('export-folder').innerText()).trim();
      const statements = join(folder, 'labour', 'statements');
      const file = (await readdir(statements)).find((name) => name.endsWith('-work.dsse.json')) ?? '';
      const envelope = JSON.parse(await readFile(join(statements, file), 'utf8')) as { payload: string };
      return { folder, text: Buffer.from(envelope.payload, 'base64').toString('utf8') };
    };
    await level('Nothing');
    await page.getByRole('button', { name: 'Accept all' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery staple');
    await page.getByLabel('Passphrase again').fill('correct horse battery staple');
    await page.getByRole('button', { name: 'Make keys' }).click();
    await page.getByText('I agree that my own statements').click();
    await expect(page.getByText('None of your time leaves')).toBeVisible();
    await expect(page.getByTestId('statement')).toContainText('"durationsMs":"withheld"');
    const withheld = await shown();
    const first = await signed();
    expect(first.text).toBe(withheld);
    await expect(await verdictOn(first.folder)).toContainText('Nothing failed.');
    await expect(page.getByText('People who kept their time to themselves, as they may: 1 of 1.')).toBeVisible();
    // the worker's record went on meanwhile, and the level is another one
    await level('By task');
    await page.getByText('I agree that my own statements').click();
    // typed and signed at once: what is signed waits for the last word
    await page.getByLabel('Something is wrong with these hours').fill('Searching was not paid.');
    await expect(page.getByRole('button', { name: 'Sign and write the package' })).toBeDisabled();
    await expect(page.getByTestId('statement')).toContainText('"protest":"Searching was not paid."');
    await expect(page.getByTestId('statement')).toContainText('"detail":"per-task"');
    await expect(page.getByTestId('statement')).toContainText('"trueMs"');
    const byTask = await shown();
    const second = await signed();
    expect(second.text).toBe(byTask);
    await expect(await verdictOn(second.folder)).toContainText('Nothing failed.');
    await expect(page.locator('[data-claim="time"]')).toContainText('A worker signed under protest.');
  });

  test('keeps no passphrase and no key where it can be read', async () => {
    const folder = await signPackage();
    const keys = await readFile(join(opened.userDataDir, 'keys.json'), 'utf8');
    expect(keys).not.toContain('correct horse');
    expect(JSON.parse(keys)).toBeTruthy();
    await writeFile(join(folder, 'note.txt'), 'not part of the bag');
    await expect(await verdictOn(folder)).toContainText(/failed|fault/);
  });
});
