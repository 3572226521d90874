import type { TaskCard } from '../../../shared/ipc/views.ts';
import type { Task } from '../../../shared/project/task.ts';
import { readItem } from '../../db/item-store.ts';
import { lastSubmissions, readReason } from '../../db/submission-store.ts';
import { findTasks, type TaskFilter } from '../../db/task-store.ts';
import type { MediaSource } from '../media/media-source.ts';
import { flagSummary } from './flag-summary.ts';
import { itemFlags, type ProjectSession } from './project-session.ts';
import type { TypicalMs } from './typical-time.ts';

/** One page of the task list, with everything a worker needs to decide before accepting. Reads that page only. */
export async function browseTasks(
  session: ProjectSession,
  media: MediaSource,
  filter: TaskFilter,
  typical: TypicalMs,
): Promise<{ total: number; tasks: TaskCard[] }> {
  const { db, project } = session;
  const { total, tasks } = findTasks(db, filter);
  const handedIn = lastSubmissions(
    db,
    tasks.map(({ id }) => id),
  );
  const cards = await Promise.all(tasks.map(card));
  return { total, tasks: cards.filter((one) => one !== null) };

  async function card(task: Task): Promise<TaskCard | null> {
    const item = readItem(db, task.itemId);
    if (!item) return null;
    const flags = itemFlags(session, item);
    const submission = handedIn.get(task.id);
    const length = item.medium === 'text' && flags.length > 0 ? await session.texts.lengthOf(item) : 0;
    return {
      id: task.id,
      medium: item.medium,
      title: item.title,
      state: task.state,
      payMinor: task.payMinor,
      typicalMs: typical[item.medium],
      estimateMs: project.terms.taskEstimateMs[item.medium],
      flags: flagSummary(item, flags, length),
      thumbnailUrl: media.thumbnailUrl(item),
      words: item.words,
      language: item.language,
      submission: submission
        ? { ...submission, reason: submission.verdict === 'rejected' ? readReason(db, submission.id) : '' }
        : null,
    };
  }
}
