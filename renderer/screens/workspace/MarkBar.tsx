import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { Marked } from '../../text/mark.ts';
import classes from './MarkBar.module.css';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';

interface MarkBarProps {
  readonly bench: Bench;
  readonly marked: Marked | null;
  /** False while the words are hidden. */
  readonly readable: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Under the text: what to do next with what is marked or selected, and undo. */
export function MarkBar({ bench, marked, readable, onUndo, onRedo }: MarkBarProps) {
  const { say } = useMessages();
  const selected = useWorkbench(bench, (state) => state.selectedId !== null);
  const canUndo = useWorkbench(bench, (state) => state.canUndo || state.underWay > 0);
  const canRedo = useWorkbench(bench, (state) => state.canRedo);
  return (
    <div className={classes.bar}>
      <p role="status">
        {marked
          ? say('text.marked', { count: marked.end - marked.start })
          : say(selected ? 'text.selected' : readable ? 'text.hint' : 'text.hiddenHint')}
      </p>
      <div className={classes.actions}>
        <Button size="small" look="quiet" disabled={!selected} onClick={() => bench.editor.removeSelected()}>
          {say('action.remove')}
        </Button>
        <Button size="small" look="quiet" disabled={!canUndo} onClick={onUndo}>
          {say('action.undo')}
        </Button>
        <Button size="small" look="quiet" disabled={!canRedo} onClick={onRedo}>
          {say('action.redo')}
        </Button>
      </div>
    </div>
  );
}
