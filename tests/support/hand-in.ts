import { insertSubmission } from '../../electron/db/submission-store.ts';
import { write, type WritableDb } from '../../electron/db/open-database.ts';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import { annotationSetSha256 } from '../../shared/manifest/annotation-leaves.ts';
import { nodeCrypto } from '../../electron/services/signing/node-crypto.ts';

/**
 * Hands tasks in with these annotations, in this order, as `submission-<task id>`. The tasks themselves have none: what is
 * shown of a submission can only come from its own copy.
 */
export function handIn(db: WritableDb, work: Readonly<Record<string, readonly Annotation[]>>): void {
  write(db, () => {
    for (const [index, [taskId, annotations]] of Object.entries(work).entries()) {
      insertSubmission(db, {
        id: `submission-${taskId}`,
        taskId,
        submittedAt: 1_700_000_000_000 + index * 60_000,
        annotations,
        annotationsSha256: annotationSetSha256(annotations, nodeCrypto),
        verdict: 'pending',
        rejectionCode: null,
        reason: '',
        payMinor: 35,
      });
      db.prepare("UPDATE task SET state = 'submitted' WHERE id = ?").run(taskId);
    }
  });
}
