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
import { readImageHeader } from '../media/image-header.ts';
import { openProjectDatabase, PROJECT_FILE } from './project-session.ts';

/** An item to be put into a new project: its bytes and what is known of it. */
export interface NewItem {
  readonly id: string;
  readonly title: string;
  /** Path in the project, `/`-separated, made by Fairmark: never taken from a dataset as it is. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly medium: 'image' | 'text';
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  readonly note: string;
  readonly flags: readonly Flag[];
  /** What a text is made of, as whole lines; see `partSchema`. */
  readonly parts?: readonly Part[];
}

/**
 * Makes a project folder with a task for each item, in the order given. It is built beside its place and renamed, so
 * that it is there whole or not at all. Refuses with `FOLDER_NOT_EMPTY` when something is in the way, with
 * `ITEM_BROKEN` or `ITEM_TOO_LARGE` for an image that cannot be labelled, with `ITEM_BROKEN` for parts that are not in
 * their text.
 */
export async function createProject(dir: string, project: Project, items: readonly NewItem[]): Promise<void> {
  if ((await readdir(dir).catch(() => [])).length > 0) throw new AppError('FOLDER_NOT_EMPTY', { path: dir });
  await mkdir(dirname(dir), { recursive: true });
  const building = await mkdtemp(join(dirname(dir), `.${basename(dir)}-`));
  try {
    for (const item of items) {
      const file = join(building, ...item.path.split('/'));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, item.bytes, { flush: true });
    }
    const db = openProjectDatabase(join(building, PROJECT_FILE));
    try {
      write(db, () => {
        insertProject(db, project);
        for (const [position, item] of items.entries()) {
          const described = describe(item);
          // what a word list finds is written down with the item, so that no text is ever seen before it was looked at
          const text = item.medium === 'text' ? decodeText(item) : null;
          insertItem(db, described, knownFlags({ item: described, text, given: item.flags }));
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

function describe(item: NewItem): Item {
  const size = item.medium === 'image' ? readImageHeader(item.bytes) : null;
  const text = item.medium === 'text' ? decodeText(item) : null;
  const parts = item.parts ? partsSchema.safeParse(item.parts).data : [];
  if (!parts || !partsFitText(parts, text ?? '')) throw new AppError('ITEM_BROKEN', { path: item.path });
  return {
    id: item.id,
    medium: item.medium,
    title: item.title,
    path: item.path,
    sha256: createHash('sha256').update(item.bytes).digest('hex'),
    bytes: item.bytes.byteLength,
    width: size?.width ?? null,
    height: size?.height ?? null,
    words: text === null ? null : countWords(text, item.language),
    language: item.language,
    direction: item.direction,
    note: item.note,
    ...(parts.length === 0 ? {} : { parts }),
  };
}

function decodeText({ bytes, path }: NewItem): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (hasLoneSurrogate(text)) throw new AppError('ITEM_BROKEN', { path });
    return text;
  } catch (error) {
    throw new AppError('ITEM_BROKEN', { path }, { cause: error });
  }
}
