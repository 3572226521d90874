import type { ProjectView, TaskView } from '../../shared/ipc/views.ts';
import { noCare } from '../../shared/project/care.ts';
import { makeProjectFacts } from './make-facts.ts';

/** An open task with nothing labelled yet. */
export function makeTaskView(id: string, given: Partial<TaskView> = {}): TaskView {
  return {
    id,
    title: `Task ${id}`,
    note: '',
    payMinor: 12,
    item: { medium: 'image', url: `media://item/${id}`, width: 640, height: 480 },
    flags: null,
    state: { revision: 0, annotations: [], dismissed: [], canUndo: false, canRedo: false },
    suggestions: [],
    shownAnswers: [],
    nextUrl: null,
    showInstructions: false,
    place: { done: 0, total: 3 },
    ...given,
  };
}

/** An open project as a window sees it. */
export function makeProjectView(given: Partial<ProjectView> = {}): ProjectView {
  const { id, name, instructions, labelSets, terms } = makeProjectFacts();
  return {
    id,
    name,
    instructions,
    labelSets,
    terms,
    care: noCare,
    path: '/projects/one',
    counts: { tasks: 3, open: 3, submitted: 0, skipped: 0 },
    rejected: null,
    termsAcceptedAt: null,
    ...given,
  };
}
