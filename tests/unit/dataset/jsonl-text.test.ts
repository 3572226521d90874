import { describe, expect, test } from 'vitest';
import { jsonlText } from '../../../shared/dataset/formats/jsonl-text.ts';
import type { ReadDataset } from '../../../shared/dataset/format.ts';
import { labelSets, textEntry } from '../manifest/support/make-facts.ts';

const read = (text: string): Promise<ReadDataset> => jsonlText.read({ paths: ['a.jsonl'], readText: async () => text });

test('offsets are code points, also after a letter outside the basic plane', () => {
  const { files } = jsonlText.write({ labelSets, entries: [textEntry('one')] });
  expect(JSON.parse((files[0]?.pieces ?? []).join(''))).toEqual({
    id: 1,
    text: '𝒜 letter from Lagos, no. one',
    label: [[14, 19, 'Place']],
    file_name: 'texts/one.txt',
    origins: ['hand'],
    annotation_ids: ['one-1'],
  });
});

test('a span whose offsets do not point at its text is reported, not written', () => {
  const entry = textEntry('one');
  const moved = entry.annotations.map((one) => ({
    ...one,
    shape: { kind: 'span' as const, start: 0, end: 5, text: 'Lagos' },
  }));
  const { files, losses } = jsonlText.write({ labelSets, entries: [{ ...entry, annotations: moved }] });
  expect(losses.filter(({ code }) => code === 'SPAN_MISMATCH').map(({ path }) => path)).toEqual([
    'texts/one.txt#one-1',
  ]);
  expect(JSON.parse(files[0]?.pieces[0] ?? '')).toMatchObject({ label: [] });
});

test('classes that share a name are reported', () => {
  const classes = ['a', 'b'].map((id) => ({ id, name: 'Same', colour: 0, kinds: ['span'] }));
  const { losses } = jsonlText.write({ labelSets: [{ medium: 'text', classes }], entries: [] });
  expect(losses.map(({ code, path }) => [code, path])).toEqual([['CLASS_NAME_REPEATED', 'classes/b']]);
});

describe('lines from elsewhere', () => {
  test('broken ones are findings with their number; the others are read', async () => {
    const { entries, findings } = await read(
      '{"text":"a b","label":[[0,1,"X"]]}\r\n\nnonsense\n{"text":"c"}\n{"label":[]}\n',
    );
    expect(entries.map(({ text, annotations }) => [text, annotations.length])).toEqual([
      ['a b', 1],
      ['c', 0],
    ]);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['LINE_BROKEN', 'a.jsonl:3'],
      ['RECORD_BROKEN', 'a.jsonl:5'],
    ]);
  });

  test('spans outside their text are findings', async () => {
    const { findings } = await read('{"text":"😀b","label":[[0,3,"X"],[1,1,"X"],[1,2,"X"]]}');
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['SPAN_MISMATCH', 'a.jsonl:1#/label/0'],
      ['SPAN_MISMATCH', 'a.jsonl:1#/label/1'],
    ]);
  });
});

describe('relations', () => {
  const entry = textEntry('one');
  const [first] = entry.annotations;
  if (!first) throw new Error('the fixture has a span');
  const second = { ...first, id: 'one-2', order: 1, shape: { kind: 'span' as const, start: 0, end: 1, text: '𝒜' } };
  const link = {
    id: 'one-3',
    classId: 'names',
    origin: 'edited' as const,
    order: 2,
    shape: { kind: 'relation' as const, from: 'one-2', to: 'one-1' },
  };

  test('are written as doccano has them, beside the plain labels', () => {
    const { files, losses } = jsonlText.write({
      labelSets,
      entries: [{ ...entry, annotations: [first, second, link] }],
    });
    expect(losses.filter(({ path }) => path.includes('#'))).toEqual([]);
    expect(JSON.parse(files[0]?.pieces[0] ?? '')).toMatchObject({
      label: [
        [14, 19, 'Place'],
        [0, 1, 'Place'],
      ],
      entities: [
        { id: 0, label: 'Place', start_offset: 14, end_offset: 19 },
        { id: 1, label: 'Place', start_offset: 0, end_offset: 1 },
      ],
      relations: [{ id: 0, from_id: 1, to_id: 0, type: 'Names' }],
      relation_origins: ['edited'],
      relation_annotation_ids: ['one-3'],
    });
  });

  test('whose end is not written are reported', () => {
    const { losses } = jsonlText.write({ labelSets, entries: [{ ...entry, annotations: [first, link] }] });
    expect(losses.filter(({ path }) => path.includes('#')).map(({ code, path }) => [code, path])).toEqual([
      ['RELATION_END_MISSING', 'texts/one.txt#one-3'],
    ]);
  });

  test('of doccano are read with entities of any ids, and with the scores of a model', async () => {
    const {
      entries,
      labelSets: sets,
      findings,
    } = await read(
      JSON.stringify({
        text: 'Ada wrote notes',
        entities: [
          { id: 71, label: 'PER', start_offset: 0, end_offset: 3, score: 0.5 },
          { id: 80, label: 'WORK', start_offset: 10, end_offset: 15 },
        ],
        relations: [
          { id: 1, from_id: 71, to_id: 80, type: 'author', score: 0.25 },
          { id: 2, from_id: 71, to_id: 99, type: 'author' },
          { id: 3, from_id: 71, to_id: 71, type: 'author' },
        ],
      }),
    );
    expect(entries[0]?.annotations.map(({ id, shape }) => [id, shape])).toEqual([
      ['line-1-1', { kind: 'span', start: 0, end: 3, text: 'Ada' }],
      ['line-1-2', { kind: 'span', start: 10, end: 15, text: 'notes' }],
      ['line-1-r1', { kind: 'relation', from: 'line-1-1', to: 'line-1-2' }],
    ]);
    expect(sets[0]?.classes.map(({ name, kinds }) => [name, kinds])).toEqual([
      ['PER', ['span']],
      ['WORK', ['span']],
      ['author', ['relation']],
    ]);
    expect([...(entries[0]?.scores ?? [])]).toEqual([
      ['line-1-1', 0.5],
      ['line-1-r1', 0.25],
    ]);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ['RELATION_END_MISSING', 'a.jsonl:1#/relations/1'],
      ['RELATION_END_MISSING', 'a.jsonl:1#/relations/2'],
    ]);
  });
});
