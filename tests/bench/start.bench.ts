// Cold start to an interactive Browse screen, against an empty Electron window in the same run.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { launchCommand } from '../../scripts/lib/launch.mjs';
import { projectRoot } from '../../scripts/lib/project.mjs';
import { median, reportFigures } from './figures.ts';
import { timeWindowStart, type WindowStart } from './window-start.ts';

const runs = 9;

/** The least an Electron app can be: one sandboxed window, one line of text, ready once it is painted. */
const emptyApp = {
  'package.json': '{ "name": "empty-window", "version": "1.0.0", "main": "main.cjs" }',
  'main.cjs': `
    const { app, BrowserWindow } = require('electron');
    const path = require('node:path');
    app.on('window-all-closed', () => app.quit());
    void app.whenReady().then(() => {
      const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
      void window.loadFile(path.join(__dirname, 'index.html'));
    });`,
  'index.html': `<!doctype html><title>Empty</title><p>Empty</p><script>
    requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.ready = 'empty'; }));
    </script>`,
};

const folder = await mkdtemp(path.join(tmpdir(), 'fairmark-bench-'));
try {
  for (const [name, content] of Object.entries(emptyApp)) await writeFile(path.join(folder, name), content);
  const runtime = await electronRuntime({ quiet: true });
  const startOf = (app: string, page: string, ready: string, more: readonly string[]): WindowStart => {
    const userData = `--user-data-dir=${path.join(folder, `user-data-${ready}`)}`;
    return { ...launchCommand(runtime, app, [userData, ...more]), page, ready };
  };
  const empty = startOf(folder, pathToFileURL(folder).href, 'empty', []);
  const browse = startOf(projectRoot, 'app://main/', 'browse', [
    `--projects-dir=${path.join(folder, 'projects')}`,
    '--open-sample',
  ]);

  // Not counted: the first start makes the sample project and fills the caches of the file system.
  await timeWindowStart(empty);
  await timeWindowStart(browse);
  const took = { empty: [] as number[], browse: [] as number[] };
  for (let round = 0; round < runs; round += 1) {
    // In turns, so that whatever else runs on the machine weighs on both alike.
    took.empty.push(await timeWindowStart(empty));
    took.browse.push(await timeWindowStart(browse));
  }
  reportFigures('start', [
    { name: 'empty window', n: runs, value: median(took.empty), unit: 'ms', limit: null },
    { name: 'start to Browse', n: runs, value: median(took.browse), unit: 'ms', limit: median(took.empty) },
  ]);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
