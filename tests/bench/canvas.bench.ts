// The image workspace in the real window, with ever more shapes, beside what a canvas can do at best and beside
// react-konva as it is usually used, all in the same window. `--sizes=100,1000` and
// `--kinds=box` (polygon, relation) do less; the next image is always among it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { applyToTask } from '../../electron/db/annotation-store.ts';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { LabelClass } from '../../shared/project/label-set.ts';
import { createProject } from '../../electron/services/project/create-project.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { launchApp } from '../support/launch-app.ts';
import { makeImageItem, makeProjectFacts } from '../support/make-facts.ts';
import { makePng } from '../support/make-png.ts';
import { closeInstructions, untilReady } from '../support/open-project.ts';
import { bundlePeers } from './bundle-peers.ts';
import { framesOf, loadOf, type Measured, nextImageOf, peerOf, pictureLimits } from './canvas-frames.ts';
import { annotationsFor, IMAGE, relationsBetween, ringsOf, type ShapeKind, shapeKinds } from './canvas-shapes.ts';
import { type Figure, median, ninetyFifth, reportFigures } from './figures.ts';

const FRAMES = 40;
const ACTS = 9;
const MOST_IN_AN_EDIT = 10_000;
const JOINED_BOXES = 5_000;
const RELATIONS = 2_000;
/** One component a shape takes a second a frame with 20,000: fewer frames say as much. */
const PEER_COUNTS = (count: number) => (count >= 5_000 ? { frames: 6, acts: 3 } : { frames: 20, acts: ACTS });

const given = (name: string): readonly string[] | null =>
  process.argv
    .find((argument) => argument.startsWith(`--${name}=`))
    ?.split('=')[1]
    ?.split(',') ?? null;
const sizes = given('sizes')?.map(Number) ?? [100, 1_000, 5_000, 20_000];
const kinds = shapeKinds.filter((kind) => given('kinds')?.includes(kind) ?? true);

const facts = makeProjectFacts();
const relationClass: LabelClass = { id: 'near', name: 'near', colour: 3, kinds: ['relation'], relation: {} };
const project = {
  ...facts,
  labelSets: facts.labelSets.map((set) =>
    set.medium === 'image'
      ? { ...set, classes: [...set.classes.map((one) => ({ ...one, kinds: ['box', 'polygon'] })), relationClass] }
      : set,
  ),
};

/** A picture that no other has in its middle. */
const pictureOf = (shade: number) =>
  makePng(IMAGE.width, IMAGE.height, (x, y) => [x % 251, y % 241, (x + y + shade) % 239]);

