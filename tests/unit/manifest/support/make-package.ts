import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writePackage, type WrittenPackage } from '../../../../electron/services/package/write-package.ts';
import type { DatasetSnapshot } from '../../../../shared/dataset/snapshot.ts';
import type { ExportFacts } from '../../../../shared/manifest/facts.ts';
import { fileOf, makeFacts, makeSnapshot, makeWorker, requesterKey, workerKey } from './make-facts.ts';
import { signWith } from './test-keys.ts';

export interface MadePackage extends WrittenPackage {
  /** Temporary folder around everything; remove it after the test. */
  readonly around: string;
  readonly facts: ExportFacts;
  readonly snapshot: DatasetSnapshot;
}

/** A package on disk by `workers` workers, signed with test keys. */
export async function makePackage(options: {
  readonly workers: number;
  readonly change?: (facts: ExportFacts) => ExportFacts;
  readonly changeSnapshot?: (snapshot: DatasetSnapshot) => DatasetSnapshot;
}): Promise<MadePackage> {
  const { workers, change = (facts) => facts, changeSnapshot = (snapshot) => snapshot } = options;
  const around = await mkdtemp(join(tmpdir(), 'fairmark-package-'));
  const labelled = makeSnapshot(workers);
  const snapshot = changeSnapshot(labelled);
  const indexes = Array.from({ length: workers }, (_, index) => index);
  const facts = change(makeFacts(indexes.map((index) => makeWorker(index, labelled))));
  const project = join(around, 'project');
  for (const entry of snapshot.entries) {
    const path = join(project, entry.item.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, fileOf(entry));
  }
  const written = await writePackage({
    target: join(around, 'package'),
    facts,
    snapshot,
    formats: ['coco', 'jsonl-text'],
    itemFile: (item) => join(project, item.path),
    sign: signWith([requesterKey, ...indexes.map(workerKey)]),
  });
  return { ...written, around, facts, snapshot };
}
