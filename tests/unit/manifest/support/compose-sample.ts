import type { DatasetSnapshot } from '../../../../shared/dataset/snapshot.ts';
import { sha256Hex } from '../../../../shared/manifest/annotation-leaves.ts';
import { type ComposedLabour, composeLabour } from '../../../../shared/manifest/compose/compose.ts';
import { contentEntry } from '../../../../shared/manifest/content.ts';
import type { Subject } from '../../../../shared/manifest/encoding/statement.ts';
import type { ExportFacts } from '../../../../shared/manifest/facts.ts';
import type { ContentEntry } from '../../../../shared/manifest/labour.ts';
import { nodeCrypto } from '../../../../electron/services/signing/node-crypto.ts';
import { fileOf, makeFacts, makeSnapshot, makeWorker, requesterKey, workerKey } from './make-facts.ts';
import { signWith } from './test-keys.ts';

export interface ComposedSample {
  readonly facts: ExportFacts;
  readonly snapshot: DatasetSnapshot;
  readonly subjects: readonly Subject[];
  readonly content: readonly ContentEntry[];
  readonly labour: ComposedLabour;
}

/** A release by `count` workers, signed with test keys. */
export async function composeSample(
  count: number,
  change = (facts: ExportFacts): ExportFacts => facts,
): Promise<ComposedSample> {
  const snapshot = makeSnapshot(count);
  const indexes = Array.from({ length: count }, (_, index) => index);
  const facts = change(makeFacts(indexes.map((index) => makeWorker(index, snapshot))));
  const content = snapshot.entries.map((entry) =>
    contentEntry(
      {
        itemId: entry.item.id,
        path: `data/${entry.item.path}`,
        itemSha256: entry.item.sha256,
        submissionId: entry.submissionId,
        annotations: entry.annotations,
      },
      nodeCrypto,
    ),
  );
  const subjects = snapshot.entries.map((entry) => ({
    name: `data/${entry.item.path}`,
    digest: { sha256: sha256Hex(fileOf(entry), nodeCrypto) },
  }));
  const sign = signWith([requesterKey, ...indexes.map(workerKey)]);
  const labour = await composeLabour({ facts, subjects, content, sign, crypto: nodeCrypto });
  return { facts, snapshot, subjects, content, labour };
}
