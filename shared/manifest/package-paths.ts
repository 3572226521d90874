/** Where things lie in a package, `/`-separated from its root. */
export const MANIFEST_PATH = 'labour/manifest.dsse.json';
export const TERMS_PATH = 'labour/terms.json';
export const ROW_LEAVES_PATH = 'labour/row-leaves.txt';

/** Fairmark's own form of the annotations, in every package: what labour is counted from. */
export const ANNOTATIONS_PATH = 'data/fairmark/annotations.jsonl';

/** Items' files, under their exported names. */
export const ITEMS_FOLDER = 'data/items';

/** `sha256:abc...` -> `abc...`; names of key files. */
export function keyPath(keyId: string): string {
  return `labour/keys/${keyId.slice('sha256:'.length)}.pem`;
}

/** A worker's documents, named by the first 16 hex digits of their key id. */
export function workerPaths(keyId: string): {
  readonly enrolment: string;
  readonly work: string;
  readonly settlement: string;
  readonly row: string;
  readonly annotationLeaves: string;
} {
  const name = keyId.slice('sha256:'.length, 'sha256:'.length + 16);
  return {
    enrolment: `labour/statements/${name}-enrolment.dsse.json`,
    work: `labour/statements/${name}-work.dsse.json`,
    settlement: `labour/statements/${name}-settlement.dsse.json`,
    row: `labour/rows/${name}.json`,
    annotationLeaves: `labour/annotations/${name}.txt`,
  };
}
