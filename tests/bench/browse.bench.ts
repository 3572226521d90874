// A page of the task list in the real window, with ever more tasks, half of them handed in: from asking to having it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProject } from '../../electron/services/project/create-project.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { launchApp } from '../support/launch-app.ts';
import { makeImageItem, makeProjectFacts } from '../support/make-facts.ts';
import { untilReady } from '../support/open-project.ts';
import { seedTasks } from '../support/seed-tasks.ts';
import { type Figure, median, ninetyFifth, reportFigures } from './figures.ts';

const sizes = [200, 2_000, 20_000] as const;
const RUNS = 21;

async function pagesOf(
  count: number,
): Promise<{ readonly first: readonly number[]; readonly last: readonly number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'fairmark-bench-'));
  const root = join(folder, 'project');
  await createProject(root, makeProjectFacts(), [makeImageItem('a')]);
  const session = openProjectSession(root);
  seedTasks(session.db, count, count / 2);
  session.close();
  const { page, close } = await launchApp({ args: [`--project=${root}`], userDataDir: join(folder, 'profile') });
  try {
    await untilReady(page, 'browse');
    await page.waitForTimeout(1_000);
    return await page.evaluate(
      async ({ runs, offset }) => {
        const ask = async (from: number): Promise<number> => {
          const started = performance.now();
          const filter = { search: '', medium: null, state: null, flagged: null, offset: from, limit: 100 };
          const answer = await window.bridge['task.browse'](filter);
          if (!answer.ok) throw new Error(answer.error.code);
          return performance.now() - started;
        };
        const first: number[] = [];
        const last: number[] = [];
        for (let run = 0; run < runs; run += 1) {
          first.push(await ask(0));
          last.push(await ask(offset));
        }
        return { first, last };
      },
      { runs: RUNS, offset: count - 100 },
    );
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const figures: Figure[] = [];
let least: { readonly first: readonly number[]; readonly last: readonly number[] } | null = null;
for (const n of sizes) {
  const pages = await pagesOf(n);
  least ??= pages;
  const figure = (name: string, value: number, limit: number): Figure => ({ name, n, value, unit: 'ms', limit });
  figures.push(
    figure('first page of 100 tasks (limit: among 200)', median(pages.first), median(least.first)),
    figure('first page, p95', ninetyFifth(pages.first), ninetyFifth(least.first)),
    figure('last page of 100 tasks (limit: among 200)', median(pages.last), median(least.last)),
  );
}
reportFigures('browse', figures);
