import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { standsIn } from '../../../shared/annotation/label-rules.ts';
import type { Size } from '../../../shared/core/geometry.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { brokenViewSchema, type ItemView } from '../../../shared/ipc/views.ts';
import type { Item } from '../../../shared/project/item.ts';
import { hiddenInText, shownText } from './hidden-words.ts';
import { PROJECT_FILE, type ProjectSession } from './project-session.ts';

/** Where pictures are shown from. */
export interface PictureAddresses {
  /** Size of an upright picture, as the file is now; refuses what is no picture any more. */
  sizeOf(item: Item): Promise<Size>;
  /** Address of what may be shown of it: itself, or its derivative. */
  showUrl(item: Item): string;
}

/**
 * What a window may have of an item now. Flags are resolved first: a hidden image comes as its derivative, a hidden
 * passage of a text as a bar. An item that cannot be read comes as a card that says so, never as a throw: the worker can
 * put it back as the requester's fault.
 */
export async function viewItem(
  session: ProjectSession,
  pictures: PictureAddresses,
  item: Item,
  /** Reads what is labelled on it; a text whose spans say other words than stand there is not shown. */
  readLabels: () => readonly Pick<Annotation, 'shape'>[],
): Promise<ItemView> {
  try {
    if (item.medium === 'text') {
      const text = await session.texts.read(item);
      if (!readLabels().every(({ shape }) => shape.kind !== 'span' || standsIn(text.words, shape))) {
        return { medium: 'broken', code: 'SPANS_DIFFER' };
      }
      return shownText(item, text, hiddenInText(session, item, text));
    }
    const { width, height } = await pictures.sizeOf(item);
    return { medium: 'image', url: pictures.showUrl(item), width, height };
  } catch (error) {
    // not one file is missing but all of them: nobody should give the task up for that
    if (isGone(session)) return { medium: 'broken', code: 'PROJECT_GONE' };
    if (error instanceof AppError && isItemFault(error.code)) return { medium: 'broken', code: error.code };
    throw error;
  }
}

/** True while the project's folder is out of reach, as when its drive is unplugged. */
export function isGone({ root }: Pick<ProjectSession, 'root'>): boolean {
  return !existsSync(join(root, PROJECT_FILE));
}

type ItemFault = Extract<ItemView, { medium: 'broken' }>['code'];

function isItemFault(code: string): code is ItemFault {
  return brokenViewSchema.shape.code.safeParse(code).success;
}
