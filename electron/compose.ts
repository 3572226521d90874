import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { app, type BrowserWindow, dialog, nativeTheme, session } from 'electron';
import { AppError } from '../shared/core/errors.ts';
import type { ClockPort } from '../shared/core/ports.ts';
import { type LanguageTag, localeOf } from '../shared/i18n/languages.ts';
import { type AppSettings, defaultAppSettings, storedSettingsSchema } from '../shared/project/app-settings.ts';
import { createHandlers } from './ipc/handlers.ts';
import { serveContract, tell } from './ipc/serve.ts';
import { parseLaunchOptions } from './launch-options.ts';
import { openDarkroom } from './media/darkroom.ts';
import { serveMedia, servePages } from './media/protocol.ts';
import { emptyNotes, ownNotesSchema } from '../shared/content/own-notes.ts';
import { exposureCapsOf } from '../shared/project/exposure-settings.ts';
import { type ProjectLimits, withProjectLimits } from '../shared/project/limits.ts';
import { createExportService } from './services/export/export-service.ts';
import { createExposureService } from './services/exposure/exposure-service.ts';
import { openJsonFile } from './services/json-file.ts';
import { limitMoment, settingsInForce } from './services/own-settings.ts';
import type { Timekeeper } from './services/timekeeper.ts';
import { liveViewOf } from './services/live-view.ts';
import { signedStatementsSchema } from './services/own-record/signed-statements.ts';
import { createOwnRecordService } from './services/own-record/own-record-service.ts';
import { openKnownProjects } from './services/project/known-projects.ts';
import { createOutcomeNotes } from './services/project/outcome-notes.ts';
import { PROJECT_FILE } from './services/project/project-session.ts';
import { createSampleProject } from './services/sample/sample-project.ts';
import { createKeyStore } from './services/signing/key-store.ts';
import { nodeClock } from './services/node-clock.ts';
import { systemIdle } from './services/system-idle.ts';
import { systemPower } from './services/system-power.ts';
import { startRefusalOf } from './services/start-refusal.ts';
import { printPdf } from './services/system-print.ts';
import { systemSecretBox } from './services/system-secret-box.ts';
import { nodeTimer } from './services/node-timer.ts';
import { openWorkerRecord, type WorkerRecord } from './services/worker-record.ts';
import { windowPlaceSchema } from './services/window-place.ts';
import { createWorkplace } from './services/workplace.ts';
import { guardSession } from './session.ts';
import { setMenu } from './services/system-menu.ts';
import { openWindow } from './window.ts';

/** The running app, as `main.ts` steers it. */
export interface RunningApp {
  showWindow(): void;
  /** Veils everything unveiled, at once: the screen was locked or the machine goes to sleep. */
  hideContent(): void;
  stop(): void;
}

/**
 * Opens stores, builds services, serves the contract, opens the window: everything that lives as long as the app is
 * created here and nowhere else. Call once the app is ready.
 */
