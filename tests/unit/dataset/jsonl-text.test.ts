import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../shared/annotation/annotation.ts';
import { jsonlText } from '../../../shared/dataset/formats/jsonl-text.ts';
import type { ReadDataset } from '../../../shared/dataset/format.ts';
import { labelClassSchema } from '../../../shared/project/label-set.ts';
import { comparedText } from '../../support/questions-project.ts';
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

test('a span of several pieces is written with all of them, and read again', async () => {
  const entry = textEntry('one');
  const shape = {
    kind: 'span' as const,
    start: 0,
    end: 1,
    text: '𝒜',
    more: [{ start: 14, end: 19, text: 'Lagos' }],
  };
  const [first] = entry.annotations;
  if (!first) throw new Error('the entry has an annotation');
  const both = [first, { ...first, id: 'one-2', order: 1, shape }];
  const { files, losses } = jsonlText.write({ labelSets, entries: [{ ...entry, annotations: both }] });
  const line = (files[0]?.pieces ?? []).join('');
  expect(JSON.parse(line)).toMatchObject({
    label: [
      [14, 19, 'Place'],
      [0, 1, 'Place'],
    ],
    further_pieces: [[], [[14, 19]]],
  });
  expect(losses.filter(({ code }) => code !== 'CLASS_NOT_CARRIED')).toEqual([]);
  expect((await read(line)).entries[0]?.annotations[1]?.shape).toEqual(shape);
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

  test('half of a surrogate pair is a finding, and the other lines are read', async () => {
    const { entries, findings } = await read('{"text":"a\\ud83d b"}\n{"text":"a"}');
    expect(entries).toHaveLength(1);
    const details = { at: 8, fault: 'surrogate' };
    expect(findings).toEqual([{ code: 'LINE_BROKEN', path: 'a.jsonl:1', reason: 'lineNotJson', details }]);
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

describe('what is said of a whole text', () => {
  const { text, parts } = comparedText('Why? 👩‍👧', ['Because.', 'So.']);
  const shapes: readonly Shape[] = [
    { kind: 'class' },
    { kind: 'tag' },
    { kind: 'free-text', text: 'قصير' },
    { kind: 'rating', value: 4 },
    { kind: 'ranking', places: [['answer-2'], ['answer-1']], shown: ['answer-2', 'answer-1'] },
    {
      kind: 'preference',
      outcome: 'preferred',
      preferred: 'answer-2',
      reason: 'Short.',
      shown: ['answer-1', 'answer-2'],
    },
  ];
  const plain = textEntry('one');
  const entry = {
    ...plain,
    text,
    item: { ...plain.item, parts: [...parts] },
    annotations: shapes.map((shape, order) => ({
      id: `one-${shape.kind}`,
      classId: shape.kind,
      origin: 'edited' as const,
      order,
      shape,
    })),
  };

  test('is written in the fields that others read, and exactly in ours', async () => {
    const { files, losses } = jsonlText.write({ labelSets, entries: [entry] });
    expect(losses.filter(({ path }) => path.includes('#'))).toEqual([]);
    const line = (files[0]?.pieces ?? []).join('');
    expect(JSON.parse(line)).toMatchObject({
      cats: ['Letter', 'Old'],
      prompt: 'Why? 👩‍👧',
      chosen: 'So.',
      rejected: 'Because.',
      parts,
    });
    const { entries, findings, labelSets: sets } = await read(line);
    expect(findings).toEqual([]);
    expect(entries[0]?.item.parts).toEqual(parts);
    expect(entries[0]?.annotations.map(({ id, origin, shape }) => ({ id, origin, shape }))).toEqual(
      entry.annotations.map(({ id, origin, shape }) => ({ id, origin, shape })),
    );
    // the classes are ones that could have given these answers
    for (const { classes } of sets) for (const one of classes) expect(labelClassSchema.parse(one)).toEqual(one);
  });

  const said = async (line: object) => {
    const { entries, findings, labelSets: sets } = await read(`${JSON.stringify(line)}\n`);
    const names = new Map(sets.flatMap(({ classes }) => classes.map(({ id, name }) => [id, name])));
    return {
      codes: findings.map(({ code, path }) => `${code} ${path}`),
      answers: (entries[0]?.annotations ?? []).map(({ id, classId, origin, shape }) => ({
        name: names.get(classId),
        origin,
        shape,
        score: entries[0]?.scores?.get(id),
      })),
    };
  };
  const tag = (name: string, score?: number) => ({ name, origin: 'accepted', shape: { kind: 'tag' }, score });

  test.each<[string, object, object[], string[]]>([
    ['doccano: names in a list are tags', { text: 'a', label: ['x', 'y'] }, [tag('x'), tag('y')], []],
    [
      'one name is the class',
      { text: 'a', label: 'x' },
      [{ name: 'x', origin: 'accepted', shape: { kind: 'class' }, score: undefined }],
      [],
    ],
    [
      'spaCy: categories with how sure it is',
      { text: 'a', cats: { x: 0.75, y: 0.25, z: true } },
      [tag('x', 0.75), tag('z')],
      [],
    ],
    [
      'Prodigy: chosen options by their words',
      {
        text: 'a',
        accept: ['1'],
        options: [
          { id: '1', text: 'x' },
          { id: '2', text: 'y' },
        ],
        answer: 'accept',
      },
      [tag('x')],
      [],
    ],
    [
      'Prodigy: what was rejected is left aside, and that is said',
      { text: 'a', accept: ['1'], options: [], answer: 'reject' },
      [],
      ['KIND_NOT_READ a.jsonl:1'],
    ],
    [
      'Prodigy: spans',
      { text: 'a b', spans: [{ start: 2, end: 3, label: 'X', token_start: 1 }] },
      [{ name: 'X', origin: 'accepted', shape: { kind: 'span', start: 2, end: 3, text: 'b' }, score: undefined }],
      [],
    ],
    [
      'Argilla: responses before suggestions, by what their values are',
      {
        fields: { text: 'a' },
        responses: { plain: [{ value: 4, user_id: 'u' }], gist: [{ value: 'short' }], topics: [{ value: ['x'] }] },
        suggestions: {
          plain: { value: 1 },
          order: {
            value: [
              { value: 'b', rank: 1 },
              { value: 'a', rank: 2 },
            ],
            score: 0.5,
          },
        },
      },
      [
        { name: 'plain', origin: 'accepted', shape: { kind: 'rating', value: 4 }, score: undefined },
        { name: 'gist', origin: 'accepted', shape: { kind: 'free-text', text: 'short' }, score: undefined },
        tag('x'),
        { name: 'order', origin: 'accepted', shape: { kind: 'ranking', places: [['b'], ['a']] }, score: 0.5 },
      ],
      [],
    ],
    [
      'a rating that is no whole number is a finding',
      { text: 'a', responses: { plain: [{ value: 4.5 }] } },
      [],
      ['KIND_NOT_READ a.jsonl:1#/plain'],
    ],
    [
      'ours that are broken are findings',
      {
        text: 'a',
        answers: [
          { id: 'x', class: 'X', origin: 'hand', kind: 'rating' },
          { id: 'y', class: 'X', origin: 'hand', kind: 'box' },
        ],
      },
      [],
      ['RECORD_BROKEN a.jsonl:1#/answers/0', 'RECORD_BROKEN a.jsonl:1#/answers/1'],
    ],
    [
      'parts that are not in their text are findings',
      { text: 'a', parts: [{ id: 'p', role: 'prompt', start: 0, end: 9 }] },
      [],
      ['SPAN_MISMATCH a.jsonl:1#/parts'],
    ],
  ])('%s', async (_name, line, answers, codes) => {
    expect(await said(line)).toEqual({ answers, codes });
  });

  test('a pair of texts becomes one text of parts, and which was chosen does not show in their order', async () => {
    const pairs = [
      { prompt: 'Why?', chosen: 'Because.', rejected: 'So.' },
      { prompt: 'Why?', chosen: 'So.', rejected: 'Because.' },
    ];
    const { entries, findings } = await read(pairs.map((pair) => JSON.stringify(pair)).join('\n'));
    expect(findings).toEqual([]);
    expect(entries.map((one) => one.text)).toEqual(['Why?\n\nBecause.\n\nSo.\n\n', 'Why?\n\nBecause.\n\nSo.\n\n']);
    expect(entries.map(({ annotations }) => annotations.map(({ shape }) => shape))).toEqual([
      [{ kind: 'preference', outcome: 'preferred', preferred: 'answer-1', reason: '' }],
      [{ kind: 'preference', outcome: 'preferred', preferred: 'answer-2', reason: '' }],
    ]);
  });

  test('a line that goes over several lines is a finding for each, with its number', async () => {
    const { findings } = await read(JSON.stringify({ text: 'a', label: ['x'] }, null, 2));
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      // the fourth, `"x"`, is JSON by itself
      ...[1, 2, 3, 4, 5, 6].map((line) => `${line === 4 ? 'RECORD' : 'LINE'}_BROKEN a.jsonl:${line}`),
      'NOTHING_FOUND a.jsonl',
    ]);
  });
});

test('what an annotation says besides its words is named as lost, each part of it', () => {
  const entry = textEntry('one');
  const annotations = entry.annotations.map((one) => ({ ...one, group: 'g-1', marks: ['difficult' as const] }));
  const { losses } = jsonlText.write({ labelSets, entries: [{ ...entry, annotations }] });
  expect(losses.filter(({ code }) => code === 'DETAIL_NOT_CARRIED').map(({ path }) => path)).toEqual([
    'texts/one.txt#one-1/group',
    'texts/one.txt#one-1/marks',
  ]);
});
