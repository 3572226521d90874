import { z } from 'zod';
import type { FlaggedEntry, FlagReader } from '../flag-reader.ts';
import { found } from '../findings.ts';
import type { ReadFinding } from '../format.ts';
import { parseRecord, readJson } from '../reading.ts';
import { flagOfSaid, isSaid, saidFlagsOf } from '../said-flag.ts';

const id = z.union([z.int(), z.string().max(200)]);
const fileSchema = z.object({ images: z.array(z.unknown()), annotations: z.array(z.unknown()).catch([]).default([]) });
const imageSchema = z.object({
  id: id.optional().catch(undefined),
  file_name: z.string().min(1).max(1024),
  flags: z.unknown().optional(),
});
const annotationSchema = z.object({ image_id: id, bbox: z.unknown().optional(), flags: z.unknown() });

/**
 * A field `flags` of COCO's images, for the whole image or with a `bbox` of its own, and of its annotations, for the
 * annotation's box.
 */
export const cocoFlags: FlagReader = {
  id: 'coco',
  title: 'COCO with flags',
  reads: (path) => /\.json$/i.test(path),
  async read(source, path) {
    const findings: ReadFinding[] = [];
    const file = fileSchema.safeParse(await readJson(source, path, findings));
    if (!file.success) {
      if (findings.length === 0) findings.push(found('NOTHING_FOUND', path, 'noImageList'));
      return { entries: [], findings };
    }
    const entries: FlaggedEntry[] = [];
    const names = new Map<string | number, string>();
    const add = (name: string, at: string, flags: unknown, bbox?: unknown): void => {
      const said = saidFlagsOf(flags).map((flag) => (isSaid(flag.bbox) ? flag : { ...flag, bbox }));
      if (said.length === 0) return;
      const item = { path: name, sha256: null, text: null };
      entries.push({ item, at, flags: said.map((one) => flagOfSaid(one, at, findings)) });
    };
    for (const [index, record] of file.data.images.entries()) {
      const at = `${path}#/images/${index}`;
      const image = parseRecord(imageSchema, record, at, findings);
      if (!image) continue;
      if (image.id !== undefined) names.set(image.id, image.file_name);
      add(image.file_name, at, image.flags);
    }
    for (const [index, record] of file.data.annotations.entries()) {
      const at = `${path}#/annotations/${index}`;
      if (typeof record !== 'object' || record === null || !('flags' in record)) continue;
      const annotation = parseRecord(annotationSchema, record, at, findings);
      if (!annotation) continue;
      const name = names.get(annotation.image_id);
      if (name !== undefined) add(name, at, annotation.flags, annotation.bbox);
      else findings.push(found('ITEM_UNKNOWN', at, 'noImageOfFile'));
    }
    if (entries.length === 0 && findings.length === 0) {
      findings.push(found('NOTHING_FOUND', path, 'noFlagsField'));
    }
    return { entries, findings };
  },
};
