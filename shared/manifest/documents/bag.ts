import type { DatasetManifest } from '../statements/dataset-manifest.ts';
import type { PackagedFile } from './description.ts';
import { oneLine } from './words.ts';

/** RFC 8493 section 2.1.1. */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A bag's manifest, sorted by path; also what `sha256sum --check` reads. Exported names need no escapes. */
export function bagManifest(files: readonly PackagedFile[]): string {
  return files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('');
}

/** `bag-info.txt`: facts for people and archives; nothing here is signed. */
export function bagInfo(manifest: DatasetManifest, dataFiles: readonly PackagedFile[]): string {
  const bytes = dataFiles.reduce((sum, file) => sum + file.bytes, 0);
  const lines = [
    ['Bag-Software-Agent', `${manifest.tool.name} ${manifest.tool.version}`],
    ['Bagging-Date', manifest.release.releasedAt],
    ['External-Description', manifest.dataset.title],
    ['External-Identifier', manifest.release.id],
    ['Payload-Oxum', `${bytes}.${dataFiles.length}`],
  ];
  return lines.map(([label, value = '']) => `${label}: ${oneLine(value)}\n`).join('');
}
