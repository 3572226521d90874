import type { TaskView } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { useKeysOf } from '../../app/use-keys-of.ts';
import { Button } from '../../ui/Button.tsx';
import { InstructionsButton } from './InstructionsButton.tsx';
import { SavedWord } from './SavedWord.tsx';
import classes from './TaskBar.module.css';
import type { Bench } from '../../workbench/use-workbench.ts';

interface TaskBarProps {
  readonly task: TaskView;
  readonly bench: Bench;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onAsk: (what: 'skip' | 'flag' | 'shortcuts') => void;
}

/** What the task is, what it pays, whether all of it is saved, and what can be done with it. */
export function TaskBar({ task, bench, busy, onSubmit, onAsk }: TaskBarProps) {
  const { say, format } = useMessages();
  const actions = useActions();
  const currency = useSession((session) => session.project?.terms.currency ?? 'USD');
  const keysOf = useKeysOf();
  // the second click of a double one meant the task before
  const submitOnce = ({ detail }: { readonly detail: number }) => (detail > 1 ? undefined : onSubmit());
  return (
    <div className={classes.bar}>
      <div className={classes.what}>
        <h1 className={classes.title}>
          <bdi>{task.title}</bdi>
        </h1>
        <p className={classes.facts}>
          {say('workspace.place', { done: task.place.done + 1, total: task.place.total })} ·{' '}
          {format.money(task.payMinor, currency)} · <SavedWord bench={bench} />
        </p>
      </div>
      <div className={classes.actions}>
        <Button size="small" look="quiet" keys={keysOf('shortcuts')} onClick={() => onAsk('shortcuts')}>
          {say('action.shortcuts')}
        </Button>
        <InstructionsButton />
        <Button size="small" look="quiet" onClick={() => void actions.leaveTask()}>
          {say('workspace.leave')}
        </Button>
        <Button size="small" look="quiet" keys={keysOf('flag')} onClick={() => onAsk('flag')}>
          {say('action.flag')}
        </Button>
        <Button size="small" keys={keysOf('skip')} onClick={() => onAsk('skip')}>
          {say('action.skip')}
        </Button>
        <Button size="small" look="primary" keys={keysOf('submit')} disabled={busy} onClick={submitOnce}>
          {say('action.submit')}
        </Button>
      </div>
      {task.note === '' ? null : (
        <p className={classes.note}>
          <bdi>{task.note}</bdi>
        </p>
      )}
    </div>
  );
}
