import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { electronRuntime } from '../../scripts/electron-runtime.mjs';
import { projectRoot } from '../../scripts/lib/project.mjs';

/** `nobody` on Debian, and on most other systems. */
const NOBODY = 65_534;

/**
 * As root Electron runs without its sandbox, so this test alone goes down to an unprivileged user: it copies the app
 * and the runtime to where that user may read them, starts them without `--no-sandbox`, and reads from the kernel
 * what the page's process may do.
 */
test('the page runs under a seccomp filter, without any privilege', async () => {
  test.skip(process.platform !== 'linux', 'seccomp is Linux only');
  test.setTimeout(120_000);
  const home = await mkdtemp(path.join(tmpdir(), 'fairmark-nobody-'));
  let app: ChildProcess | undefined;
  try {
    const runtime = await electronRuntime({ quiet: true });
    const executable = path.join(home, 'electron', path.basename(runtime.path));
    await cp(path.dirname(runtime.path), path.dirname(executable), { recursive: true });
    const appFolder = path.join(home, 'app');
    await mkdir(path.join(appFolder, 'node_modules'), { recursive: true });
    await cp(path.join(projectRoot, 'package.json'), path.join(appFolder, 'package.json'));
    await cp(path.join(projectRoot, 'out'), path.join(appFolder, 'out'), { recursive: true });
    for (const name of ['better-sqlite3', 'bindings', 'file-uri-to-path', 'node-addon-api']) {
      const from = path.join(projectRoot, 'node_modules', name);
      await cp(from, path.join(appFolder, 'node_modules', name), { recursive: true }).catch(() => undefined);
    }
    await mkdir(path.join(home, 'tmp'));
    const root = process.getuid?.() === 0;
    if (root) for (const dir of [home, path.join(home, 'tmp')]) await chown(dir, NOBODY, NOBODY);
    await chmod(home, 0o755);

    const command = [
      'xvfb-run',
      '-a',
      executable,
      ...runtime.args,
      appFolder,
      `--user-data-dir=${path.join(home, 'profile')}`,
      `--projects-dir=${path.join(home, 'projects')}`,
      '--open-sample',
    ];
    const asNobody = root
      ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', ...command]
      : command;
    app = spawn(asNobody[0] ?? '', asNobody.slice(1), {
      // a group of its own, so that everything it starts can be ended with it
      detached: true,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: path.join(home, 'tmp') },
    });

    // one process may be the zygote: the page's own says so on its command line
    const status = await expect
      .poll(() => rendererStatus(home), { timeout: 60_000, intervals: [250] })
      .not.toBeNull()
      .then(() => rendererStatus(home));
    expect(status).toMatchObject({ Seccomp: '2', NoNewPrivs: '1', CapEff: '0000000000000000' });
  } finally {
    if (app?.pid !== undefined) process.kill(-app.pid, 'SIGKILL');
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});

/** Fields of /proc/PID/status of a renderer whose executable lies below `home`; null while there is none. */
async function rendererStatus(home: string): Promise<Record<string, string> | null> {
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!commandLine.startsWith(home) || !commandLine.includes('--type=renderer')) continue;
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return Object.fromEntries(status.split('\n').map((line) => line.split(/:\s+/) as [string, string]));
  }
  return null;
}
