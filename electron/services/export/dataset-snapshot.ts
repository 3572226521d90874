import { BugError } from '../../../shared/core/errors.ts';
import type { DatasetEntry, DatasetSnapshot } from '../../../shared/dataset/snapshot.ts';
import { readItem } from '../../db/item-store.ts';
import { type FullSubmission, readSubmissions } from '../../db/submission-store.ts';
import { readTask } from '../../db/task-store.ts';
import type { ProjectSession } from '../project/project-session.ts';

/** The dataset as it is handed out: each item whose newest submission was accepted, with what was handed in. */
export async function acceptedSnapshot(session: ProjectSession): Promise<DatasetSnapshot> {
  const newest = new Map<string, FullSubmission>();
  for (const submission of readSubmissions(session.db)) newest.set(submission.taskId, submission);
  const entries: DatasetEntry[] = [];
  for (const submission of newest.values()) {
    if (submission.verdict !== 'accepted') continue;
    const item = readItem(session.db, readTask(session.db, submission.taskId).itemId);
    if (!item) throw new BugError(`Submission ${submission.id} has no item`);
    entries.push({
      item,
      text: item.medium === 'text' ? (await session.texts.read(item)).text : null,
      annotations: submission.annotations,
      submissionId: submission.id,
    });
  }
  return { labelSets: session.project.labelSets, entries };
}
