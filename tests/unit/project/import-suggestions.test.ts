import { describe, expect, it } from 'vitest';
import { importSuggestions } from '../../../electron/services/project/import-suggestions.ts';
import { readAnnotationState, applyToTask, undoInTask } from '../../../electron/db/annotation-store.ts';
import { readSuggestions } from '../../../electron/db/suggestion-store.ts';
import type { ReadDataset } from '../../../shared/dataset/format.ts';
import { makeBox, makeImageItem, makeProjectFacts } from '../../support/make-facts.ts';
import { openTestProject } from '../../support/project-fixture.ts';

const labelSets = [
  {
    medium: 'image' as const,
    classes: [
      { id: 'c1', name: 'Cat', colour: 0, kinds: ['box'] },
      { id: 'c2', name: 'Horse', colour: 1, kinds: ['box'] },
    ],
  },
];

/** A dataset of one file with these annotations. */
function dataset(path: string, annotations = [makeBox('x', { classId: 'c1' })]): ReadDataset {
  return {
    labelSets,
    entries: [{ item: { medium: 'image', path }, text: null, annotations, submissionId: null }],
    findings: [],
  };
}

const open = () =>
  openTestProject([
    makeImageItem('a', { path: 'data/one/001.png' }),
    makeImageItem('b', { path: 'data/two/001.png' }),
    makeImageItem('c', { path: 'data/two/002.png' }),
  ]);
const how = { source: 'model', dryRun: false };

describe('predictions', () => {
  it('become suggestions of the item with that file name, by the name of the class', async () => {
    const session = await open();
    expect(await importSuggestions(session, dataset('002.png'), how)).toMatchObject({
      added: 1,
      items: 1,
      unmatched: [],
    });
    expect(readSuggestions(session.db, 'c')).toMatchObject([{ classId: 'cat', source: 'model', score: null }]);
  });

  it('are not guessed onto one of two files of the same name, but a path settles it', async () => {
    const session = await open();
    expect(await importSuggestions(session, dataset('001.png'), how)).toMatchObject({
      added: 0,
      ambiguous: ['001.png'],
    });
    await importSuggestions(session, dataset('data/two/001.png'), how);
    expect([readSuggestions(session.db, 'a').length, readSuggestions(session.db, 'b').length]).toEqual([0, 1]);
  });

  it('that fit nothing are counted: files, classes, places', async () => {
    const session = await open();
    expect(await importSuggestions(session, dataset('other.png'), how)).toMatchObject({
      added: 0,
      unmatched: ['other.png'],
    });
    const odd = [
      makeBox('x', { classId: 'c2' }),
      makeBox('y', { classId: 'c1', shape: { kind: 'box', x: 900, y: 900, width: 5, height: 5 } }),
    ];
    expect(await importSuggestions(session, dataset('002.png', odd), how)).toMatchObject({
      added: 0,
      unknownClasses: { Horse: 1 },
      refused: { 'outside-image': 1 },
    });
  });

  it('imported twice are there once', async () => {
    const session = await open();
    await importSuggestions(session, dataset('002.png'), how);
    expect(await importSuggestions(session, dataset('002.png'), how)).toMatchObject({ added: 0, present: 1 });
  });

  it('of a dry run are counted and not kept', async () => {
    const session = await open();
    expect(await importSuggestions(session, dataset('002.png'), { ...how, dryRun: true })).toMatchObject({ added: 1 });
    expect(readSuggestions(session.db, 'c')).toEqual([]);
  });
});

it('a rejected suggestion is noted with the edit, and undo takes the note back', async () => {
  const { db } = await open();
  applyToTask(db, 'task-a', 0, { put: [], remove: [], dismiss: ['s-1', 's-2'] });
  expect(readAnnotationState(db, 'task-a').dismissed).toEqual(['s-1', 's-2']);
  applyToTask(db, 'task-a', 1, { put: [], remove: [], restore: ['s-1'] });
  expect(readAnnotationState(db, 'task-a').dismissed).toEqual(['s-2']);
  undoInTask(db, 'task-a', 2);
  undoInTask(db, 'task-a', 3);
  expect(readAnnotationState(db, 'task-a').dismissed).toEqual([]);
});

it('relations come with the suggestions that they join, and scores with theirs', async () => {
  const facts = makeProjectFacts();
  const [images, texts] = facts.labelSets;
  const near = { id: 'near', name: 'near', colour: 5, kinds: ['relation'] };
  if (!images || !texts) throw new Error('the fixture has two label sets');
  const session = await openTestProject([makeImageItem('a', { path: 'a.png' })], {
    ...facts,
    labelSets: [{ ...images, classes: [...images.classes, near] }, texts],
  });
  const joins = (id: string, from: string, to: string) =>
    makeBox(id, { classId: 'c3', shape: { kind: 'relation', from, to } });
  const annotations = [
    joins('l', 'x', 'y'),
    makeBox('x', { classId: 'c1' }),
    makeBox('y', { classId: 'c1', shape: { kind: 'box', x: 1, y: 1, width: 9, height: 9 } }),
    joins('again', 'x', 'y'),
    joins('dangling', 'x', 'nobody'),
  ];
  const given = dataset('a.png', annotations);
  const [classes] = given.labelSets;
  const withNear: ReadDataset = {
    ...given,
    labelSets: [{ medium: 'image', classes: [...(classes?.classes ?? []), { ...near, id: 'c3' }] }],
    entries: given.entries.map((entry) => ({ ...entry, scores: new Map([['x', 0.5]]) })),
  };
  expect(await importSuggestions(session, withNear, how)).toMatchObject({
    added: 3,
    refused: { 'relation-repeated': 1, 'relation-end-missing': 1 },
  });
  const [first, second, link] = readSuggestions(session.db, 'a');
  expect([first?.score, second?.score]).toEqual([0.5, null]);
  expect(link?.shape).toEqual({ kind: 'relation', from: first?.id, to: second?.id });
  expect(await importSuggestions(session, withNear, how)).toMatchObject({ added: 0, present: 3 });
});
