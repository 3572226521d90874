import type { Flag } from '../../../shared/content/flag.ts';
import type { Task } from '../../../shared/project/task.ts';
import { readOpenFlaggedTasks, readNextNeutralTask } from '../../db/task-store.ts';
import { readFlags } from '../../db/item-store.ts';
import type { ReadableDb } from '../../db/open-database.ts';

/**
 * The next task in the project's order. Flagged ones are passed over unless `mayOpen`; neutral ones come in the same
 * order whatever is chosen, capped or skipped.
 */
export function nextToServe(db: ReadableDb, mayOpen: (flags: readonly Flag[]) => boolean): Task | null {
  const neutral = readNextNeutralTask(db);
  const before = neutral?.position ?? Number.MAX_SAFE_INTEGER;
  for (const task of readOpenFlaggedTasks(db, before)) {
    if (mayOpen(readFlags(db, task.itemId))) return task;
  }
  return neutral;
}
