// The image workspace in the real window, with ever more shapes, beside what a canvas can do at best in the same window.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyToTask } from '../../electron/db/annotation-store.ts';
import { createProject } from '../../electron/services/project/create-project.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { closeInstructions, untilReady } from '../support/open-project.ts';
import { launchApp } from '../support/launch-app.ts';
import { makeBox, makeImageItem, makeProjectFacts } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { framesOf, limitsOf, loadOf } from './canvas-frames.ts';
import { type Figure, median, reportFigures } from './figures.ts';

const sizes = [100, 1_000, 5_000, 20_000] as const;
const IMAGE = { width: 1920, height: 1080 };
const frames = 40;
const acts = 9;
const MOST_IN_AN_EDIT = 10_000;

/** Spread evenly, the same in every run. */
function boxesFor(count: number): readonly (readonly [number, number, number, number])[] {
  const across = Math.ceil(Math.sqrt((count * IMAGE.width) / IMAGE.height));
  const cell = IMAGE.width / across;
  return Array.from({ length: count }, (_, at) => [
    (at % across) * cell,
    (Math.floor(at / across) * cell) % (IMAGE.height - cell),
    cell * 0.8,
    cell * 0.7,
  ]);
}

function ninetyFifth(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? 0;
}

async function measure(count: number): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fairmark-bench-'));
  const root = join(folder, 'project');
  const boxes = boxesFor(count);
  const bytes = makePng(IMAGE.width, IMAGE.height, (x, y) => [x % 251, y % 241, (x + y) % 239]);
  await createProject(root, makeProjectFacts(), [
    makeImageItem('warm', { bytes }),
    makeImageItem('a', { bytes }),
    makeImageItem('b', { bytes }),
  ]);
  const session = openProjectSession(root);
  for (let from = 0, revision = 0; from < count; from += MOST_IN_AN_EDIT, revision += 1) {
    const put = boxes
      .slice(from, from + MOST_IN_AN_EDIT)
      .map(([x, y, width, height], at) =>
        makeBox(`box-${from + at}`, { order: from + at, shape: { kind: 'box', x, y, width, height } }),
      );
    applyToTask(session.db, 'task-a', revision, { put, remove: [] });
  }
  session.close();
  const launched = await launchApp({
    // frames as quick as they can be drawn, not as the display asks for them
    args: [`--project=${root}`, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
    userDataDir: join(folder, 'profile'),
  });
  try {
    const { page } = launched;
    await untilReady(page, 'browse');
    await page.getByRole('button', { name: 'Accept Image warm', exact: true }).click();
    await closeInstructions(page);
    await page.getByRole('button', { name: 'Put back' }).click();
    await page.getByRole('button', { name: 'Accept Image a', exact: true }).waitFor();
    const empty = await loadOf(page, 'Image b');
    await page.getByRole('button', { name: 'Put back' }).click();
    await page.getByRole('button', { name: 'Accept Image a', exact: true }).waitFor();
    const load = await loadOf(page, 'Image a');
    await page.waitForTimeout(500);
    const limits = await limitsOf(page, boxes, frames);
    const pan = await framesOf(page, 'ArrowRight', frames);
    const zoom = await framesOf(page, 'wheel', frames);
    await page.waitForTimeout(500);
    const commit = await framesOf(page, 'KeyN', acts);
    await page.waitForTimeout(500);
    const select = await framesOf(page, 'BracketRight', acts);
    const drag = await framesOf(page, 'ArrowRight', frames);
    const cached = median(limits.cached);
    const oneShape = median(limits.oneShape);
    const figure = (name: string, value: number, limit: number): Figure => ({
      name,
      n: count,
      value,
      unit: 'ms',
      limit,
    });
    return [
      figure('load to drawn (limit: the same picture without shapes)', load, empty),
      figure('bare canvas, a call a shape (limit: cached bitmap)', median(limits.bare), cached),
      figure('pan, input to painted (limit: cached bitmap)', median(pan), cached),
      figure('pan, input to painted, p95 (limit: cached bitmap)', ninetyFifth(pan), ninetyFifth(limits.cached)),
      figure('zoom, input to painted (limit: cached bitmap)', median(zoom), cached),
      figure('zoom, input to painted, p95 (limit: cached bitmap)', ninetyFifth(zoom), ninetyFifth(limits.cached)),
      figure('commit of a shape, input to painted (limit: one shape)', median(commit), oneShape),
      figure('select, input to painted (limit: one shape)', median(select), oneShape),
      figure('drag, input to painted (limit: one shape)', median(drag), oneShape),
    ];
  } finally {
    await launched.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const figures: Figure[] = [];
for (const count of sizes) figures.push(...(await measure(count)));
reportFigures('canvas', figures);
