import { fromUtf8 } from '../encoding/bytes.ts';
import { BAG_DECLARATION } from '../documents/bag.ts';
import { limits } from './limits.ts';
import type { Notes } from './noted.ts';
import type { FoundFile, PackageReader } from './package-reader.ts';
import { pathFault } from './path-fault.ts';

const MANIFEST = 'manifest-sha256.txt';
const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/**
 * Checks the package as a bag (RFC 8493): both lists of checksums name exactly the files that are there, with the
 * digests that they have. A list is not signed; the manifest's subjects are.
 */
export async function checkBag(args: {
  readonly reader: PackageReader;
  readonly files: readonly FoundFile[];
  readonly digests: ReadonlyMap<string, string>;
  readonly notes: Notes;
}): Promise<void> {
  const { reader, files, digests, notes } = args;
  const declaration = await reader.read('bagit.txt', 1024);
  if (!declaration || fromUtf8(declaration) !== BAG_DECLARATION) {
    notes.add('files', 'E_FORMAT', 'bagit.txt', 'bagDeclaration');
  }
  const isData = ({ path }: FoundFile): boolean => path.startsWith('data/');
  const data = files.filter(isData);
  const tags = files.filter((file) => !isData(file) && file.path !== TAG_MANIFEST);
  await compare({ reader, listPath: MANIFEST, files: data, digests, notes });
  await compare({ reader, listPath: TAG_MANIFEST, files: tags, digests, notes });
}

async function compare(args: {
  readonly reader: PackageReader;
  readonly listPath: string;
  readonly files: readonly FoundFile[];
  readonly digests: ReadonlyMap<string, string>;
  readonly notes: Notes;
}): Promise<void> {
  const { reader, listPath, files, digests, notes } = args;
  const bytes = await reader.read(listPath, limits.listBytes);
  const text = bytes && fromUtf8(bytes);
  if (text === null) {
    notes.add('files', 'E_FORMAT', listPath, 'unreadable');
    return;
  }
  const listed = new Map<string, string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (path === '' || pathFault(path) !== null || listed.has(path)) {
      notes.add('files', 'E_FORMAT', `${listPath}:${index + 1}`, 'checksumLine');
    } else listed.set(path, sha256);
  }
  for (const [path, sha256] of listed) {
    const found = digests.get(path);
    if (found === undefined) notes.add('files', 'E_SUBJECT', path, 'listedMissing', { list: listPath });
    else if (found !== sha256) notes.add('files', 'E_SUBJECT', path, 'listedDiffers', { list: listPath });
  }
  for (const { path } of files) {
    if (!listed.has(path)) notes.add('files', 'E_EXTRA_FILE', path, 'unlisted', { list: listPath });
  }
}
