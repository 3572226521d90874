import { useState } from 'react';
import type { TaskView } from '../../../shared/ipc/views.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { isCoveredByBreak } from '../../app/session.ts';
import type { Action } from '../../app/shortcuts.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';
import { BenchRefusal } from './BenchRefusal.tsx';
import { FlagDialog } from './FlagDialog.tsx';
import { ImageBench } from './ImageBench.tsx';
import classes from './LabelTask.module.css';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SkipDialog } from './SkipDialog.tsx';
import { TaskBar } from './TaskBar.tsx';
import { TextBench } from './TextBench.tsx';
import { useBench } from '../../workbench/use-workbench.ts';
import { neighbourOf } from '../../workbench/workbench.ts';

type Asking = 'nothing' | 'skip' | 'flag' | 'shortcuts';

/** A task that can be labelled: what is done with it as a whole. Drawing and marking are the benches'. */
export function LabelTask({ task, labelSet }: { task: TaskView; labelSet: LabelSet }) {
  const actions = useActions();
  const bench = useBench(task, labelSet, task.item.medium === 'image' ? (task.flags ? 'look' : 'draw') : 'select');
  const [asking, setAsking] = useState<Asking>('nothing');
  const [busy, setBusy] = useState(false);
  const reading = useSession((session) => session.reading);
  const stopped = useSession((session) => session.panic || session.gateShown || isCoveredByBreak(session));

  const submit = async () => {
    if (busy) return;
    setBusy(true);
    if (await bench.editor.settle()) {
      const answer = await call('task.submit', { taskId: task.id, revision: bench.store.read().revision });
      if (answer.ok) await actions.showNext(answer.value.next);
      else bench.store.send({ type: 'refused', refusal: answer.error, state: null });
    }
    setBusy(false);
  };

  const onAction = (action: Action) => {
    switch (action) {
      case 'submit':
        return void submit();
      case 'skip':
      case 'flag':
      case 'shortcuts':
        return setAsking(action);
      case 'instructions':
        return void actions.setReading(!reading);
      case 'undo':
        return bench.editor.undo();
      case 'redo':
        return bench.editor.redo();
      case 'remove':
        return bench.editor.removeSelected();
      case 'next':
      case 'previous':
        return bench.store.send({ type: 'selected', id: neighbourOf(bench.store.read(), action === 'next' ? 1 : -1) });
      default:
        return false;
    }
  };
  const enabled = asking === 'nothing' && !busy && !stopped;
  useShortcuts({ onAction }, enabled);

  const Bench = task.item.medium === 'image' ? ImageBench : TextBench;
  return (
    <div className={classes.screen}>
      <TaskBar task={task} bench={bench} busy={busy} onSubmit={() => void submit()} onAsk={(what) => setAsking(what)} />
      <BenchRefusal bench={bench} />
      <Bench task={task} bench={bench} enabled={enabled} veiled={asking === 'flag'} onSkip={() => setAsking('skip')} />
      <SkipDialog task={task} opened={asking === 'skip'} onClose={() => setAsking('nothing')} />
      <FlagDialog task={task} opened={asking === 'flag'} onClose={() => setAsking('nothing')} />
      <ShortcutSheet opened={asking === 'shortcuts'} medium={labelSet.medium} onClose={() => setAsking('nothing')} />
    </div>
  );
}
