import { open } from 'node:fs/promises';
import type { Output } from '../../../shared/ipc/contract.ts';
import { type MetadataKind, metadataIn, metadataKinds } from '../media/image-metadata.ts';
import { itemFile } from '../project/item-file.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { acceptedItems } from './dataset-snapshot.ts';

/** JPEGs have their metadata first; a PNG or WebP is read up to here. */
const MOST_BYTES = 8 * 1024 * 1024;
const JPEG_HEAD_BYTES = 256 * 1024;

/** Files are looked at once while a project is open: they cannot change without being refused. */
const known = new WeakMap<ProjectSession, Map<string, readonly MetadataKind[]>>();

/** How many pictures of the package-to-be tell more than they show, by what they tell. */
export async function publishedMetadata(session: ProjectSession): Promise<Output<'export.metadata'>> {
  const seen = known.get(session) ?? new Map<string, readonly MetadataKind[]>();
  known.set(session, seen);
  const images = acceptedItems(session).filter(({ medium }) => medium === 'image');
  const counts = { images: images.length, place: 0, person: 0, device: 0 };
  for (const { id, path } of images) {
    const kinds = seen.get(id) ?? (await lookAt(session.root, path));
    seen.set(id, kinds);
    for (const kind of metadataKinds) if (kinds.includes(kind)) counts[kind] += 1;
  }
  return counts;
}

async function lookAt(root: string, path: string): Promise<readonly MetadataKind[]> {
  const file = await open(await itemFile(root, path)).catch(() => null);
  // a file that is not there is refused when the package is written
  if (!file) return [];
  try {
    const head = Buffer.alloc(JPEG_HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, JPEG_HEAD_BYTES, 0);
    if (bytesRead < JPEG_HEAD_BYTES || head.readUInt16BE(0) === 0xffd8) return metadataIn(head.subarray(0, bytesRead));
    const whole = Buffer.alloc(MOST_BYTES);
    const read = await file.read(whole, 0, MOST_BYTES, 0);
    return metadataIn(whole.subarray(0, read.bytesRead));
  } finally {
    await file.close();
  }
}