/** Opens a project of these items on its list of tasks, with instructions already read; closed after `measured`. */
async function withProject(
  titles: readonly string[],
  prepare: (root: string) => void,
  measured: (page: Page) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fairmark-bench-'));
  const root = join(folder, 'project');
  const items = titles.map((id, at) => makeImageItem(id, { bytes: pictureOf(at * 40) }));
  await createProject(root, project, items);
  prepare(root);
  const launched = await launchApp({
    // frames as quick as they can be drawn, not as the display asks for them
    args: [`--project=${root}`, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
    userDataDir: join(folder, 'profile'),
  });
  try {
    const { page } = launched;
    await untilReady(page, 'browse');
    await page.getByRole('button', { name: `Accept Image ${titles[0]}`, exact: true }).click();
    await closeInstructions(page);
    await putBack(page);
    return await measured(page);
  } finally {
    await launched.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function putBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Put back' }).click();
  await page.getByRole('button', { name: 'Accept Image a', exact: true }).waitFor();
}

function fill(root: string, all: readonly Annotation[], taskId = 'task-a'): void {
  const session = openProjectSession(root);
  for (let from = 0, revision = 0; from < all.length; from += MOST_IN_AN_EDIT, revision += 1) {
    applyToTask(session.db, taskId, revision, { put: all.slice(from, from + MOST_IN_AN_EDIT), remove: [] });
  }
  session.close();
}

/** Until nothing of what was done before is drawn any more. */
const rest = (page: Page): Promise<void> => page.waitForTimeout(600);

async function measure(kind: ShapeKind, count: number, peers: string): Promise<readonly Figure[]> {
  return withProject(
    ['warm', 'a', 'b'],
    (root) => fill(root, annotationsFor(kind, count)),
    async (page) => {
      const empty = await loadOf(page, 'Image b');
      await putBack(page);
      const load = await loadOf(page, 'Image a');
      await rest(page);
      await page.evaluate(peers);
      const rings = ringsOf(annotationsFor(kind, count));
      const counts = { frames: FRAMES, acts: ACTS };
      const bare = await peerOf(page, 'bare', rings, PEER_COUNTS(count));
      const cached = await peerOf(page, 'cached', rings, counts);
      const oneShape = await peerOf(page, 'oneShape', rings, PEER_COUNTS(count));
      const naive = await peerOf(page, 'naive', rings, PEER_COUNTS(count));
      await rest(page);
      const pan = await framesOf(page, 'ArrowRight', FRAMES);
      const zoom = await framesOf(page, 'wheel', FRAMES);
      await rest(page);
      const commit = await framesOf(page, 'KeyN', ACTS);
      await rest(page);
      const commitInFrame = await framesOf(page, 'KeyN', ACTS, 'end of frame');
      await rest(page);
      const select = await framesOf(page, 'BracketRight', ACTS);
      const drag = await framesOf(page, 'ArrowRight', FRAMES);
      return figuresOf(
        `${kind}: `,
        count,
        { load, pan, zoom, select, drag, commit, commitInFrame },
        {
          empty,
          bare,
          cached,
          oneShape,
          naive,
        },
      );
    },
  );
}

function figuresOf(
  kind: string,
  n: number,
  ours: Measured,
  limits: { readonly empty: number } & Readonly<Record<'bare' | 'cached' | 'oneShape' | 'naive', Measured>>,
): readonly Figure[] {
  const { empty, bare, cached, oneShape, naive } = limits;
  const figure = (name: string, value: number, limit: number): Figure => ({
    name: kind + name,
    n,
    value,
    unit: 'ms',
    limit,
  });
  const of = (
    what: 'pan' | 'zoom' | 'select' | 'drag' | 'commit',
    limit: Measured,
    name: string,
  ): readonly Figure[] => [
    figure(`${what} (limit: ${name})`, median(ours[what]), median(limit[what])),
    figure(`${what}, p95 (limit: ${name})`, ninetyFifth(ours[what]), ninetyFifth(limit[what])),
    figure(`${what} (beside: react-konva, one component a shape)`, median(ours[what]), median(naive[what])),
  ];
  return [
    figure('load to drawn (limit: the same picture without shapes)', ours.load, empty),
    figure('load to drawn, beyond that (limit: bare canvas, from file to pixels)', ours.load - empty, bare.load),
    figure('load to drawn (beside: react-konva, one component a shape)', ours.load, naive.load),
    ...of('pan', cached, 'cached bitmap'),
    ...of('zoom', cached, 'cached bitmap'),
    ...of('select', oneShape, 'one custom shape'),
    ...of('drag', oneShape, 'one custom shape'),
    ...of('commit', oneShape, 'one custom shape'),
    figure(
      'commit, to the end of its frame (limit: one custom shape)',
      median(ours.commitInFrame),
      median(oneShape.commitInFrame),
    ),
    figure('for scale: bare canvas, a call a shape, pan (limit: cached bitmap)', median(bare.pan), median(cached.pan)),
  ];
}

async function nextImage(): Promise<readonly Figure[]> {
  const titles = ['warm', 'a', ...Array.from({ length: ACTS }, (_, at) => `next-${at}`)];
  return withProject(
    titles,
    () => undefined,
    async (page) => {
      const unfetched = await loadOf(page, 'Image a');
      const took: number[] = [];
      for (let step = 0; step < ACTS; step += 1) {
        // looked at for a moment, as any picture is
        await rest(page);
        took.push(await nextImageOf(page));
      }
      await rest(page);
      const { there, decoded } = await pictureLimits(page, ACTS);
      const figure = (name: string, value: number, limit: number): Figure => ({
        name,
        n: ACTS,
        value,
        unit: 'ms',
        limit,
      });
      return [
        figure(
          'next image, prefetched: submit to painted (limit: drawing a bitmap that is there)',
          median(took),
          median(there),
        ),
        figure('next image, prefetched, p95', ninetyFifth(took), ninetyFifth(there)),
        figure(
          'image not prefetched: accept in the list to painted (limit: fetch, decode, draw)',
          unfetched,
          median(decoded),
        ),
      ];
    },
  );
}

/** The same boxes with and without relations between them. */
async function relations(): Promise<readonly Figure[]> {
  const boxes = annotationsFor('box', JOINED_BOXES);
  const joined = [...boxes, ...relationsBetween(boxes, RELATIONS)];
  return withProject(
    ['warm', 'a', 'b'],
    (root) => {
      fill(root, boxes);
      fill(root, joined, 'task-b');
    },
    async (page) => {
      const run = async (title: string) => {
        await loadOf(page, title);
        await rest(page);
        // the first ones of a window are slower than all others
        await framesOf(page, 'KeyN', ACTS);
        await rest(page);
        const commit = await framesOf(page, 'KeyN', ACTS);
        const drag = await framesOf(page, 'ArrowRight', FRAMES);
        await page.keyboard.press('Escape');
        await rest(page);
        const pan = await framesOf(page, 'ArrowRight', FRAMES);
        await putBack(page);
        return { commit, drag, pan };
      };
      const without = await run('Image a');
      const among = await run('Image b');
      return (['commit', 'drag', 'pan'] as const).map((what) => ({
        name: `relations between ${JOINED_BOXES} boxes: ${what} (limit: the same boxes without them)`,
        n: RELATIONS,
        value: median(among[what]),
        unit: 'ms',
        limit: median(without[what]),
      }));
    },
  );
}

const peers = await bundlePeers();
const figures: Figure[] = [];
for (const kind of kinds) for (const count of sizes) figures.push(...(await measure(kind, count, peers)));
for (const kind of kinds) {
  const panAt = (n: number) => figures.find((one) => one.n === n && one.name === `${kind}: pan (limit: cached bitmap)`);
  const [few, many] = [panAt(1_000), panAt(20_000)];
  if (few && many) figures.push({ ...many, name: `${kind}: pan (limit: pan with 1,000)`, limit: few.value });
}
if (given('kinds') === null || given('kinds')?.includes('relation')) figures.push(...(await relations()));
figures.push(...(await nextImage()));
reportFigures('canvas', figures);
