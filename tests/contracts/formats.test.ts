import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatasetSource, WrittenDataset } from '../../shared/dataset/format.ts';
import { allFormats } from '../../shared/dataset/formats.ts';
import type { DatasetEntry, DatasetSnapshot } from '../../shared/dataset/snapshot.ts';
import { allKinds, type Annotation, kindOf, linkKindOf } from '../../shared/annotation/annotation.ts';
import { exampleShapes } from '../support/example-shapes.ts';
import { comparedText } from '../support/questions-project.ts';
import { imageEntry, labelSets, makeSnapshot, textEntry } from '../unit/manifest/support/make-facts.ts';

/** Odd but honest: an empty picture, two boxes, a name that must change, an item nobody labelled, an emoji before a span. */
function oddSnapshot(): DatasetSnapshot {
  const empty: DatasetEntry = { ...imageEntry('empty', [0, 0, 1, 1]), annotations: [] };
  const outside = imageEntry('outside', [-12.5, -3.75, 1e6, 0.001]);
  const two: DatasetEntry = {
    ...imageEntry('two', [1, 1, 2, 2]),
    annotations: [
      ...imageEntry('two', [1, 1, 2, 2]).annotations,
      {
        id: 'two-0',
        classId: 'boat',
        origin: 'edited',
        order: 0,
        shape: { kind: 'box', x: 5, y: 5, width: 6, height: 7 },
      },
    ],
  };
  const renamed = imageEntry('renamed', [1 / 3, 2 / 3, 1, 1]);
  const unlabelled: DatasetEntry = { ...textEntry('unlabelled'), annotations: [], submissionId: null };
  const odd = { ...renamed, item: { ...renamed.item, path: 'items/a:b?.jpg' } };
  const joined = [joinedEntry(imageEntry('joined', [1, 1, 5, 5]), 'near'), joinedEntry(textEntry('linked'), 'names')];
  const asked = answeredEntry();
  return { labelSets, entries: [...makeSnapshot(3).entries, empty, outside, two, odd, unlabelled, ...joined, asked] };
}

/** A text of three parts with an answer of every kind about the whole of it. */
function answeredEntry(): DatasetEntry {
  const entry = textEntry('asked');
  const { text, parts } = comparedText('Why? 👩‍👧', ['Because.', 'So.']);
  const kinds = allKinds.filter(({ medium }) => medium === 'item').map(({ name }) => name);
  const annotations = kinds.flatMap((kind, order): Annotation[] =>
    exampleShapes[kind]
      .slice(0, 1)
      .map((shape) => ({ id: `asked-${kind}`, classId: kind, origin: 'hand', order, shape })),
  );
  return { ...entry, text, item: { ...entry.item, parts: [...parts] }, annotations };
}

/** An item with its annotation twice, and a relation of this class from the second to the first. */
function joinedEntry(entry: DatasetEntry, classId: string): DatasetEntry {
  const [first] = entry.annotations;
  if (!first) throw new Error('the fixture has an annotation');
  const second = { ...first, id: `${first.id}-b`, order: 1 };
  const link: Annotation = {
    id: `${first.id}-link`,
    classId,
    origin: 'edited',
    order: 2,
    shape: { kind: 'relation', from: second.id, to: first.id },
  };
  return { ...entry, annotations: [first, second, link] };
}

/** An annotation with what it cannot be without: a relation with its ends. */
function withEnds(annotation: Annotation, all: readonly Annotation[]): readonly Annotation[] {
  const ends = linkKindOf(annotation.shape)?.ends(annotation.shape);
  return ends ? all.filter(({ id }) => id === ends.from || id === ends.to || id === annotation.id) : [annotation];
}

const textOf = ({ files }: WrittenDataset): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, pieces }) => [path, pieces.join('')]));

/** The written dataset as it lies on disk, texts of items included. */
function sourceOf(written: WrittenDataset, snapshot: DatasetSnapshot): DatasetSource {
  const files = new Map(textOf(written));
  for (const { item, text } of snapshot.entries) if (text !== null) files.set(item.path, text);
  return { paths: [...files.keys()].toSorted(), readText: async (path) => files.get(path) ?? null };
}

const countOf = (snapshot: DatasetSnapshot): number =>
  snapshot.entries.flatMap(({ annotations }) => annotations).length;

test('there are formats, each with an id of its own that can name a folder', () => {
  expect(allFormats.length).toBeGreaterThanOrEqual(3);
  expect(new Set(allFormats.map(({ id }) => id)).size).toBe(allFormats.length);
  for (const { id } of allFormats) expect(id).toMatch(/^[a-z0-9][a-z0-9-]*$/);
});

