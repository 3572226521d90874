import { describe, expect, it } from 'vitest';
import { importSuggestions } from '../../../electron/services/project/import-suggestions.ts';
import { readAnnotationState, applyToTask, undoInTask } from '../../../electron/db/annotation-store.ts';
import { readSuggestions } from '../../../electron/db/suggestion-store.ts';
import type { ReadDataset } from '../../../shared/dataset/format.ts';
import { makeBox, makeImageItem, makeProjectFacts } from '../../support/make-facts.ts';
import { comparedWords, makeComparedItem, questionsLabelSet } from '../../support/questions-project.ts';
import { assertTrueOrigins } from '../../../electron/services/project/origin-rule.ts';
import { acceptedFrom } from '../../../shared/annotation/suggestion.ts';
import { jsonlText } from '../../../shared/dataset/formats/jsonl-text.ts';
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

describe('predictions about whole texts, from JSON lines', () => {
  it('match by the words themselves, become suggestions of the questions, and the main process holds their origins', async () => {
    const session = await openTestProject(
      [makeComparedItem('one')],
      makeProjectFacts({ labelSets: [questionsLabelSet] }),
    );
    const { text } = comparedWords;
    const lines = [
      {
        text,
        label: 'Opinion',
        cats: { Law: 0.75 },
        spans: [{ start: 22, end: 30, label: 'Claim', score: 0.5 }],
        responses: {
          'How plain is it?': [{ value: 4 }],
          'Say it in one sentence': [{ value: 'Rest is yours.' }],
          'Best answer first': [
            {
              value: [
                { value: 'answer-2', rank: 1 },
                { value: 'answer-1', rank: 2 },
              ],
            },
          ],
          'Nobody asked': [{ value: 1 }],
        },
      },
      { text, responses: { 'How plain is it?': [{ value: 9 }] } },
    ];
    const jsonl = lines.map((line) => JSON.stringify(line)).join('\n');
    const predicted = await jsonlText.read({ paths: ['p.jsonl'], readText: async () => jsonl });
    const done = await importSuggestions(session, predicted, how);
    expect(done).toMatchObject({
      added: 6,
      unmatched: [],
      unknownClasses: { 'Nobody asked': 1 },
      refused: { 'off-scale': 1 },
    });
    const suggestions = readSuggestions(session.db, 'one');
    expect(suggestions.map(({ classId, shape, score }) => [classId, shape.kind, score])).toEqual([
      ['claim', 'span', 0.5],
      ['opinion', 'class', null],
      ['law', 'tag', 0.75],
      ['plain', 'rating', null],
      ['gist', 'free-text', null],
      ['order', 'ranking', null],
    ]);
    const rating = suggestions.find(({ classId }) => classId === 'plain');
    const ranking = suggestions.find(({ classId }) => classId === 'order');
    if (rating?.shape.kind !== 'rating' || ranking?.shape.kind !== 'ranking') throw new Error('both were imported');
    const accepted = { ...acceptedFrom(rating, 0) };
    // accepted as it is, with what was shown where added
    const shown = { ...ranking.shape, shown: ['answer-1', 'answer-2'] };
    expect(() =>
      assertTrueOrigins([accepted, { ...acceptedFrom(ranking, 1), shape: shown }], suggestions),
    ).not.toThrow();
    const changed = { ...accepted, shape: { ...rating.shape, value: 5 } };
    expect(() => assertTrueOrigins([changed], suggestions)).toThrow('ANNOTATION_INVALID');
    expect(() => assertTrueOrigins([{ ...changed, origin: 'edited' }], suggestions)).not.toThrow();
    expect(() => assertTrueOrigins([{ ...accepted, origin: 'hand' }], suggestions)).toThrow('ANNOTATION_INVALID');
  });
});
