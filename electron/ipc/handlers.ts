import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import type { ClockPort } from '../../shared/core/ports.ts';
import type { AppSettings } from '../../shared/project/app-settings.ts';
import { exposureCapsOf } from '../../shared/project/exposure-settings.ts';
import { changeSettings } from '../../shared/project/limits.ts';
import type { Handlers } from '../../shared/ipc/dispatch.ts';
import type { LiveView } from '../../shared/ipc/calls/time-calls.ts';
import { publishedMetadata } from '../services/export/published-metadata.ts';
import type { ExportService } from '../services/export/export-service.ts';
import type { ExposureService } from '../services/exposure/exposure-service.ts';
import type { JsonFile } from '../services/json-file.ts';
import { liveViewOf, rangeOf } from '../services/live-view.ts';
import type { OwnRecordService } from '../services/own-record/own-record-service.ts';
import { ownReport, taskTimesOf, timeViewOf } from '../services/own-record/time-view.ts';
import { limitMoment } from '../services/own-settings.ts';
import { browseTasks } from '../services/project/browse.ts';
import type { OutcomeNotes } from '../services/project/outcome-notes.ts';
import type { KnownProjects } from '../services/project/known-projects.ts';
import type { ProjectSession } from '../services/project/project-session.ts';
import { taskFactsOf } from '../services/project/task-facts.ts';
import { createTypicalTimes } from '../services/project/typical-time.ts';
import { createSampleProject } from '../services/sample/sample-project.ts';
import type { TaskFact } from '../../shared/time/task-fact.ts';
import type { Timekeeper } from '../services/timekeeper.ts';
import { viewProject, type Workplace } from '../services/workplace.ts';
import type { WorkerRecord } from '../services/worker-record.ts';
import { isDiskRefusal, withoutDiskErrors } from '../services/timekeeper/recorder.ts';
import { enterScreen } from '../services/screen-activity.ts';
import { careHandlers } from './care-handlers.ts';
import { newProjectHandlers } from './new-project-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { suggestionHandlers } from './suggestion-handlers.ts';
import { wellbeingHandlers } from './wellbeing-handlers.ts';

/** What the composition root hands to the calls. */
export interface HandlerPorts {
  readonly version: string;
  readonly projectsDir: string;
  readonly sampleContentDir: string;
  readonly openPath: string | null;
  readonly workplace: Workplace;
  readonly timekeeper: Timekeeper;
  readonly knownProjects: KnownProjects;
  readonly settings: JsonFile<AppSettings>;
  /** The worker's settings with the stricter limits of the open project. */
  readonly limits: () => AppSettings;
  readonly exports: ExportService;
  readonly exposure: ExposureService;
  readonly record: Pick<WorkerRecord, 'timekeeper' | 'journal'>;
  readonly ownRecord: OwnRecordService;
  readonly outcomes: OutcomeNotes;
  readonly makeId: (prefix: string) => string;
  readonly wallMs: () => number;
  readonly clock: ClockPort;
  /** The system's folder dialog; null when cancelled. */
  readonly chooseFolder: () => Promise<string | null>;
  /** The system's file dialog; null when cancelled. */
  readonly chooseFile: () => Promise<string | null>;
  readonly onSettings: (settings: AppSettings) => void;
  /** Veils everything unveiled, in every window. */
  readonly hideContent: () => void;
  readonly onReady: (screen: string) => void;
  /** Does something once what is being answered is on its way to the window. */
  readonly afterAnswer: (act: () => void) => void;
}