describe.each(allFormats.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  const snapshot = oddSnapshot();

  test('writes the same bytes again, whatever the order of entries and annotations', () => {
    const first = textOf(format.write(snapshot));
    expect(textOf(format.write(snapshot))).toEqual(first);
    const everyOrder = fc.shuffledSubarray([...snapshot.entries], { minLength: snapshot.entries.length });
    fc.assert(
      fc.property(everyOrder, (entries) => {
        const shuffled = entries.map((entry) => ({ ...entry, annotations: entry.annotations.toReversed() }));
        expect(textOf(format.write({ ...snapshot, entries: shuffled }))).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  test('names no path that is absolute or climbs', () => {
    for (const [path, text] of textOf(format.write(snapshot))) {
      expect(path).toMatch(/^[a-z0-9][a-z0-9./-]*$/);
      expect(text).not.toMatch(/"(\/|[A-Za-z]:\\|\\\\)|\.\.\//);
    }
  });

  test('writes every annotation or reports it as a loss, by item and id', async () => {
    const written = format.write(snapshot);
    const read = await format.read(sourceOf(written, snapshot));
    expect(read.findings).toEqual([]);
    const kept = read.entries.flatMap(({ annotations }) => annotations.map(({ id }) => id));
    const lost = written.losses.filter(({ path }) => path.includes('#')).map(({ path }) => path.split('#')[1]);
    const all = snapshot.entries.flatMap(({ annotations }) => annotations.map(({ id }) => id));
    expect(new Set([...kept, ...lost])).toEqual(new Set(all));
    expect([...kept, ...lost]).toHaveLength(all.length);
    expect(countOf(snapshot)).toBeGreaterThan(10);
  });

  test('writes every kind that it says it supports, and no other', async () => {
    for (const { annotations, ...entry } of snapshot.entries) {
      for (const annotation of annotations) {
        const one = { ...entry, annotations: withEnds(annotation, annotations) };
        const { losses } = format.write({ labelSets, entries: [one] });
        const isLost = losses.some(({ path }) => path.endsWith(`#${annotation.id}`));
        const { medium } = kindOf(annotation.shape.kind);
        // a relation is carried with the medium of what it joins
        const everywhere = medium === 'link' || medium === 'item';
        const carried = !everywhere || format.media.includes(entry.item.medium);
        expect(isLost, annotation.id).toBe(!(format.supports(annotation.shape.kind) && carried));
        if (!isLost && !everywhere) expect(format.media).toContain(medium);
      }
    }
  });

  test('gives back geometry, classes and origins exactly', async () => {
    const read = await format.read(sourceOf(format.write(snapshot), snapshot));
    const names = new Map(read.labelSets.flatMap(({ classes }) => classes.map(({ id, name }) => [id, name])));
    const ownNames = new Map(labelSets.flatMap(({ classes }) => classes.map(({ id, name }) => [id, name])));
    const readAgain = new Map(read.entries.flatMap(({ annotations }) => annotations.map((one) => [one.id, one])));
    for (const { item, annotations } of snapshot.entries) {
      for (const annotation of annotations.filter(({ shape }) => format.supports(shape.kind))) {
        if (!format.media.includes(item.medium)) continue;
        const again = readAgain.get(annotation.id);
        expect(again?.shape).toEqual(annotation.shape);
        expect(again?.origin).toBe(annotation.origin);
        expect(names.get(again?.classId ?? '')).toBe(ownNames.get(annotation.classId));
      }
    }
  });

  test('keeps items without annotations', async () => {
    const read = await format.read(sourceOf(format.write(snapshot), snapshot));
    const carried = snapshot.entries.filter(({ item }) => format.media.includes(item.medium));
    expect(read.entries).toHaveLength(carried.length);
  });

  test('reads nothing from nonsense, says so, and does not throw', async () => {
    for (const text of ['', '{', '[]', '{"images":{}}', 'null', '\u0000', '{"a":1,"a":2}']) {
      const source = { paths: ['x.jsonl', 'instances.json', 'annotations.jsonl'], readText: async () => text };
      const read = await format.read(source);
      expect(read.entries).toEqual([]);
      expect(read.findings.map(({ code }) => code)).toContain('NOTHING_FOUND');
    }
    const missing = await format.read({ paths: [], readText: async () => null });
    expect(missing.findings.length).toBeGreaterThan(0);
  });
});

test('the Fairmark form gives back the whole dataset', async () => {
  const fairmark = allFormats.find(({ id }) => id === 'fairmark');
  const snapshot = makeSnapshot(4);
  const written = fairmark?.write(snapshot) as WrittenDataset;
  const read = await fairmark?.read(sourceOf(written, snapshot));
  const byId = (a: { item: { id?: string } }, b: { item: { id?: string } }): number =>
    String(a.item.id) < String(b.item.id) ? -1 : 1;
  expect(read?.labelSets).toEqual(snapshot.labelSets);
  expect(read?.entries.toSorted(byId)).toEqual(snapshot.entries.toSorted(byId));
  expect(written.losses).toEqual([]);
});
