import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Flag } from '../../../shared/content/flag.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { directionOf } from '../../../shared/core/text-direction.ts';
import { itemNames } from '../../../shared/dataset/item-names.ts';
import type { Medium } from '../../../shared/project/label-set.ts';
import { readImageHeader } from '../media/image-header.ts';
import type { Part } from '../../../shared/project/part.ts';
import type { LazyItem } from './create-project.ts';
import { textsInLines } from './json-line-texts.ts';
import { PROJECT_FILE } from './project-session.ts';

/** Why a file of a folder becomes no item. */
export type AsideReason =
  'empty' | 'broken' | 'unsupported' | 'too-large' | 'not-utf8' | 'line' | 'unreadable' | 'other' | 'project';

/** A file or folder, `/`-separated below the folder that was looked through. */
export interface LeftAside {
  readonly path: string;
  readonly why: AsideReason;
}

/** What of a folder can be labelled. Nothing was copied yet. */
export interface FolderSurvey {
  readonly folder: string;
  readonly files: readonly OwnFile[];
  readonly aside: readonly LeftAside[];
}

export interface OwnFile {
  readonly path: string;
  readonly medium: Medium;
  readonly direction: 'ltr' | 'rtl';
  /** Of a text that is one line of a file: what it holds. */
  readonly text?: string;
  /** What its line says of sensitive content. */
  readonly flags?: readonly Flag[];
  readonly parts?: readonly Part[];
}

/** The header of a photograph stands within, unless its maker put a large preview before it. */
const HEADER_BYTES = 256 * 1024;
const MOST_TEXT_BYTES = 16 * 1024 * 1024;
const MOST_FILES = 200_000;
/** What systems leave in every folder. */
const LITTER = new Set(['thumbs.db', 'desktop.ini']);
const LINES = /\.jsonl$/i;
const TEXT = /\.(?:txt|text|md)$/i;
const PICTURE = /\.(?:jpe?g|jfif|png|gif|webp|bmp|tiff?|svg|heic|heif|avif|jp2|ico|psd|dng)$/i;

/**
 * Looks through a folder for what can be labelled: pictures by their content, texts by their ending, and
 * the texts in files of JSON lines. Links are never
 * followed; hidden files do not count; projects of Fairmark in it are left alone. What else is left aside is told.
 * Refuses with `PACKAGE_NOT_FOUND` when there is no such folder.
 */
export async function surveyFolder(folder: string): Promise<FolderSurvey> {
  const found = await lstat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new AppError('PACKAGE_NOT_FOUND', { path: folder });
  const { paths, projects, unreadable } = await filesToLookAt(folder);
  const files: OwnFile[] = [];
  const aside: LeftAside[] = [
    ...projects.map((path) => ({ path, why: 'project' as const })),
    ...unreadable.map((path) => ({ path, why: 'unreadable' as const })),
  ];
  for (const path of paths) {
    if (LINES.test(path)) {
      const lines = await textsInLines(folder, path);
      files.push(...lines.files);
      aside.push(...lines.aside);
      continue;
    }
    const looked = await lookAt(join(folder, ...path.split('/'))).catch(unlessRefused);
    if (typeof looked === 'string') aside.push({ path, why: looked });
    else files.push({ path, ...looked });
  }
  return { folder, files, aside };
}

/** The items of a project made of these files; each is read when it is copied. */
export function itemsOf({ folder, files }: FolderSurvey): readonly LazyItem[] {
  const numbered = files.map((file, index) => ({ ...file, id: `item-${String(index + 1).padStart(6, '0')}` }));
  const names = itemNames(numbered);
  return numbered.map(({ id, path, medium, direction, text, flags = [], parts }) => {
    const name = names.get(id)?.path ?? id;
    return {
      id,
      title: titleOf(path),
      path: `data/${name.length > 900 ? `${id}${extname(name)}` : name}`,
      medium,
      language: null,
      direction,
      note: '',
      flags,
      ...(parts ? { parts } : {}),
      async read() {
        if (text !== undefined) return new TextEncoder().encode(text);
        const bytes = await readFile(join(folder, ...path.split('/'))).catch(() => null);
        const fault = bytes === null || (medium === 'image' ? faultOf(bytes) : faultOfText(bytes));
        if (bytes === null || fault !== null) throw new AppError('SOURCE_CHANGED', { path });
        return bytes;
      },
    };
  });
}

