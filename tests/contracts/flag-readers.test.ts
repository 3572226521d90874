import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTable } from '../../electron/services/flags/csv-table.ts';
import { flagSchema } from '../../shared/content/flag.ts';
import type { FlagReader, FlagSource } from '../../shared/dataset/flag-reader.ts';
import { allFlagReaders } from '../../shared/dataset/flag-readers.ts';

/** The same said in each format: a picture as a whole, a part of another, and something that nobody knows. */
const examples: Readonly<Record<string, string>> = {
  coco: JSON.stringify({
    images: [
      { id: 1, file_name: 'one.png', flags: [{ category: 'gore', severity: 2, confidence: 0.7 }] },
      { id: 2, file_name: 'two.png', width: 64, height: 48 },
      { id: 3, file_name: 'three.png', flags: 'spiders' },
    ],
    annotations: [{ id: 1, image_id: 2, bbox: [4, 5, 20, 10], flags: { category: 'Self harm', severity: 1 } }],
  }),
  csv: [
    'file_name;category;severity;confidence;x;y;width;height',
    'one.png;gore;2;0.7;;;;',
    '"two.png";Self harm;1;;4;5;20;10',
    'three.png;spiders',
    'untouched.png;;;;;;;',
  ].join('\r\n'),
  jsonl: [
    '{"file_name":"one.png","flags":[{"category":"gore","severity":2,"confidence":0.7}]}',
    '',
    '{"image":"two.png","flags":{"category":"self_harm","severity":1,"bbox":[4,5,20,10]}}',
    '{"file_name":"three.png","flags":["spiders"]}',
    '{"file_name":"untouched.png","flags":[]}',
  ].join('\n'),
};
const extension: Readonly<Record<string, string>> = { coco: 'json', csv: 'csv', jsonl: 'jsonl' };

function sourceOf(path: string, text: string | null): FlagSource {
  return {
    paths: [path],
    readText: async () => text,
    readTable: async () => (text === null ? null : parseTable(text)),
  };
}

function read(reader: FlagReader, text: string | null) {
  const path = `flags.${extension[reader.id]}`;
  return reader.read(sourceOf(path, text), path);
}

it('there are readers to check, each with an example', () => {
  expect(allFlagReaders.map(({ id }) => id)).toEqual(['coco', 'csv', 'jsonl']);
});

describe.each(allFlagReaders)('flags in $id', (reader) => {
  it('are read with their places, and what is not known counts as the strongest, with a finding at its line', async () => {
    expect(reader.reads(`data/FLAGS.${extension[reader.id]?.toUpperCase()}`)).toBe(true);
    const { entries, findings } = await read(reader, examples[reader.id] ?? '');
    const whole = { of: 'item' };
    const said = entries
      .map(({ item, flags }) => [item.path, flags] as const)
      .toSorted(([a], [b]) => (a! < b! ? -1 : 1));
    expect(said).toEqual([
      ['one.png', [{ category: 'gore', severity: 2, origin: 'requester', confidence: 0.7, extent: whole }]],
      ['three.png', [{ category: 'disturbing-other', severity: 3, origin: 'requester', confidence: 1, extent: whole }]],
      [
        'two.png',
        [
          {
            category: 'self-harm',
            severity: 1,
            origin: 'requester',
            confidence: 1,
            extent: { of: 'region', x: 4, y: 5, width: 20, height: 10 },
          },
        ],
      ],
    ]);
    expect(findings).toMatchObject([{ code: 'CATEGORY_UNKNOWN' }]);
    expect(findings[0]?.path).toMatch(/(?:csv|jsonl):4$|#\/images\/2$/);
  });

  it('may be an object of names that are true', async () => {
    const flags = '{"gore":true,"blurry":false,"hate":1}';
    const text = {
      coco: `{"images":[{"id":1,"file_name":"a.png","flags":${flags}},{"id":2,"file_name":"b.png","flags":{}}]}`,
      jsonl: `{"file_name":"a.png","flags":${flags}}\n{"file_name":"b.png","flags":{"blurry":false}}`,
      csv: 'file_name,category\na.png,gore\na.png,hate\n',
    }[reader.id];
    const { entries, findings } = await read(reader, text ?? '');
    const categories = entries.flatMap((entry) => entry.flags.map(({ category }) => [entry.item.path, category]));
    expect(categories).toEqual([
      ['a.png', 'gore'],
      ['a.png', 'hate'],
    ]);
    expect(findings).toEqual([]);
  });

  it('that say nothing, and files that cannot be read, are findings and never a throw', async () => {
    for (const text of [null, '', '[]', '{"images":[]}', 'file_name,category\n', '{"images": [', '"', '\0']) {
      const { entries, findings } = await read(reader, text);
      expect(entries).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  it('from a stranger give only flags that hold, whatever they say', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.json(), fc.string(), async (first, second, name) => {
        const file = JSON.stringify(name);
        const text = {
          coco: `{"images":[{"id":1,"file_name":${file},"flags":${first}}],"annotations":[{"image_id":1,"bbox":${second},"flags":"gore"}]}`,
          csv: `file_name,category,severity\n${name},${first},${second}\n`,
          jsonl: `{"file_name":${file},"flags":{"category":${first},"severity":${second},"start":${first}}}`,
        }[reader.id];
        const { entries } = await read(reader, text ?? '');
        for (const { flags } of entries) {
          expect(flags.length).toBeGreaterThan(0);
          for (const flag of flags) expect(flagSchema.parse(flag).origin).toBe('requester');
        }
      }),
    );
  });
});
