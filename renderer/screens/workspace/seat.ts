import type { TaskView } from '../../../shared/ipc/views.ts';

/** Where a task is shown: tasks with the same key share the mounted screen. */
export interface Seat {
  readonly key: string;
  readonly taskId: string;
  /** All that was seen of the task so far was a picture without flags. */
  readonly isPlain: boolean;
}

export function openSeat(task: TaskView): Seat {
  return { key: task.id, taskId: task.id, isPlain: isPlain(task) };
}

/**
 * Where a task is shown that comes after, or is, the one of the last seat.
 *
 * To build the screen anew takes longer than all the rest of going on, so pictures that follow each other share it; what
 * is a task's own is kept by its id (`useOfTask`). Whatever hides something, or once did, gets a screen of its own: there
 * nothing can be left over from what was unveiled.
 */
export function seatFor(last: Seat, task: TaskView): Seat {
  const plain = isPlain(task);
  if (last.taskId === task.id) return last.isPlain && !plain ? { ...last, isPlain: false } : last;
  return { key: last.isPlain && plain ? last.key : task.id, taskId: task.id, isPlain: plain };
}

function isPlain({ item, flags }: TaskView): boolean {
  return item.medium === 'image' && flags === null;
}
