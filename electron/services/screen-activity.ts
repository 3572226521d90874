import { missingCase } from '../../shared/core/missing-case.ts';
import type { Screen } from '../../shared/ipc/calls/time-calls.ts';
import type { Timekeeper } from './timekeeper.ts';
import type { OpenProject } from './workplace.ts';

/** Screens on which something that was handed in may lie open; the instructions lie over them. */
const showsHandedIn: ReadonlySet<Screen> = new Set(['review', 'handed-in', 'instructions']);

/**
 * The activity that being on a screen is (time.md, "Activity"). Decided here and not by the window, which can only
 * say which screen it shows. A running break goes on whatever is looked at.
 *
 * Judging work is the requester's and no task time. A worker who looks at why their work was rejected is answering a
 * rejection; looking at what was handed in otherwise is looking at one's own record.
 */
export function enterScreen(screen: Screen, timekeeper: Timekeeper, open: OpenProject | null): void {
  if (!showsHandedIn.has(screen)) open?.reviews.leave();
  const { activity } = timekeeper.snapshot();
  if (activity === 'off' || activity.startsWith('break.')) return;
  const where = open ? { projectId: open.session.project.id } : {};
  switch (screen) {
    case 'home':
    case 'browse':
      timekeeper.setActivity('search', where);
      return;
    case 'instructions':
      timekeeper.setActivity('onboarding', where);
      return;
    case 'workspace':
      if (open) open.tasks.resume();
      return;
    case 'handed-in': {
      const looked = open?.reviews.lookedAt();
      if (looked?.verdict !== 'rejected') return timekeeper.setActivity('ledger', where);
      const { taskId, item } = looked;
      // reading it again takes as long as it took to label
      const shown = { words: item.words ?? 0, images: item.medium === 'image' ? 1 : 0 };
      timekeeper.setActivity('appeal', { ...where, taskId, ...shown });
      return;
    }
    case 'review':
    case 'my-time':
    case 'export':
    case 'verify':
    case 'settings':
    case 'shown':
    case 'project':
      timekeeper.setActivity('ledger', where);
      return;
    default:
      missingCase(screen);
  }
}
