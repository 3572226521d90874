import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Flag, unknownContent } from '../../../shared/content/flag.ts';
import type { FlaggerInput } from '../../../shared/content/flagger.ts';
import { flagsOf } from '../../../shared/content/visibility.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { hasLoneSurrogate } from '../../../shared/core/code-points.ts';
import type { Item } from '../../../shared/project/item.ts';
import { type Part, partsFitText, partsSchema } from '../../../shared/project/part.ts';
import type { Project } from '../../../shared/project/project.ts';
import { countWords } from '../../../shared/project/words.ts';
import { insertItem } from '../../db/item-store.ts';
import { write } from '../../db/open-database.ts';
import { insertProject } from '../../db/project-store.ts';
import { insertTask } from '../../db/task-store.ts';
import { syncFolder } from '../atomic-file.ts';
import { refusingDiskErrors } from '../package/disk-refusal.ts';
import { readImageHeader } from '../media/image-header.ts';
import { openProjectDatabase, PROJECT_FILE } from './project-session.ts';

/** What is known of an item that is to be put into a new project. */
interface ItemFacts {
  readonly id: string;
  readonly title: string;
  /** Path in the project, `/`-separated, made by Fairmark: never taken from a dataset as it is. */
  readonly path: string;
  readonly medium: 'image' | 'text';
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  readonly note: string;
  readonly flags: readonly Flag[];
  /** What a text is made of, as whole lines; see `partSchema`. */
  readonly parts?: readonly Part[];
}

/** An item with its bytes. */
export interface NewItem extends ItemFacts {
  readonly bytes: Uint8Array;
}

/** An item whose bytes are read when it is its turn: thousands of photographs do not fit into memory. */
export interface LazyItem extends ItemFacts {
  readonly read: () => Promise<Uint8Array>;
}

/**
 * Makes a project folder with a task for each item, in the order given. It is built beside its place and renamed, so
 * that it is there whole or not at all. Refuses with `FOLDER_NOT_EMPTY` when something is in the way, with
 * `ITEM_BROKEN` or `ITEM_TOO_LARGE` for an image that cannot be labelled, with `ITEM_BROKEN` for parts that are not in
 * their text, and with `DISK_FULL` and the like when it cannot be written.
 */
export async function createProject(
  dir: string,
  project: Project,
  items: readonly (NewItem | LazyItem)[],
): Promise<void> {
  if ((await readdir(dir).catch(() => [])).length > 0) throw new AppError('FOLDER_NOT_EMPTY', { path: dir });
  await refusingDiskErrors(() => build(dir, project, items));
}

async function build(dir: string, project: Project, items: readonly (NewItem | LazyItem)[]): Promise<void> {
  await mkdir(dirname(dir), { recursive: true });
  const building = await mkdtemp(join(dirname(dir), `.${basename(dir)}-`));
  try {
    const described: { readonly item: Item; readonly flags: readonly Flag[] }[] = [];
    for (const given of items) {
      const bytes = 'bytes' in given ? given.bytes : await given.read();
      const file = join(building, ...given.path.split('/'));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes, { flush: true });
      described.push(describe(given, bytes));
    }
    const db = openProjectDatabase(join(building, PROJECT_FILE));
    try {
      write(db, () => {
        insertProject(db, project);
        for (const [position, { item, flags }] of described.entries()) {
          insertItem(db, item, flags);
          insertTask(db, {
            id: `task-${item.id}`.slice(0, 64),
            itemId: item.id,
            state: 'open',
            position,
            payMinor: project.terms.perTaskMinor[item.medium],
            revision: 0,
          });
        }
      });
    } finally {
      db.close();
    }
    await syncFolder(building);
    // an empty folder may stand where the project goes
    await rm(dir, { recursive: false, force: true }).catch(() => undefined);
    await rename(building, dir);
    await syncFolder(dirname(dir));
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}

/** Fails closed: where a flagger cannot tell, nobody knows what the item holds, and it counts as flagged. */
function knownFlags(input: FlaggerInput): readonly Flag[] {
  try {
    return flagsOf(input);
  } catch {
    return [...input.given, unknownContent];
  }
}

/** The item, with what a word list finds in it: no text is ever seen before it was looked at. */
function describe(given: ItemFacts, bytes: Uint8Array): { readonly item: Item; readonly flags: readonly Flag[] } {
  const size = given.medium === 'image' ? readImageHeader(bytes) : null;
  const text = given.medium === 'text' ? decodeText(bytes, given.path) : null;
  const parts = given.parts ? partsSchema.safeParse(given.parts).data : [];
  if (!parts || !partsFitText(parts, text ?? '')) throw new AppError('ITEM_BROKEN', { path: given.path });
  const item = {
    id: given.id,
    medium: given.medium,
    title: given.title,
    path: given.path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    width: size?.width ?? null,
    height: size?.height ?? null,
    words: text === null ? null : countWords(text, given.language),
    language: given.language,
    direction: given.direction,
    note: given.note,
    ...(parts.length === 0 ? {} : { parts }),
  };
  return { item, flags: knownFlags({ item, text, given: given.flags }) };
}

function decodeText(bytes: Uint8Array, path: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (hasLoneSurrogate(text)) throw new AppError('ITEM_BROKEN', { path });
    return text;
  } catch (error) {
    throw new AppError('ITEM_BROKEN', { path }, { cause: error });
  }
}
