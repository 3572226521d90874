import { BugError } from '../../../shared/core/errors.ts';
import type { DatasetEntry, DatasetSnapshot } from '../../../shared/dataset/snapshot.ts';
import type { Item } from '../../../shared/project/item.ts';
import { readItem } from '../../db/item-store.ts';
import { type FullSubmission, readSubmissions } from '../../db/submission-store.ts';
import { readTask } from '../../db/task-store.ts';
import type { ProjectSession } from '../project/project-session.ts';

/** The dataset as it is handed out: each item whose newest submission was accepted, with what was handed in. */
export async function acceptedSnapshot(session: ProjectSession): Promise<DatasetSnapshot> {
  const entries: DatasetEntry[] = [];
  for (const submission of acceptedSubmissions(session)) {
    const item = itemOf(session, submission);
    entries.push({
      item,
      text: item.medium === 'text' ? (await session.texts.read(item)).text : null,
      annotations: submission.annotations,
      submissionId: submission.id,
    });
  }
  return { labelSets: session.project.labelSets, entries };
}

/** The items of that dataset. */
export function acceptedItems(session: ProjectSession): readonly Item[] {
  return acceptedSubmissions(session).map((submission) => itemOf(session, submission));
}

function acceptedSubmissions({ db }: ProjectSession): readonly FullSubmission[] {
  const newest = new Map<string, FullSubmission>();
  for (const submission of readSubmissions(db)) newest.set(submission.taskId, submission);
  return [...newest.values()].filter(({ verdict }) => verdict === 'accepted');
}

function itemOf({ db }: ProjectSession, { id, taskId }: FullSubmission): Item {
  const item = readItem(db, readTask(db, taskId).itemId);
  if (!item) throw new BugError(`Submission ${id} has no item`);
  return item;
}
