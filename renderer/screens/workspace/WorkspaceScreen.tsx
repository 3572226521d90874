import type { LabelSet } from '../../../shared/project/label-set.ts';
import { useSession } from '../../app/use-session.ts';
import { usePrefetch } from '../../canvas/use-picture.ts';
import { BrokenTask } from './BrokenTask.tsx';
import { LabelTask } from './LabelTask.tsx';

const noClasses: LabelSet = { medium: 'image', classes: [] };

/** The open task. Each task starts from nothing: no state is carried from the one before. */
export function WorkspaceScreen() {
  const task = useSession((session) => session.task);
  const labelSets = useSession((session) => session.project?.labelSets);
  usePrefetch(task?.nextUrl ?? null);
  if (!task) return null;
  if (task.item.medium === 'broken') return <BrokenTask key={task.id} task={task} code={task.item.code} />;
  const { medium } = task.item;
  const labelSet = labelSets?.find((set) => set.medium === medium) ?? noClasses;
  return <LabelTask key={task.id} task={task} labelSet={labelSet} />;
}
