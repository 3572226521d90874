import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openJournal } from '../electron/db/journal-store.ts';
import { contract } from '../shared/ipc/contract.ts';
import type { TimeReport } from '../shared/time/report.ts';
import { launchApp } from '../tests/support/launch-app.ts';
import { inProject } from './lib/project.mjs';
import { openCamera } from './tour/camera.ts';
import {
  compareVersions,
  findWork,
  handOver,
  labelPhotograph,
  labelText,
  lookAtTime,
  meetHidden,
  showSettings,
  takeBreak,
  type Tour,
  verifyInWindow,
} from './tour/steps.ts';
import { summaryText, verifierAnswerSchema } from './tour/summary.ts';

/*
 * The tour: the real app does the main job on the sample project, driven by real mouse and keyboard events.
 * Leaves DIR/screenshots, DIR/project and DIR/package, and in DIR/profile the record and the keys of its worker.
 */

const { values } = parseArgs({ options: { out: { type: 'string', default: 'tour' } } });
const out = resolve(values.out);
const profile = join(out, 'profile');
await mkdir(out, { recursive: true });
for (const part of ['screenshots', 'project', 'package', 'profile', 'projects']) {
  await rm(join(out, part), { recursive: true, force: true });
}

process.stdout.write('The tour: Fairmark does its main job on the sample project.\n');
const launched = await launchApp({ userDataDir: profile, projectsDir: join(out, 'projects') });
const { page } = launched;
let packageDir: string;
let report: TimeReport;
try {
  const camera = await openCamera(join(out, 'screenshots'), page);
  const tour: Tour = { page, camera, passphrase: 'a passphrase for the tour only' };
  await findWork(tour);
  await labelPhotograph(tour);
  await labelText(tour);
  await compareVersions(tour);
  await meetHidden(tour);
  await takeBreak(tour);
  await lookAtTime(tour);
  packageDir = await handOver(tour);
  await verifyInWindow(tour, packageDir);
  report = await readReport();
  await showSettings(tour);
} catch (error) {
  await page.screenshot({ path: join(out, 'where-it-stopped.png') }).catch(() => undefined);
  throw error;
} finally {
  await launched.close();
}

const root = dirname(dirname(packageDir));
await cp(packageDir, join(out, 'package'), { recursive: true });
await cp(root, join(out, 'project'), { recursive: true });
await rm(join(out, 'projects'), { recursive: true, force: true });

const journal = openJournal({ path: join(profile, 'record.db') });
const exposure = journal.records(1).flatMap((record) => (record.kind === 'exposure' ? [record.body] : []));
journal.close();

const verifier = [inProject('out', 'cli', 'fairmark-verify.mjs'), join(out, 'package')];
const checked = spawnSync(process.execPath, [...verifier, '--json'], { encoding: 'utf8' });
process.stdout.write(
  summaryText({
    report,
    exposure,
    verification: verifierAnswerSchema.parse(JSON.parse(checked.stdout)),
    pictures: (await readdir(join(out, 'screenshots'))).length,
    out,
  }),
);
process.exitCode = checked.status ?? 1;

async function readReport(): Promise<TimeReport> {
  const answer = await page.evaluate(() => window.bridge['time.report']({ range: 'all' }));
  if (!answer.ok) throw new Error(`The report was refused: ${answer.error.code}`);
  return contract['time.report'].output.parse(answer.value);
}
