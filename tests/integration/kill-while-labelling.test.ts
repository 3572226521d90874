import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnnotations, replayHistory } from '../../electron/db/annotation-store.ts';
import { readSubmissions } from '../../electron/db/submission-store.ts';
import { readTasks } from '../../electron/db/task-store.ts';
import { createProject } from '../../electron/services/project/create-project.ts';
import { openProjectSession, type ProjectSession } from '../../electron/services/project/project-session.ts';
import { makeImageItem, makeProjectFacts } from '../support/make-facts.ts';
import { temporaryFolder } from '../support/project-fixture.ts';

const KILLS = 50;
const CHILD = join(import.meta.dirname, '..', 'support', 'labelling-child.ts');

/** Lets the child label for `lifeMs` after its first acknowledgement, kills it, and gives back what it acknowledged. */
function labelUntilKilled(root: string, run: number, lifeMs: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, root, String(run)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let complaints = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      timer ??= setTimeout(() => child.kill('SIGKILL'), lifeMs);
    });
    child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by itself: ${complaints}`));
      // a last line without its end was cut by the kill and was never acknowledged
      else resolve(printed.split('\n').slice(0, -1));
    });
  });
}

/** What is on disk: annotations and submissions, each as the acknowledgement that would have told of it. */
function onDisk({ db }: ProjectSession): { ids: Set<string>; submitted: Set<string> } {
  const submissions = readSubmissions(db);
  const ids = new Set<string>();
  for (const { id } of readTasks(db)) {
    const annotations = readAnnotations(db, id);
    expect(annotations).toEqual(replayHistory(db, id));
    for (const annotation of annotations) ids.add(annotation.id);
  }
  return { ids, submitted: new Set(submissions.map(({ taskId }) => taskId)) };
}

describe('T22 kill -9 while labelling', () => {
  it(`loses no acknowledged annotation at ${KILLS} random moments`, async () => {
    const root = join(await temporaryFolder(), 'project');
    const items = Array.from({ length: 2000 }, (_, number) =>
      makeImageItem(`i${number}`, { path: `data/${number}.png` }),
    );
    await createProject(root, makeProjectFacts(), items);

    const expected = new Set<string>();
    const submitted = new Set<string>();
    for (let run = 0; run < KILLS; run += 1) {
      let inFlight: string | null = null;
      for (const line of await labelUntilKilled(root, run, Math.random() * 60)) {
        const [act, id = ''] = line.split(' ');
        inFlight = act === 'removing' ? id : null;
        if (act === 'applied') expected.add(id);
        if (act === 'removed') expected.delete(id);
        if (act === 'submitted') submitted.add(id);
      }
      const session = openProjectSession(root);
      const found = onDisk(session);
      session.close();
      const lost = [...expected].filter((id) => !found.ids.has(id));
      // only the edit in flight may be on disk without having been acknowledged
      expect(lost.filter((id) => id !== inFlight)).toEqual([]);
      expect([...found.ids].filter((id) => !expected.has(id)).length).toBeLessThanOrEqual(1);
      for (const id of submitted) expect(found.submitted).toContain(id);
      // go on from what is really there
      expected.clear();
      for (const id of found.ids) expected.add(id);
    }
    expect(expected.size).toBeGreaterThan(KILLS);
    expect(submitted.size).toBeGreaterThan(0);
  }, 180_000);
});