/** In the order in which people count: `2.jpg` before `10.jpg`. */
async function filesToLookAt(folder: string): Promise<{
  readonly paths: readonly string[];
  readonly projects: readonly string[];
  readonly unreadable: readonly string[];
}> {
  const { files: all, unreadable } = await filesBelow(folder);
  const projects = all
    .filter((path) => path.endsWith(`/${PROJECT_FILE}`))
    .map((path) => path.slice(0, -PROJECT_FILE.length - 1));
  const inOrder = new Intl.Collator('en', { numeric: true });
  const paths = all
    .filter((path) => !isHidden(path) && !projects.some((project) => path.startsWith(`${project}/`)))
    .toSorted((a, b) => inOrder.compare(a, b) || (a < b ? -1 : 1))
    .slice(0, MOST_FILES);
  return { paths, projects, unreadable };
}

/** All files, and the folders that may not be opened: one of them is no reason to look at none of the others. */
async function filesBelow(root: string): Promise<{ files: readonly string[]; unreadable: readonly string[] }> {
  const files: string[] = [];
  const unreadable: string[] = [];
  const folders = [''];
  for (let below = folders.pop(); below !== undefined; below = folders.pop()) {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch(unlessRefused);
    if (entries === 'unreadable') {
      if (below === '') throw new AppError('PACKAGE_NOT_FOUND', { path: root });
      unreadable.push(below);
      continue;
    }
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && !isHidden(path)) folders.push(path);
    }
  }
  return { files, unreadable };
}

/** What the system does not let us read, or what is gone by now, is left aside; any other failure stays one. */
function unlessRefused(error: unknown): 'unreadable' {
  if (error instanceof Error && 'errno' in error) return 'unreadable';
  throw error;
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.')) || LITTER.has(basename(path).toLowerCase());
}

async function lookAt(path: string): Promise<Omit<OwnFile, 'path'> | AsideReason> {
  const { size } = await lstat(path);
  if (TEXT.test(path)) return size === 0 ? 'empty' : size > MOST_TEXT_BYTES ? 'too-large' : lookAtText(path);
  if (size === 0) return PICTURE.test(path) ? 'empty' : 'other';
  const why = await faultOfPicture(path, size);
  if (why === null) return { medium: 'image', direction: 'ltr' };
  // what says that it is a picture is told as one that cannot be shown
  return why === 'broken' && !PICTURE.test(path) ? 'other' : why;
}

async function lookAtText(path: string): Promise<Omit<OwnFile, 'path'> | AsideReason> {
  const bytes = await readFile(path);
  const fault = faultOfText(bytes);
  return fault ?? { medium: 'text', direction: directionOf(new TextDecoder().decode(bytes)) };
}

/** What is no UTF-8, or holds nothing but white space. */
function faultOfText(bytes: Uint8Array): 'empty' | 'not-utf8' | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.trim() === '' ? 'empty' : null;
  } catch {
    return 'not-utf8';
  }
}

/** From the first bytes where they are enough: a folder of photographs is not read whole to be counted. */
async function faultOfPicture(path: string, size: number): Promise<'broken' | 'unsupported' | 'too-large' | null> {
  const start = new Uint8Array(Math.min(size, HEADER_BYTES));
  const file = await open(path, 'r');
  try {
    await file.read(start, 0, start.length, 0);
  } finally {
    await file.close();
  }
  const fault = faultOf(start);
  return fault === 'broken' && size > start.length && PICTURE.test(path) ? faultOf(await readFile(path)) : fault;
}

function faultOf(bytes: Uint8Array): 'broken' | 'unsupported' | 'too-large' | null {
  try {
    readImageHeader(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'ITEM_UNSUPPORTED') return 'unsupported';
    return error.code === 'ITEM_TOO_LARGE' ? 'too-large' : 'broken';
  }
}

/** A file's own path, the end of it where it is long; signs that steer how a line is shown are taken out. */
function titleOf(path: string): string {
  const shown = path.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}]/gu, '\ufffd');
  return shown.length <= 200 ? shown : `…${shown.slice(-199)}`;
}
