import type { TextRange } from '../../../shared/annotation/span-pieces.ts';
import type { TaskView } from '../../../shared/ipc/views.ts';
import type { Bench } from '../../workbench/use-workbench.ts';

/** What both benches, for images and for texts, are given. */
export interface BenchProps {
  readonly task: TaskView;
  readonly bench: Bench;
  /** False while a dialog, a break or the neutral screen has the keys. */
  readonly enabled: boolean;
  /** The item must not be seen now, e.g. while the worker flags it. */
  readonly veiled: boolean;
  readonly onSkip: () => void;
  /** Tells which words of a text are marked; null when none are. */
  readonly onMarked?: (marked: TextRange | null) => void;
}
