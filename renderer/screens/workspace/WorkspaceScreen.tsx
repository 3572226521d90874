import { useState } from 'react';
import type { TaskView } from '../../../shared/ipc/views.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { useSession } from '../../app/use-session.ts';
import { usePrefetch } from '../../canvas/use-picture.ts';
import { BrokenTask } from './BrokenTask.tsx';
import { LabelTask } from './LabelTask.tsx';
import { openSeat, seatFor } from './seat.ts';

const noClasses: LabelSet = { medium: 'image', classes: [] };

/** The open task. Each task starts from nothing: no state is carried from the one before (see `seatFor`). */
export function WorkspaceScreen() {
  const task = useSession((session) => session.task);
  usePrefetch(task?.nextUrl ?? null);
  return task ? <SeatedTask task={task} /> : null;
}

function SeatedTask({ task }: { task: TaskView }) {
  const labelSets = useSession((session) => session.project?.labelSets);
  const [last, setLast] = useState(() => openSeat(task));
  const seat = seatFor(last, task);
  if (seat !== last) setLast(seat);
  const { key } = seat;
  if (task.item.medium === 'broken') return <BrokenTask key={key} task={task} code={task.item.code} />;
  const { medium } = task.item;
  const labelSet = labelSets?.find((set) => set.medium === medium) ?? noClasses;
  return <LabelTask key={key} task={task} labelSet={labelSet} />;
}
