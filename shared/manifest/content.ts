import type { Annotation } from '../annotation/annotation.ts';
import type { CryptoPort } from '../core/ports.ts';
import { annotationLeaf, annotationSetSha256 } from './annotation-leaves.ts';
import type { ContentEntry, Origins } from './labour.ts';

/** One item of a dataset as labour sees it. `path` is its file below `data/`. */
export function contentEntry(
  entry: {
    readonly itemId: string;
    readonly path: string;
    readonly itemSha256: string;
    readonly submissionId: string | null;
    readonly annotations: readonly Annotation[];
  },
  crypto: Pick<CryptoPort, 'sha256'>,
): ContentEntry {
  const { itemId, path, itemSha256, submissionId, annotations } = entry;
  const annotationsSha256 = annotationSetSha256(annotations, crypto);
  return {
    itemId,
    path,
    itemSha256,
    leaf: submissionId === null ? null : annotationLeaf({ submissionId, itemSha256, annotationsSha256 }, crypto),
    origins: originsOf(annotations),
  };
}

function originsOf(annotations: readonly Annotation[]): Origins {
  const of = (origin: Annotation['origin']): number => annotations.filter((one) => one.origin === origin).length;
  return { hand: of('hand'), accepted: of('accepted'), edited: of('edited') };
}
