import { join } from 'node:path';
import { acceptTerms } from '../../electron/db/project-store.ts';
import { moveTask } from '../../electron/db/task-store.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';

/** Leaves a task open in the project beside a profile, as if the app had been closed over it. */
export function seedActiveTask(userDataDir: string, taskId: string): void {
  const session = openProjectSession(join(userDataDir, '..', 'project'));
  acceptTerms(session.db, 1);
  moveTask(session.db, taskId, ['open'], 'active');
  session.close();
}