export async function composeApp(): Promise<RunningApp> {
  const outDir = join(app.getAppPath(), 'out');
  const userData = app.getPath('userData');
  const launch = parseLaunchOptions(process.argv, app.getPath('documents'));
  const wallMs = (): number => Date.now();
  const monoMs = (): number => Number(process.hrtime.bigint() / 1_000_000n);
  const makeId = (prefix: string): string => `${prefix}-${randomBytes(8).toString('hex')}`;
  const makeToken = (): string => randomBytes(16).toString('hex');

  await guardSession(session.defaultSession, (url) => process.stderr.write(`Refused a request to ${originOf(url)}\n`));
  await mkdir(userData, { recursive: true });
  const settingsFile = await openJsonFile(join(userData, 'settings.json'), storedSettingsSchema, defaultAppSettings);
  const clock = nodeClock();
  // the record is opened with the settings, and knows more of the time that has passed than they do
  let ownTime: Timekeeper | null = null;
  const moment = () => limitMoment(clock, ownTime);
  const settings = settingsInForce(settingsFile, moment);
  const knownProjects = await openKnownProjects(join(userData, 'projects.json'));
  const windowMemory = await openJsonFile(join(userData, 'window.json'), windowPlaceSchema, null);
  nativeTheme.themeSource = settings.read().theme;
  setMenu();

  // nothing is open while the record is being opened
  let projectLimits = (): ProjectLimits => ({});
  const darkroom = openDarkroom(join(outDir, 'preload'));
  const record = openRecordOrExplain(userData, clock, settings.read().language, () => limits());
  const { timekeeper } = record;
  ownTime = timekeeper;
  const exposure = createExposureService({
    timekeeper,
    notes: await openJsonFile(join(userData, 'own-notes.json'), ownNotesSchema, emptyNotes),
    caps: () => exposureCapsOf(limits()),
    monoMs,
    wallMs,
  });
  const workplace = createWorkplace({
    timekeeper,
    exposure,
    knownProjects,
    develop: (job) => darkroom.develop(job),
    makeId,
    makeToken,
    wallMs,
    monoMs,
  });
  projectLimits = () => workplace.currentOrNull()?.care.care().limits ?? {};
  const keys = createKeyStore({ file: join(userData, 'keys.json'), findBox: systemSecretBox });
  const ownRecord = createOwnRecordService({
    keys,
    record,
    version: app.getVersion(),
    wallMs,
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    makeId,
    printPdf,
    defaultDir: launch.projectsDir,
    statements: await openJsonFile(join(userData, 'own-statements.json'), signedStatementsSchema, {}),
  });
  const exports = createExportService({
    keys,
    record,
    settings: () => settings.read(),
    version: app.getVersion(),
    wallMs,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  });

  let window: BrowserWindow | null = null;
  const pageFiles = listFiles(join(outDir, 'renderer'));
  servePages(join(outDir, 'renderer'), pageFiles);
  serveMedia({ resolve: async (url) => (await workplace.currentOrNull()?.media.resolve(url)) ?? null });

  const sampleContentDir = join(outDir, 'sample');
  const openPath = launch.openSample
    ? await ensureSample(join(launch.projectsDir, 'sample-project'))
    : launch.projectPath;

  const handlers = createHandlers({
    version: app.getVersion(),
    projectsDir: launch.projectsDir,
    sampleContentDir,
    openPath,
    workplace,
    timekeeper,
    knownProjects,
    settings,
    limits,
    exports,
    exposure,
    record,
    ownRecord,
    outcomes: createOutcomeNotes(record),
    makeId,
    wallMs,
    clock,
    chooseFolder,
    chooseFile,
    onSettings: ({ theme }: AppSettings) => {
      nativeTheme.themeSource = theme;
    },
    hideContent,
    onReady: (screen) => app.emit('fairmark-ready', screen),
    // what is not noted when the app ends before, is noted at the next opening
    afterAnswer: (act) =>
      void setImmediate(() => {
        try {
          act();
        } catch (error) {
          reportBug(error);
        }
      }),
  });
  serveContract(handlers, () => window, reportBug);

  timekeeper.onChange((snapshot) =>
    tell(window, 'time.changed', liveViewOf(snapshot, workplace.currentOrNull(), wallMs())),
  );

  function hideContent(): void {
    workplace.currentOrNull()?.content.endReveal();
    tell(window, 'content.hideall', {});
  }

  function open(): void {
    const opened = openWindow(join(outDir, 'preload'), windowMemory);
    window = opened;
    const tellState = (): void => {
      if (opened.isDestroyed()) return;
      const visible = opened.isVisible() && !opened.isMinimized();
      timekeeper.windowState(!visible ? 'hidden' : opened.isFocused() ? 'focused' : 'visible');
    };
    for (const change of ['focus', 'blur', 'show', 'hide', 'minimize', 'restore'] as const) {
      opened.on(change as 'focus', tellState);
    }
    for (const left of ['blur', 'minimize', 'hide'] as const) opened.on(left as 'blur', hideContent);
    // a crashed page loses nothing that was shown as done: it is loaded anew
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      workplace.currentOrNull()?.content.endReveal();
      if (reason !== 'clean-exit' && !opened.isDestroyed()) opened.webContents.reload();
    });
    opened.on('closed', () => {
      window = null;
      // the hidden page must not keep the app alive
      darkroom.close();
    });
  }

  async function chooseFolder(): Promise<string | null> {
    if (!window) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
    return canceled ? null : (filePaths[0] ?? null);
  }

  async function chooseFile(): Promise<string | null> {
    if (!window) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'] });
    return canceled ? null : (filePaths[0] ?? null);
  }

  /** The stricter of the worker's limits and those of the project that is open. */
  function limits(): AppSettings {
    const own = settings.read();
    return withProjectLimits(own, projectLimits());
  }

  async function ensureSample(dir: string): Promise<string> {
    if (existsSync(join(dir, PROJECT_FILE))) return dir;
    await mkdir(launch.projectsDir, { recursive: true });
    await createSampleProject({ contentDir: sampleContentDir, dir, projectId: makeId('project'), createdAt: wallMs() });
    return dir;
  }

  open();
  return {
    showWindow() {
      if (!window) return open();
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    hideContent,
    stop() {
      workplace.close();
      exposure.stop();
      record.close();
      darkroom.close();
    },
  };
}

/** The record has one writer. When it cannot be opened, says why and what to do, and ends: no work without a record. */
function openRecordOrExplain(
  userData: string,
  clock: ClockPort,
  language: LanguageTag,
  settings: () => AppSettings,
): WorkerRecord {
  const path = join(userData, 'record.db');
  try {
    return openWorkerRecord({
      path,
      clock,
      power: systemPower(),
      idle: systemIdle(),
      timer: nodeTimer,
      settings,
      // the runtime for development is older; what is shipped must not have the WAL-reset bug
      ...(app.isPackaged ? { minimumSqlite: '3.51.3' } : {}),
    });
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'INTERNAL';
    if (code === 'INTERNAL') reportBug(error);
    const { title, text, close } = startRefusalOf(localeOf(language).messages, code, userData);
    process.stderr.write(`${title} (${code}).\n${text}\n`);
    dialog.showMessageBoxSync({ type: 'error', title: 'Fairmark', message: title, detail: text, buttons: [close] });
    app.exit(1);
    throw error;
  }
}

/** Bugs go to standard error with their stack; the window hears `INTERNAL` and no more. */
function reportBug(error: unknown): void {
  process.stderr.write(
    `Fault in Fairmark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}

/** Scheme and host only: the rest of an address may say something of the data. */
function originOf(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** Every file below a folder, `/`-separated. */
function listFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
