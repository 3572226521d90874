import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Flag } from '../../shared/content/flag.ts';
import type { Project } from '../../shared/project/project.ts';
import { createProject, type NewItem } from '../../electron/services/project/create-project.ts';
import { openProjectSession, type ProjectSession } from '../../electron/services/project/project-session.ts';

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'fairmark-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

export const violence: Flag = {
  category: 'violence',
  severity: 2,
  origin: 'requester',
  confidence: 1,
  extent: { of: 'item' },
};

/** A project whose every part but the given ones is unremarkable. */
export function makeProjectFacts(given: Partial<Project> = {}): Project {
  return {
    id: 'project-1',
    name: 'Test project',
    instructions: 'Label **everything**.',
    createdAt: 1_700_000_000_000,
    labelSets: [
      {
        medium: 'image',
        classes: [
          { id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] },
          { id: 'dog', name: 'Dog', colour: 1, kinds: ['box'] },
        ],
      },
      { medium: 'text', classes: [{ id: 'right', name: 'Right', colour: 2, kinds: ['span'] }] },
    ],
    terms: {
      currency: 'USD',
      perTaskMinor: { image: 35, text: 90 },
      floorPerHourMinor: 1500,
      taskEstimateMs: { image: 60_000, text: 120_000 },
      paidActivities: ['task', 'rework'],
      breaksPaid: true,
      dueDays: 7,
      rejectionRule: 'Only with a reason.',
    },
    ...given,
  };
}

export function makeImageItem(id: string, given: Partial<NewItem> = {}): NewItem {
  return {
    id,
    title: `Image ${id}`,
    path: `data/images/${id}.png`,
    bytes: makePng(64, 48),
    medium: 'image',
    language: null,
    direction: 'ltr',
    note: '',
    flags: [],
    ...given,
  };
}

export function makeTextItem(id: string, text: string, given: Partial<NewItem> = {}): NewItem {
  return {
    ...makeImageItem(id),
    title: `Text ${id}`,
    path: `data/texts/${id}.txt`,
    bytes: new TextEncoder().encode(text),
    medium: 'text',
    language: 'en',
    ...given,
  };
}

export function makeBox(id: string, given: Partial<Annotation> = {}): Annotation {
  return {
    id,
    classId: 'cat',
    origin: 'hand',
    order: 0,
    shape: { kind: 'box', x: 4, y: 5, width: 20, height: 10 },
    ...given,
  };
}

/** A project on disk, open; closed and removed after the test. */
export async function openTestProject(items: readonly NewItem[], facts = makeProjectFacts()): Promise<ProjectSession> {
  const root = join(await temporaryFolder(), 'project');
  await createProject(root, facts, items);
  const session = openProjectSession(root);
  onTestFinished(() => session.close());
  return session;
}

/** A PNG whose every pixel has one colour, or what `paint` says. */
export function makePng(
  width: number,
  height: number,
  paint: (x: number, y: number) => readonly [number, number, number] = () => [90, 140, 200],
): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set(paint(x, y), y * (1 + width * 3) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
