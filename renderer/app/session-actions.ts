import type { Result } from '../../shared/core/result.ts';
import type { Channel } from '../../shared/ipc/channels.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import type { FolderSurveyView, TaskView } from '../../shared/ipc/views.ts';
import type { NewProject } from '../../shared/project/new-project.ts';
import type { ProjectCare } from '../../shared/project/care.ts';
import type { AppSettings } from '../../shared/project/app-settings.ts';
import type { Place, Session, SessionEvent } from './session.ts';
import type { Store } from './store.ts';

/** The bridge's `call`, as an argument so that tests bring their own. */
export type Call = <Name extends Channel>(channel: Name, input: Input<Name>) => Promise<Result<Output<Name>>>;

export type SessionActions = ReturnType<typeof createSessionActions>;

/** What a person can ask of the session. Each asks the main process and tells the reducer what it answered. */
export function createSessionActions(store: Store<Session, SessionEvent>, call: Call, nowMs: () => number) {
  /** Asks, and shows a refusal; null when refused. */
  async function ask<Name extends Channel>(channel: Name, input: Input<Name>): Promise<Output<Name> | null> {
    const answer = await call(channel, input);
    if (answer.ok) return answer.value;
    store.send({ type: 'refused', refusal: answer.error });
    return null;
  }

  async function askLive(
    channel:
      | 'time.snapshot'
      | 'time.signon'
      | 'time.signoff'
      | 'time.away'
      | 'time.back'
      | 'break.start'
      | 'break.end'
      | 'break.postpone'
      | 'break.exposure',
  ): Promise<boolean> {
    const live = await ask(channel, {});
    if (live) store.send({ type: 'live', live, atMs: nowMs() });
    return live !== null;
  }

  let lastCare: Promise<unknown> = Promise.resolve();

  /** Tells the main process what the window shows; it alone turns that into an activity. */
  async function tellScreen(): Promise<void> {
    const { reading, place } = store.read();
    // whoever judges by the instructions is not the one who works by them
    const live = await ask('time.activity', { screen: reading && place !== 'review' ? 'instructions' : place });
    if (live) store.send({ type: 'live', live, atMs: nowMs() });
  }

  /** What was labelled since the task was opened is on disk, not in the session. */
  async function refreshTask(): Promise<void> {
    const { task } = store.read();
    const current = task && (await ask('task.current', {}));
    if (current) store.send({ type: 'task refreshed', taskId: task.id, task: current.task });
  }

  async function showNext(next: TaskView | null): Promise<void> {
    store.send(next ? { type: 'task opened', task: next } : { type: 'task closed' });
    await tellScreen();
  }

  return {
    ask,

    async start(): Promise<void> {
      const info = await call('app.info', {});
      const settings = await call('settings.read', {});
      if (!info.ok) return store.send({ type: 'start failed', refusal: info.error });
      if (!settings.ok) return store.send({ type: 'start failed', refusal: settings.error });
      store.send({ type: 'started', info: info.value, settings: settings.value });
      await tellScreen();
      if (info.value.openPath !== null) await this.openProject(info.value.openPath);
    },

    async go(place: Place): Promise<void> {
      if (place === 'workspace') await refreshTask();
      store.send({ type: 'went', place });
      await tellScreen();
    },

    tellScreen,

    /** Looks at what was handed in: to judge it, or as the worker whose work it is. */
    async lookAt(place: 'review' | 'handed-in', submissionId: string): Promise<void> {
      store.send({ type: 'submission chosen', place, submissionId });
      await tellScreen();
    },

    async openProject(path: string): Promise<void> {
      const project = await ask('project.open', { path });
      if (!project) return;
      const current = await ask('task.current', {});
      store.send({ type: 'project opened', project, task: current?.task ?? null });
      await tellScreen();
    },

    /** Reads the open project's counts again. */
    async refreshProject(): Promise<void> {
      const answer = await ask('project.current', {});
      if (answer?.project) store.send({ type: 'project refreshed', project: answer.project });
    },

    async makeSample(): Promise<void> {
      const made = await ask('project.sample', {});
      if (made) await this.openProject(made.path);
    },

    /** Lets a person choose a folder of their own files; null when they did not, or when nothing in it can be labelled. */
    async chooseOwnFiles(): Promise<FolderSurveyView | null> {
      const answer = await ask('project.survey', {});
      return answer?.survey ?? null;
    },

    async makeProject(surveyId: string, project: NewProject): Promise<void> {
      const made = await ask('project.create', { surveyId, project });
      if (made) await this.openProject(made.path);
    },

    async chooseProject(): Promise<void> {
      const chosen = await ask('project.choose', {});
      if (chosen?.path) await this.openProject(chosen.path);
    },

    /** Opens a task; a due break shows the break overlay instead. */
    async acceptTask(taskId: string): Promise<void> {
      const task = await ask('task.accept', { taskId });
      if (!task) return;
      store.send({ type: 'task opened', task });
      await tellScreen();
    },

    /** The picture of the open task cannot be decoded here: asks what of it there is. */
    async recheckTask(): Promise<void> {
      const { task } = store.read();
      if (!task) return;
      const checked = await call('task.recheck', { taskId: task.id });
      // Handed in meanwhile: that the task is not open any more is no news.
      if (store.read().task?.id !== task.id) return;
      store.send(
        checked.ok
          ? { type: 'task refreshed', taskId: task.id, task: checked.value }
          : { type: 'refused', refusal: checked.error },
      );
    },

    async leaveTask(): Promise<void> {
      const { task } = store.read();
      if (!task || !(await ask('task.leave', { taskId: task.id }))) return;
      await showNext(null);
    },

    showNext,

    async signOn(): Promise<void> {
      if (await askLive('time.signon')) await tellScreen();
    },
    signOff: () => askLive('time.signoff'),
    /** What is on the screen is the activity again. */
    async endBreak(): Promise<void> {
      if (await askLive('break.end')) await tellScreen();
    },
    postponeBreak: () => askLive('break.postpone'),
    startExposureBreak: () => askLive('break.exposure'),
    /** True once the day's gate is lifted. */
    async liftGate(sentence: string): Promise<boolean> {
      const live = await ask('break.lift', { sentence });
      if (live) store.send({ type: 'live', live, atMs: nowMs() });
      return live !== null;
    },
    async startBreak(): Promise<void> {
      if (await askLive('break.start')) store.send({ type: 'gate', shown: false });
    },
    refreshTime: () => askLive('time.snapshot'),
    /** Reading and thinking are work: extends the allowance, no reason asked. */
    stillReading: () => ask('time.stillreading', {}),
    stepAway: () => askLive('time.away'),
    async comeBack(): Promise<void> {
      if (await askLive('time.back')) await tellScreen();
    },

    /** Answers the one question about a stretch that nobody knows of. `workMs` only with `split`. */
    async answerQuestion(
      questionId: string,
      answer: Input<'time.answer'>['answer'],
      workMs: number | null,
    ): Promise<void> {
      const live = await ask('time.answer', { questionId, answer, workMs });
      if (live) store.send({ type: 'live', live, atMs: nowMs() });
    },

    /** Hides everything first and asks nothing; the main process begins an exposure break. */
    async panic(): Promise<void> {
      store.send({ type: 'panic', on: true });
      await call('content.panic', {});
      await askLive('time.snapshot');
    },
    async leavePanic(): Promise<void> {
      await refreshTask();
      store.send({ type: 'panic', on: false });
    },

    async setReading(open: boolean): Promise<void> {
      if (store.read().reading === open) return;
      store.send({ type: 'reading', open });
      await tellScreen();
    },

    async changeSettings(change: Partial<AppSettings>): Promise<void> {
      const settings = await ask('settings.write', change);
      if (settings) store.send({ type: 'settings changed', settings });
    },

    setBreakAside: (aside: boolean) => store.send({ type: 'break aside', aside }),
    openGate: () => store.send({ type: 'gate', shown: true }),
    closeGate: () => store.send({ type: 'gate', shown: false }),
    /**
     * Says more of the project's content or limits its tasks more, or puts something in place of what was said and set;
     * true once it is on disk. One after the other: `given` is made of what the change before left.
     */
    changeCare(how: 'care.tighten' | 'care.replace', given: (care: ProjectCare) => ProjectCare): Promise<boolean> {
      const change = async (): Promise<boolean> => {
        const { project } = store.read();
        const care = project && (await ask(how, given(project.care)));
        if (!project || !care) return false;
        const now = store.read().project;
        if (now?.id === project.id) store.send({ type: 'project refreshed', project: { ...now, care } });
        return true;
      };
      const done = lastCare.then(change);
      lastCare = done.catch(() => undefined);
      return done;
    },
    readRefusal: () => store.send({ type: 'refusal read' }),
  };
}