/** Channel -> service call. */
export function createHandlers(ports: HandlerPorts): Handlers {
  const { workplace, timekeeper, exports, wallMs } = ports;
  const session = (): ProjectSession | null => workplace.currentOrNull()?.session ?? null;
  const live = (): LiveView => liveViewOf(timekeeper.snapshot(), workplace.currentOrNull(), wallMs());
  const taskFacts = (taskIds: ReadonlySet<string | null>): TaskFact[] => {
    const own = session();
    return own ? taskFactsOf(own.db, own.project, taskIds) : [];
  };
  /** Something of the open task that is to be on disk when it answers; a disk that refuses makes the time blocked. */
  async function keeping<Value>(act: () => Promise<Value>): Promise<Value> {
    const isKept = (yes: boolean): void => withoutDiskErrors(() => workplace.currentOrNull()?.tasks.saved(yes));
    try {
      const value = await act();
      isKept(true);
      return value;
    } catch (error) {
      if (isDiskRefusal(error)) isKept(false);
      throw error;
    }
  }
  /** The worker's own record keeps what became of their work; a project may be gone tomorrow. */
  const learn = (): void => {
    const own = session();
    if (own) ports.outcomes.learn(own);
  };
  const report = (name: 'today' | 'week' | 'month' | 'all') =>
    ownReport(ports.record, rangeOf(name, wallMs()), taskFacts);
  const typicalMs = createTypicalTimes(() => new Map(report('all').tasks.map(({ id, trueMs }) => [id, trueMs])));

  return {
    'app.info': () => ({ version: ports.version, projectsDir: ports.projectsDir, openPath: ports.openPath }),
    'app.ready': ({ screen }) => {
      ports.onReady(screen);
      return {};
    },
    'project.list': () => ({ projects: ports.knownProjects.list() }),
    'project.sample': async () => ({ path: await makeSample(ports) }),
    ...newProjectHandlers(ports),
    'project.choose': async () => ({ path: await ports.chooseFolder() }),
    'project.open': async ({ path }) => {
      const view = await workplace.open(path);
      learn();
      return view;
    },
    'project.current': () => {
      const open = workplace.currentOrNull();
      return { project: open ? viewProject(open) : null };
    },
    'project.close': () => {
      workplace.close();
      return {};
    },
    'settings.read': () => ports.settings.read(),
    'settings.write': async (change) => {
      const kept = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      await ports.settings.change((settings) => changeSettings(settings, kept, limitMoment(ports.clock, timekeeper)));
      ports.onSettings(ports.settings.read());
      return ports.settings.read();
    },

    'task.browse': (filter) => {
      const open = workplace.current();
      return browseTasks(open.session, open.media, filter, typicalMs(open.session));
    },
    'task.accept': async ({ taskId }) => {
      const view = await workplace.current().tasks.accept(taskId);
      learn();
      return view;
    },
    'task.current': async () => ({ task: await workplace.current().tasks.current() }),
    'task.recheck': ({ taskId }) => workplace.current().tasks.recheck(taskId),
    'task.leave': ({ taskId }) => {
      workplace.current().content.endReveal();
      workplace.current().tasks.leave(taskId);
      return {};
    },
    'task.skip': ({ taskId, reason, words }) => {
      workplace.current().content.endReveal();
      return keeping(() => workplace.current().tasks.skip(taskId, reason, words));
    },
    'task.submit': async ({ taskId, revision }) => {
      workplace.current().content.endReveal();
      const served = await keeping(() => workplace.current().tasks.submit(taskId, revision));
      ports.afterAnswer(learn);
      return served;
    },
    'annotation.apply': ({ taskId, revision, edit }) =>
      keeping(() => workplace.current().annotations.apply(taskId, revision, edit)),
    'annotation.previous': ({ taskId }) => ({ annotations: workplace.current().annotations.previous(taskId) }),
    'annotation.undo': ({ taskId, revision }) => keeping(() => workplace.current().annotations.undo(taskId, revision)),
    'annotation.redo': ({ taskId, revision }) => keeping(() => workplace.current().annotations.redo(taskId, revision)),
    'content.reveal': ({ taskId, mode, bar }) => workplace.current().content.reveal(taskId, mode, bar),
    'content.hide': ({ revealId }) => {
      workplace.current().content.hide(revealId);
      return {};
    },
    'content.panic': () => {
      ports.hideContent();
      if (timekeeper.snapshot().activity !== 'off') timekeeper.startBreak('exposure');
      return {};
    },
    'content.flag': ({ taskId, category, severity, range }) =>
      workplace.current().content.flag(taskId, category, severity, range),
    ...reviewHandlers({ reviews: () => workplace.current().reviews, learn }),

    'time.snapshot': live,
    'time.signon': () => {
      timekeeper.signOn();
      learn();
      return live();
    },
    'time.signoff': () => {
      // what is still unveiled ends now, and is counted while there is a record to count it in
      ports.hideContent();
      ports.exposure.settle();
      timekeeper.signOff();
      return live();
    },
    'time.activity': ({ screen }) => {
      enterScreen(screen, timekeeper, workplace.currentOrNull());
      return live();
    },
    'time.input': () => {
      timekeeper.inputSeen();
      return {};
    },
    'time.stillreading': () => {
      timekeeper.stillReading();
      return {};
    },
    'time.away': () => {
      timekeeper.declareAway();
      return live();
    },
    'time.back': () => {
      timekeeper.comeBack();
      return live();
    },
    'time.answer': ({ questionId, answer, workMs }) => {
      timekeeper.answer(questionId, answer, workMs ?? undefined);
      return live();
    },
    'time.report': ({ range }) => report(range),
    'time.view': ({ range, atMs }) => timeViewOf(ports.record, { name: range, atMs: atMs ?? wallMs() }, taskFacts),
    'time.tasks': ({ range, atMs, offset }) =>
      taskTimesOf(ports.record, { name: range, atMs: atMs ?? wallMs(), offset }),
    'time.correct': (correction) => {
      timekeeper.correct(correction);
      return live();
    },
    'own.preview': (request) => ports.ownRecord.preview(request),
    'own.choose': async () => ({ path: await ports.chooseFolder() }),
    'own.write': (request) => ports.ownRecord.write(request),
    'break.start': () => {
      timekeeper.startBreak();
      return live();
    },
    'break.end': () => {
      timekeeper.endBreak();
      return live();
    },
    ...wellbeingHandlers({
      exposure: ports.exposure,
      timekeeper,
      workplace,
      live,
      caps: () => exposureCapsOf(ports.limits()),
    }),
    ...suggestionHandlers(() => workplace.current()),
    ...careHandlers({ care: () => workplace.current().care, chooseFile: ports.chooseFile }),
    'break.postpone': () => {
      timekeeper.postponeBreak();
      return live();
    },

    'keys.status': () => exports.keyStatus(session()),
    'keys.create': ({ passphrase }) => exports.createKeys(session(), passphrase),
    'keys.unlock': ({ passphrase }) => exports.unlockKeys(session(), passphrase),
    'keys.lock': () => exports.lockKeys(session()),
    'export.metadata': () => publishedMetadata(workplace.current().session),
    'export.preview': (request) => exports.preview(workplace.current().session, request),
    'export.run': (request) => exports.run(workplace.current().session, request),
    'verify.choose': async () => ({ path: await ports.chooseFolder() }),
    'verify.run': ({ path }) => exports.verify(path),
  };
}

/** Makes the sample under the first free name, so that a sample in use is never touched. */
async function makeSample({ projectsDir, sampleContentDir, makeId, wallMs }: HandlerPorts): Promise<string> {
  await mkdir(projectsDir, { recursive: true });
  let dir = join(projectsDir, 'sample-project');
  for (let number = 2; existsSync(dir); number += 1) dir = join(projectsDir, `sample-project-${number}`);
  await createSampleProject({
    contentDir: sampleContentDir,
    dir,
    projectId: makeId('project'),
    createdAt: wallMs(),
  });
  return dir;
}
