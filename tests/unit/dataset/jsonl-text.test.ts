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
