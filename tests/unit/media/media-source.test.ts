import { createHash } from 'node:crypto';
import { mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MediaSource } from '../../../electron/services/media/media-source.ts';
import { Pictures } from '../../../electron/services/media/pictures.ts';
import type { Visibility } from '../../../shared/content/visibility.ts';
import type { Item } from '../../../shared/project/item.ts';
import { makePng } from '../../support/make-png.ts';
import { temporaryFolder } from '../../support/project-fixture.ts';

function makeItem(id: string, given: Partial<Item> = {}): Item {
  return {
    id,
    title: id,
    path: `${id}.png`,
    medium: 'image',
    language: null,
    direction: 'ltr',
    width: 8,
    height: 8,
    words: null,
    note: '',
    sha256: createHash('sha256').update(makePng(8, 8)).digest('hex'),
    ...given,
  } as Item;
}

async function openSource(...items: readonly Item[]) {
  const root = await temporaryFolder();
  await mkdir(root, { recursive: true });
  for (const { path } of items) await writeFile(join(root, path), makePng(8, 8));
  const visibility = new Map<string, Visibility>();
  let tokens = 0;
  const source = new MediaSource({
    root,
    pictures: new Pictures(root, () => Promise.resolve(null)),
    visibilityOf: ({ id }) => visibility.get(id) ?? 'shown',
    makeToken: () => `token-${(tokens += 1)}`,
    monoMs: () => 0,
  });
  return { source, visibility, root };
}

describe('the picture of the next task', () => {
  const [a, b] = [makeItem('a'), makeItem('b')];

  it('has one address, ahead and when its task comes', async () => {
    const { source } = await openSource(a, b);
    source.showUrl(a);
    const ahead = source.aheadUrl(b);
    expect(await source.resolve(ahead ?? '')).toMatchObject({ mime: 'image/png' });
    source.closeItem();
    expect(source.showUrl(b)).toBe(ahead);
    expect(await source.resolve(ahead ?? '')).toMatchObject({ mime: 'image/png' });
    source.closeItem();
    expect(await source.resolve(ahead ?? '')).toBeNull();
  });

  it('is given no more when another task comes, or none', async () => {
    const { source } = await openSource(a, b);
    const ahead = source.aheadUrl(b) ?? '';
    source.aheadUrl(a);
    expect(await source.resolve(ahead)).toBeNull();
    const other = source.aheadUrl(a) ?? '';
    source.aheadUrl(null);
    expect(await source.resolve(other)).toBeNull();
  });

  it.each([
    ['flagged', 'derivative'],
    ['of unknown flags', 'hidden'],
  ] as const)('is never given ahead while it is %s', async (_name, seen) => {
    const { source, visibility } = await openSource(a);
    visibility.set('a', seen);
    expect(source.aheadUrl(a)).toBeNull();
  });

  it('is given no more when a flag comes late', async () => {
    const { source, visibility } = await openSource(a);
    const ahead = source.aheadUrl(a) ?? '';
    visibility.set('a', 'derivative');
    expect(await source.resolve(ahead)).toBeNull();
    expect(source.showUrl(a)).not.toBe(ahead);
  });

  it('is not decoded ahead when it is huge, or no picture', async () => {
    const { source } = await openSource();
    expect(source.aheadUrl(makeItem('huge', { width: 8000, height: 8000 }))).toBeNull();
    expect(source.aheadUrl(makeItem('words', { medium: 'text', width: null, height: null }))).toBeNull();
  });
});

describe('the size of a picture', () => {
  const a = makeItem('a');

  it('is that of the file, before and after it was fetched', async () => {
    const { source } = await openSource(a);
    expect(await source.sizeOf(a)).toEqual({ width: 8, height: 8 });
    const { bytes } = (await source.resolve(source.showUrl(a))) ?? {};
    expect(Buffer.from(bytes ?? [])).toEqual(Buffer.from(makePng(8, 8)));
    expect(await source.sizeOf(a)).toEqual({ width: 8, height: 8 });
  });

  it('is refused once the file was changed since it was read, whatever time it claims, and so are its bytes', async () => {
    const { source, root } = await openSource(a);
    const file = join(root, a.path);
    await source.sizeOf(a);
    const url = source.showUrl(a);
    const { atime, mtime } = await stat(file);
    const other = Buffer.from(makePng(8, 8));
    other.writeUInt8(other.readUInt8(other.length - 1) ^ 1, other.length - 1);
    await writeFile(file, other);
    await utimes(file, atime, mtime);
    await expect(source.sizeOf(a)).rejects.toMatchObject({ code: 'ITEM_CHANGED' });
    await expect(source.resolve(url)).rejects.toMatchObject({ code: 'ITEM_CHANGED' });
    await rm(file);
    await expect(source.sizeOf(a)).rejects.toMatchObject({ code: 'ITEM_MISSING' });
  });
});
