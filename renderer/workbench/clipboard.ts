import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Point } from '../../shared/core/geometry.ts';

/** How far a copy lies off its source, in image pixels, so that both are seen. */
export const COPY_OFFSET_PX = 12;

export type Clipboard = ReturnType<typeof createClipboard>;

/** Holds copied annotations as long as the window lives: inside the app only, across tasks. */
export function createClipboard() {
  let held: { readonly taskId: string; readonly annotations: readonly Annotation[] } | null = null;
  let pastes = 0;
  return {
    copy(taskId: string, annotations: readonly Annotation[]): void {
      if (annotations.length === 0) return;
      held = { taskId, annotations };
      pastes = 0;
    },

    /** What is to be pasted and how far off: on another image at the same place, on its own one beside it. */
    take(taskId: string): { readonly annotations: readonly Annotation[]; readonly by: Point } | null {
      if (!held) return null;
      if (held.taskId !== taskId) {
        held = { ...held, taskId };
        pastes = 0;
      } else pastes += 1;
      return { annotations: held.annotations, by: { x: pastes * COPY_OFFSET_PX, y: pastes * COPY_OFFSET_PX } };
    },
  };
}
