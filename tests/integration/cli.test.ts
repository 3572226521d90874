import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeImageItem } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { openTestProject, temporaryFolder } from '../support/project-fixture.ts';
import { makeWorld } from '../support/time/fake-world.ts';
import { openJournal } from '../../electron/db/journal-store.ts';
import { acceptSubmission, insertSubmission, rejectSubmission } from '../../electron/db/submission-store.ts';
import { moveTask, readTasks } from '../../electron/db/task-store.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { nodeCrypto } from '../../electron/services/signing/node-crypto.ts';
import { createTimekeeper } from '../../electron/services/timekeeper.ts';
import { annotationSetSha256 } from '../../shared/manifest/annotation-leaves.ts';
import { defaultBreakSettings } from '../../shared/time/break-settings.ts';
import { seedWork } from '../support/seed-record.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface Answer {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line as a person would. */
function fairmark(...args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'cli', 'fairmark.ts'), ...args], (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe('the command line', () => {
  it('names its commands, and says how a wrong one should be', async () => {
    expect(await fairmark('--help')).toMatchObject({ status: 0, err: '' });
    expect((await fairmark('--help')).out).toMatch(/fairmark verify/);
    expect(await fairmark('conjure')).toMatchObject({ status: 2, out: '' });
    expect(await fairmark('sample')).toMatchObject({ status: 2, out: '' });
    expect(await fairmark('sample', '--help')).toMatchObject({ status: 0, err: '' });
  });

  it('makes the sample with a task for each photograph, each language and a comparison, and never over something', async () => {
    const dir = join(await temporaryFolder(), 'sample');
    expect(JSON.parse((await fairmark('sample', dir, '--json')).out)).toEqual({ path: dir });
    expect(await readdir(join(dir, 'data', 'images'))).toHaveLength(9);
    expect(await readdir(join(dir, 'data', 'texts'))).toHaveLength(9);
    const again = await fairmark('sample', dir);
    expect(again.status).toBe(1);
    expect(again.err).toMatch(/^FOLDER_NOT_EMPTY: /);
  });

  it('makes a project of a folder, by the label sets of the documentation, and tells what it left aside', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.png'), makePng(4, 4));
    await writeFile(join(folder, 'b.jpg'), '');
    const guide = await readFile(join(ROOT, 'docs', 'cli.md'), 'utf8');
    const [labels = '', terms = ''] = [...guide.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => json);
    await writeFile(join(folder, 'labels.json'), labels);
    await writeFile(join(folder, 'terms.json'), terms);
    const dir = join(await temporaryFolder(), 'project');
    const run = (...args: string[]) => fairmark('new', dir, '--from', folder, ...args);
    expect(await run()).toMatchObject({ status: 2, out: '' });
    const said = ['--labels', join(folder, 'labels.json'), '--terms', join(folder, 'terms.json')];
    expect((await run(...said, '--dry-run')).out).toMatch(/^Would make .*\n.*: 1 with a picture, 0 with a text/);
    expect(JSON.parse((await run(...said, '--json')).out)).toMatchObject({
      path: dir,
      images: 1,
      texts: 0,
      classes: ['Bird', 'Nest', 'built', 'Blurred'],
      aside: [{ path: 'b.jpg', why: 'empty' }, { path: 'labels.json' }, { path: 'terms.json' }],
    });
    const session = openProjectSession(dir);
    expect(session.project.terms.currency).toBe('EUR');
    session.close();
    expect((await run('--class', 'Bird')).err).toMatch(/^FOLDER_NOT_EMPTY: /);
  });

  it('hides what a file beside the data says is sensitive: tried first, then done, then there already', async () => {
    const session = await openTestProject([makeImageItem('a'), makeImageItem('b')]);
    session.close();
    const file = join(await temporaryFolder(), 'flags.csv');
    await writeFile(file, 'file_name,category,severity\na.png,gore,2\nb.png,insects,1\n');
    const run = (...args: string[]) => fairmark('import', session.root, file, '--as', 'flags', ...args);
    const tried = await run('--dry-run', '--json');
    expect(tried.status).toBe(1);
    expect(JSON.parse(tried.out)).toMatchObject({
      dryRun: true,
      files: ['flags.csv'],
      added: 2,
      present: 0,
      items: 2,
      newlyHidden: 2,
      byCategory: { gore: 1, 'disturbing-other': 1 },
      unmatched: [],
      findings: [{ code: 'CATEGORY_UNKNOWN', path: 'flags.csv:3' }],
    });
    expect((await run()).out).toMatch(/^Added 2 flags to 2 items; not hidden before: 2\./);
    await writeFile(file, 'file_name,category,severity\na.png,gore,2\n');
    expect(await run()).toMatchObject({ status: 0, out: expect.stringMatching(/1 were there already/) });
    expect(await fairmark('import', session.root, file)).toMatchObject({ status: 2, out: '' });

    // predictions bring the flags of their file along
    const coco = join(file, '..', 'instances.json');
    const predicted = {
      categories: [{ id: 1, name: 'Cat' }],
      images: [{ id: 1, file_name: 'b.png', flags: 'death' }],
      annotations: [{ id: 1, image_id: 1, category_id: 1, bbox: [1, 2, 10, 10] }],
    };
    await writeFile(coco, JSON.stringify(predicted));
    const along = await fairmark('import', session.root, coco, '--as', 'suggestions', '--json');
    expect(JSON.parse(along.out)).toMatchObject({ added: 1, flags: { added: 1, byCategory: { death: 1 } } });
  });

  it('tells the time of a record in the documented form', async () => {
    const session = await openTestProject([makeImageItem('a')]);
    session.close();
    const profile = join(await temporaryFolder(), 'profile');
    await mkdir(profile);
    expect((await fairmark('time', session.root, '--profile', profile)).err).toMatch(/^RECORD_NOT_FOUND: /);
    seedWork(profile, 12);
    const { status, out } = await fairmark('time', session.root, '--profile', profile, '--json');
    expect(status).toBe(0);
    const time = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(time)).toEqual([
      'workMs',
      'undeterminedMs',
      'outageMs',
      'byActivityMs',
      'sourcesMs',
      'effectiveHourlyMinor',
      'invisibleShareBp',
      'unpaidShareBp',
      'tasks',
    ]);
    // the time was worked outside of this project
    expect(time['workMs']).toBe(0);
  });

  it('tells each figure of a project that was worked on, and the same to a reader', async () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((id) => makeImageItem(id));
    const session = await openTestProject(items);
    const payMinor = readTasks(session.db)[0]?.payMinor ?? 0;
    expect(payMinor).toBeGreaterThan(0);
    const taskIds = items.map(({ id }) => `task-${id}`);
    expect(readTasks(session.db).map(({ id }) => id)).toEqual(taskIds);
    const profile = join(await temporaryFolder(), 'profile');
    await mkdir(profile);
    const world = makeWorld();
    const journal = openJournal({ path: join(profile, 'record.db') });
    const keeper = createTimekeeper({ ...world, journal, breakSettings: () => defaultBreakSettings });
    const work = (minutes: number) => {
      for (let second = 0; second < minutes * 60; second += 5) {
        keeper.inputSeen();
        world.wait(5_000);
      }
    };
    const projectId = session.project.id;
    keeper.signOn();
    keeper.setActivity('search', { projectId });
    work(6);
    for (const [index, taskId] of taskIds.entries()) {
      keeper.setActivity('task', { projectId, taskId, images: 1 });
      work(3);
      moveTask(session.db, taskId, ['open'], 'submitted');
      insertSubmission(session.db, {
        id: `submission-${index}`,
        taskId,
        submittedAt: world.clock.read().wallMs,
        annotations: [],
        annotationsSha256: annotationSetSha256([], nodeCrypto),
        verdict: 'pending',
        rejectionCode: null,
        reason: '',
        payMinor,
      });
      if (index > 0) acceptSubmission(session.db, `submission-${index}`);
    }
    rejectSubmission(session.db, 'submission-0', { code: 'inaccurate', reason: 'The box is too large.' });
    keeper.setActivity('search', { projectId });
    work(1);
    world.freeze(10 * 60_000);
    keeper.inputSeen();
    keeper.stop();
    journal.close();
    session.close();
    const minute = 60_000;
    const workMs = 22 * minute + 15_000;
    const told = await fairmark('time', session.root, '--profile', profile, '--json');
    const time = JSON.parse(told.out) as { tasks: { trueMs: number }[]; byActivityMs: Record<string, number> };
    expect(time).toMatchObject({
      workMs,
      undeterminedMs: 10 * minute - 15_000,
      outageMs: 0,
      sourcesMs: { measured: workMs, inferred: 0, declared: 0 },
      // 4 of 5 were paid
      effectiveHourlyMinor: Math.floor((4 * payMinor * 60 * minute) / workMs),
      invisibleShareBp: Math.round(((workMs - 15 * minute) / workMs) * 10_000),
      unpaidShareBp: Math.round(((workMs - 12 * minute) / workMs) * 10_000),
    });
    expect(time.byActivityMs).toMatchObject({ search: workMs - 15 * minute, task: 15 * minute, queue: 0 });
    expect(time.tasks).toHaveLength(5);
    expect(time.tasks[0]).toMatchObject({ id: 'task-a', ownMs: 3 * minute });
    expect(time.tasks.reduce((sum, { trueMs }) => sum + trueMs, 0)).toBe(workMs);
    const read = (await fairmark('time', session.root, '--profile', profile)).out;
    expect(read).toMatch(/^Work time {7}0:22:15$/m);
    expect(read).toMatch(/^Undetermined {4}0:09:45$/m);
    expect(read).toMatch(/^task-a +0:03:00 +0:04:27$/m);
  });

  it('refuses a project that is open elsewhere', async () => {
    const { root } = await openTestProject([makeImageItem('a')]);
    const answer = await fairmark('time', root);
    expect(answer.status).toBe(1);
    expect(answer.err).toMatch(/^PROJECT_IN_USE: /);
  });

  it('refuses to verify what is not there', async () => {
    const answer = await fairmark('verify', join(await temporaryFolder(), 'none'));
    expect(answer).toMatchObject({ status: 1, out: '' });
    expect(answer.err).toMatch(/^PACKAGE_NOT_FOUND: /);
  });

  it('lists the formats with the kinds that each carries', async () => {
    const list = JSON.parse((await fairmark('formats', '--json')).out) as { id: string; kinds: string[] }[];
    expect(list.find(({ id }) => id === 'coco')?.kinds).toContain('box');
    expect(list.find(({ id }) => id === 'jsonl-text')?.kinds).toEqual(
      expect.arrayContaining(['rating', 'span', 'tag']),
    );
    expect(list.find(({ id }) => id === 'jsonl-text')?.kinds).not.toContain('box');
  });
});
