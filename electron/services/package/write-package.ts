import { AppError, BugError } from '../../../shared/core/errors.ts';
import { type FormatLosses, groupedLosses } from '../../../shared/dataset/losses.ts';
import { formatById } from '../../../shared/dataset/formats.ts';
import { itemNames } from '../../../shared/dataset/item-names.ts';
import type { DatasetSnapshot } from '../../../shared/dataset/snapshot.ts';
import { type ComposedFile, composeLabour } from '../../../shared/manifest/compose/compose.ts';
import type { SignStatement } from '../../../shared/manifest/compose/signer.ts';
import { contentEntry } from '../../../shared/manifest/content.ts';
import { BAG_DECLARATION, bagInfo, bagManifest } from '../../../shared/manifest/documents/bag.ts';
import { croissantJson } from '../../../shared/manifest/documents/croissant.ts';
import { datasetCard } from '../../../shared/manifest/documents/dataset-card.ts';
import {
  type PackageDescription,
  type PackagedFile,
  summariseContent,
} from '../../../shared/manifest/documents/description.ts';
import { reportHtml } from '../../../shared/manifest/documents/report-html.ts';
import { verifyMarkdown } from '../../../shared/manifest/documents/verify-md.ts';
import { fingerprintOf } from '../../../shared/manifest/encoding/public-key.ts';
import type { ExportFacts } from '../../../shared/manifest/facts.ts';
import { ITEMS_FOLDER, MANIFEST_PATH } from '../../../shared/manifest/package-paths.ts';
import type { Item } from '../../../shared/project/item.ts';
import { nodeCrypto } from '../signing/node-crypto.ts';
import { type BuildingFolder, startBuilding } from './building-folder.ts';
import { refusingDiskErrors } from './disk-refusal.ts';

export interface PackageRequest {
  /** Absolute path of the package's folder; must not exist, or be empty. */
  readonly target: string;
  readonly facts: ExportFacts;
  readonly snapshot: DatasetSnapshot;
  /** Format ids; Fairmark's own form is always written too. */
  readonly formats: readonly string[];
  /** Absolute path of an item's file. */
  readonly itemFile: (item: Item) => string;
  readonly sign: SignStatement;
}

export interface WrittenPackage {
  readonly dir: string;
  /** Number of files, all of them. */
  readonly files: number;
  readonly losses: readonly FormatLosses[];
  /** Names this release in the next one (`release.previousManifestSha256`). */
  readonly manifestSha256: string;
  /** What stays private, for the workers and for auditors; the caller keeps it. Paths as in a package. */
  readonly openings: readonly ComposedFile[];
}

/**
 * Writes a dataset with its signed labour as a BagIt package. It appears whole or not at all.
 *
 * Refuses with NOTHING_TO_EXPORT, FOLDER_NOT_EMPTY, FORMAT_UNKNOWN, ITEM_MISSING, ITEM_BROKEN (a file is not the one
 * that was labelled) and what the disk cannot do. Deterministic but for the salts, keys and instants in the facts.
 */
export async function writePackage(request: PackageRequest): Promise<WrittenPackage> {
  if (request.snapshot.entries.length === 0) throw new AppError('NOTHING_TO_EXPORT');
  const formats = [...new Set(['fairmark', ...request.formats])].toSorted().map((id) => {
    const format = formatById(id);
    if (!format) throw new AppError('FORMAT_UNKNOWN', { format: id });
    return format;
  });
  return refusingDiskErrors(async () => {
    const folder = await startBuilding(request.target);
    try {
      const written = await fill(folder, { ...request, formats: formats.map(({ id }) => id) });
      await folder.finish();
      return written;
    } catch (error) {
      await folder.discard();
      throw error;
    }
  });
}

async function fill(folder: BuildingFolder, request: PackageRequest): Promise<WrittenPackage> {
  const { target, facts, snapshot, sign } = request;
  const { dataFiles, losses, titles } = await writeData(folder, request);
  const names = itemNames(snapshot.entries.map(({ item }) => item));
  const labour = await composeLabour({
    facts,
    subjects: dataFiles.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    content: snapshot.entries.map(({ item, submissionId, annotations }) =>
      contentEntry(
        {
          itemId: item.id,
          path: `${ITEMS_FOLDER}/${names.get(item.id)?.path ?? ''}`,
          itemSha256: item.sha256,
          submissionId,
          annotations,
        },
        nodeCrypto,
      ),
    ),
    sign,
    crypto: nodeCrypto,
  });
  const tagFiles: PackagedFile[] = [];
  for (const { path, bytes } of labour.published) tagFiles.push(await folder.write(path, [bytes]));
  const manifestFile = tagFiles.find(({ path }) => path === MANIFEST_PATH);
  const manifest = labour.manifest.statement.predicate;
  const fingerprint = fingerprintOf(manifest.roles[0]?.keyId ?? '');
  if (!manifestFile || fingerprint === null) throw new BugError('a manifest without file or key');
  const description: PackageDescription = {
    manifest,
    fingerprint,
    manifestFile,
    text: facts.dataset.description,
    formats: titles,
    dataFiles,
    content: summariseContent(snapshot),
    hasStatements: labour.published.some(({ path }) => path.startsWith('labour/statements/')),
    losses,
  };
  const documents: readonly (readonly [path: string, text: string])[] = [
    ['labour/VERIFY.md', verifyMarkdown(description)],
    ['labour/report.html', reportHtml(description)],
    ['croissant.json', croissantJson(description)],
    ['README.md', datasetCard(description)],
    ['bagit.txt', BAG_DECLARATION],
    ['bag-info.txt', bagInfo(manifest, dataFiles)],
    ['manifest-sha256.txt', bagManifest(dataFiles)],
  ];
  for (const [path, text] of documents) tagFiles.push(await folder.write(path, [text]));
  await folder.write('tagmanifest-sha256.txt', [bagManifest(tagFiles)]);
  return {
    dir: target,
    files: dataFiles.length + tagFiles.length + 1,
    losses,
    manifestSha256: labour.manifest.payloadSha256,
    openings: labour.openings,
  };
}

/** Everything in `data/`: the items' files as they were labelled, then the formats. */
async function writeData(
  folder: BuildingFolder,
  { snapshot, formats, itemFile }: PackageRequest,
): Promise<{
  readonly dataFiles: readonly PackagedFile[];
  readonly losses: readonly FormatLosses[];
  readonly titles: readonly { readonly id: string; readonly title: string }[];
}> {
  const dataFiles: PackagedFile[] = [];
  const names = itemNames(snapshot.entries.map(({ item }) => item));
  for (const { item } of snapshot.entries) {
    const file = await folder.copy(`${ITEMS_FOLDER}/${names.get(item.id)?.path ?? ''}`, itemFile(item));
    if (file.sha256 !== item.sha256) throw new AppError('ITEM_BROKEN', { itemId: item.id });
    dataFiles.push(file);
  }
  const losses: FormatLosses[] = [];
  const titles: { id: string; title: string }[] = [];
  for (const id of formats) {
    const format = formatById(id);
    if (!format) throw new BugError(`no format ${id}`);
    const written = format.write(snapshot);
    for (const { path, pieces } of written.files) dataFiles.push(await folder.write(`data/${id}/${path}`, pieces));
    losses.push(...groupedLosses(written.losses).map((group) => ({ format: id, ...group })));
    titles.push({ id, title: format.title });
  }
  return { dataFiles, losses, titles };
}
