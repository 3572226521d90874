import { Fragment, type RefObject, useLayoutEffect, useRef } from 'react';
import { missingDetails } from '../../../shared/annotation/missing-details.ts';
import { type Unanswered, unansweredOf, withoutAnswers } from '../../../shared/annotation/questions.ts';
import type { TextRange } from '../../../shared/annotation/span-pieces.ts';
import { siftedSuggestions, type Suggestion } from '../../../shared/annotation/suggestion.ts';
import type { TaskView } from '../../../shared/ipc/views.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { isCoveredByBreak, isCoveredBySignOff } from '../../app/session.ts';
import type { Action } from '../../app/actions.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';
import { focusQuestion, focusQuestions } from './answers/focus-question.ts';
import { MissingAnswers } from './answers/MissingAnswers.tsx';
import { useKeepOnClose } from './answers/use-keep-on-close.ts';
import { BenchRefusal } from './BenchRefusal.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { focusDetails, showMissing } from './details/focus-details.ts';
import { MissingDetails } from './details/MissingDetails.tsx';
import { FlagDialog } from './FlagDialog.tsx';
import { ImageBench } from './ImageBench.tsx';
import classes from './LabelTask.module.css';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { SkipDialog } from './SkipDialog.tsx';
import { TaskBar } from './TaskBar.tsx';
import { TextBench } from './TextBench.tsx';
import { useOfTask } from './use-of-task.ts';
import { type Bench, useBench } from '../../workbench/use-workbench.ts';
import { doDetailAction, toggleOption } from '../../workbench/detail-actions.ts';
import { doLinkAction } from '../../workbench/link-actions.ts';
import { neighbourOf, nextSuggestion, waitingOf } from '../../workbench/bench-selection.ts';

const noneUnanswered: readonly Unanswered[] = [];

type Asking = 'nothing' | 'skip' | 'flag' | 'shortcuts' | 'palette';

