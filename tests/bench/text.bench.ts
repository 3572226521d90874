// The text workspace in the real window, with ever longer texts, beside the same text as plain paragraphs and with one
// element a span.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyToTask } from '../../electron/db/annotation-store.ts';
import { createProject } from '../../electron/services/project/create-project.ts';
import { openProjectSession } from '../../electron/services/project/project-session.ts';
import { launchApp } from '../support/launch-app.ts';
import { makeProjectFacts, makeSpan, makeTextItem } from '../support/make-facts.ts';
import { closeInstructions, untilReady } from '../support/open-project.ts';
import { type Figure, median, reportFigures } from './figures.ts';
import { addSpans, bareText, type BenchSpan, openText, scrollText } from './text-frames.ts';

interface Size {
  readonly name: string;
  readonly characters: number;
  readonly spans: number;
  readonly direction: 'ltr' | 'rtl';
}

const sizes: readonly Size[] = [
  { name: '25 kB', characters: 25_000, spans: 500, direction: 'ltr' },
  { name: '200 kB', characters: 200_000, spans: 2_000, direction: 'ltr' },
  { name: '1 MB', characters: 1_000_000, spans: 5_000, direction: 'ltr' },
  { name: '1 MB, right to left', characters: 1_000_000, spans: 5_000, direction: 'rtl' },
];
const frames = 120;
const acts = 9;

const sentences = {
  ltr: 'Everyone has the right to rest and leisure, including reasonable limitation of working hours and pay. ',
  rtl: 'لكل شخص الحق في الراحة وفي أوقات الفراغ، ولا سيما في تحديد معقول لساعات العمل وفي عطلات دورية بأجر. ',
};

/** About 600 characters a paragraph; bytes of a script beyond ASCII are more than its characters. */
function textOf({ characters, direction }: Size): string {
  const sentence = sentences[direction];
  const paragraph = `${sentence.repeat(6).trimEnd()}\n`;
  return paragraph.repeat(Math.ceil(characters / paragraph.length)).slice(0, characters);
}

/** Spread evenly, none overlapping, each a few words. */
function spansOf({ characters, spans }: Size): readonly BenchSpan[] {
  const apart = Math.floor(characters / spans);
  return Array.from({ length: spans }, (_, at) => {
    const start = at * apart;
    return { start, end: start + Math.min(24, apart - 2) };
  });
}

function ninetyFifth(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? 0;
}

async function measure(size: Size): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fairmark-bench-'));
  const root = join(folder, 'project');
  const text = textOf(size);
  const spans = spansOf(size);
  const facts = { language: size.direction === 'ltr' ? 'en' : 'ar', direction: size.direction };
  await createProject(root, makeProjectFacts(), [makeTextItem('warm', 'Warm.', facts), makeTextItem('a', text, facts)]);
  const session = openProjectSession(root);
  const put = spans.map(({ start, end }, order) =>
    makeSpan(`s-${order}`, { start, end, text: text.slice(start, end) }, { order }),
  );
  applyToTask(session.db, 'task-a', 0, { put, remove: [] });
  session.close();
  const launched = await launchApp({
    // frames as quick as they can be painted, not as the display asks for them
    args: [`--project=${root}`, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
    userDataDir: join(folder, 'profile'),
  });
  try {
    const { page } = launched;
    await untilReady(page, 'browse');
    await page.getByRole('button', { name: 'Accept Text warm', exact: true }).click();
    await closeInstructions(page);
    await page.getByRole('button', { name: 'Put back' }).click();
    await page.getByRole('button', { name: 'Accept Text a', exact: true }).waitFor();
    const open = await openText(page, 'Text a');
    await page.waitForTimeout(1000);
    const scroll = await scrollText(page, frames);
    await page.waitForTimeout(500);
    const add = await addSpans(page, acts);
    await page.waitForTimeout(500);
    const asked = { text, spans, frames, acts };
    const plain = await bareText(page, 'plain', asked);
    const elements = await bareText(page, 'elements', asked);
    const figure = (name: string, value: number, limit: number): Figure => ({
      name: `${size.name}: ${name}`,
      n: size.spans,
      value,
      unit: 'ms',
      limit,
    });
    return [
      figure('open to painted (limit: plain text)', open, plain.open),
      figure('one element a span: open (limit: plain text)', elements.open, plain.open),
      figure('add a span, key to painted (limit: two frames)', median(add), median(plain.add)),
      figure('one element a span: add (limit: two frames)', median(elements.add), median(plain.add)),
      figure('scroll, a frame (limit: plain text)', median(scroll), median(plain.scroll)),
      figure('scroll, a frame, p95 (limit: plain text)', ninetyFifth(scroll), ninetyFifth(plain.scroll)),
      figure('one element a span: scroll (limit: plain text)', median(elements.scroll), median(plain.scroll)),
      figure(
        'one element a span: scroll, p95 (limit: plain text)',
        ninetyFifth(elements.scroll),
        ninetyFifth(plain.scroll),
      ),
    ];
  } finally {
    await launched.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const figures: Figure[] = [];
for (const size of sizes) figures.push(...(await measure(size)));
reportFigures('text', figures);
