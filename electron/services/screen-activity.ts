import { missingCase } from '../../shared/core/missing-case.ts';
import type { Screen } from '../../shared/ipc/calls/time-calls.ts';
import type { Timekeeper } from './timekeeper.ts';
import type { OpenProject } from './workplace.ts';

/**
 * The activity that being on a screen is (time.md, "Activity"). Decided here and not by the window, which can only
 * say which screen it shows. A running break goes on whatever is looked at.
 */
export function enterScreen(screen: Screen, timekeeper: Timekeeper, open: OpenProject | null): void {
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