/** A task that can be labelled: what is done with it as a whole. Drawing and marking are the benches'. */
export function LabelTask({ task, labelSet }: { task: TaskView; labelSet: LabelSet }) {
  const actions = useActions();
  const bench = useBench(task, labelSet, task.item.medium === 'image' ? (task.flags ? 'look' : 'draw') : 'select');
  const [asking, setAsking] = useOfTask<Asking>(task.id, 'nothing');
  const [busy, setBusy] = useOfTask(task.id, false);
  const [marked, setMarked] = useOfTask<TextRange | null>(task.id, null);
  const reading = useSession((session) => session.reading);
  const stopped = useSession(
    (session) => session.panic || session.gateShown || isCoveredByBreak(session) || isCoveredBySignOff(session),
  );

  /** What was missing when the task was to be handed in. */
  const [unanswered, setUnanswered] = useOfTask<readonly Unanswered[]>(task.id, noneUnanswered);

  /** The task was to be handed in while a detail was missing: what is missing stays in sight until it is there. */
  const [asked, setAsked] = useOfTask(task.id, false);

  const submit = async () => {
    if (busy) return;
    setBusy(true);
    if (await bench.editor.settle()) {
      const still = unansweredOf(bench.questions, bench.store.read().annotations);
      setUnanswered(still);
      const [lacking] = missingDetails(bench.store.read().annotations, labelSet);
      setAsked(lacking !== undefined);
      if (lacking && still.length === 0) {
        setBusy(false);
        showMissing(bench, lacking);
        return;
      }
      if (still.length > 0) {
        setBusy(false);
        focusQuestion(still[0]?.question);
        return;
      }
      const answer = await call('task.submit', { taskId: task.id, revision: bench.store.read().revision });
      if (answer.ok) await actions.showNext(answer.value.next);
      else bench.store.send({ type: 'refused', refusal: answer.error, state: null });
    }
    setBusy(false);
  };

  const { store } = bench;
  const listed = () => withoutAnswers(store.read().annotations, bench.questions);
  const onAction = (action: Action) => {
    for (const doIt of [doLinkAction, doDetailAction]) {
      const done = doIt(action, bench);
      if (done !== false) return done;
    }
    switch (action) {
      case 'submit':
        return void submit();
      case 'skip':
      case 'flag':
      case 'shortcuts':
      case 'palette':
        return setAsking(action);
      case 'details':
        return focusDetails();
      case 'answers':
        return focusQuestions(bench);
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
        return store.send({ type: 'selected', id: neighbourOf(store.read(), action === 'next' ? 1 : -1, listed()) });
      case 'next-suggestion':
        return store.send({ type: 'suggestion selected', id: nextSuggestion(store.read(), shownSuggestions(bench)) });
      case 'accept':
      case 'reject':
        return answerSuggestion(bench, action);
      case 'accept-all':
        return bench.editor.accept(shownSuggestions(bench));
      case 'reject-all':
        return bench.editor.reject(shownSuggestions(bench));
      default:
        return false;
    }
  };
  const enabled = asking === 'nothing' && !busy && !stopped;
  useShortcuts({ onAction, onOption: (index) => toggleOption(bench, index) }, enabled, labelSet.medium);
  useKeepOnClose(bench);
  const screen = useFocusLeft(task.id);

  const TaskBench = task.item.medium === 'image' ? ImageBench : TextBench;
  return (
    <div className={classes.screen} ref={screen}>
      <TaskBar task={task} bench={bench} busy={busy} onSubmit={() => void submit()} onAsk={(what) => setAsking(what)} />
      <BenchRefusal bench={bench} />
      <MissingAnswers bench={bench} asked={unanswered} />
      {asked ? <MissingDetails bench={bench} /> : null}
      <TaskBench
        task={task}
        bench={bench}
        enabled={enabled}
        veiled={asking === 'flag'}
        onSkip={() => setAsking('skip')}
        onMarked={setMarked}
      />
      {/* what is chosen or typed in them is about one task */}
      <Fragment key={task.id}>
        <SkipDialog task={task} opened={asking === 'skip'} onClose={() => setAsking('nothing')} />
        <FlagDialog task={task} marked={marked} opened={asking === 'flag'} onClose={() => setAsking('nothing')} />
        <ShortcutSheet opened={asking === 'shortcuts'} medium={labelSet.medium} onClose={() => setAsking('nothing')} />
        <CommandPalette opened={asking === 'palette'} labelSet={labelSet} onClose={() => setAsking('nothing')} />
      </Fragment>
    </div>
  );
}

/**
 * The next task leaves the focus to nobody, as a screen of its own would: a key that was meant for the canvas must not
 * press the button that handed the last task in.
 */
function useFocusLeft(taskId: string): RefObject<HTMLDivElement | null> {
  const screen = useRef<HTMLDivElement>(null);
  const shown = useRef(taskId);
  // not as the last task is taken away: React gives the focus back after that
  useLayoutEffect(() => {
    if (shown.current === taskId) return;
    shown.current = taskId;
    const focused = document.activeElement;
    if (focused instanceof HTMLElement && screen.current?.contains(focused)) focused.blur();
  }, [taskId]);
  return screen;
}

/** The suggestions that wait and are sure enough, in the order in which they are looked through. */
function shownSuggestions({ store, view }: Bench): readonly Suggestion[] {
  return siftedSuggestions(waitingOf(store.read()), view.read().sieve);
}

/** Accepts or rejects the suggestion that is looked at; while none is, the first one is shown and nothing decided. */
function answerSuggestion(bench: Bench, action: 'accept' | 'reject'): void {
  const { store, editor } = bench;
  const shown = shownSuggestions(bench);
  const { suggestionId } = store.read();
  const looked = shown.filter(({ id }) => id === suggestionId);
  if (looked.length === 0) store.send({ type: 'suggestion selected', id: nextSuggestion(store.read(), shown) });
  else editor[action](looked, shown);
}
