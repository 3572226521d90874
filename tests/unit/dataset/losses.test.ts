import { expect, test } from 'vitest';
import { lossLine } from '../../../cli/in-english.ts';
import { lost } from '../../../shared/dataset/findings.ts';
import { coco } from '../../../shared/dataset/formats/coco.ts';
import { groupedLosses } from '../../../shared/dataset/losses.ts';
import { because } from '../../../shared/i18n/reason.ts';
import { makeSnapshot } from '../manifest/support/make-facts.ts';

test('thousands of losses are a few lines, and none of their places is left out', () => {
  const { losses } = coco.write(makeSnapshot(1000));
  const groups = groupedLosses(losses);
  expect(losses.length).toBeGreaterThan(2000);
  expect(groups.length).toBeLessThan(8);
  expect(groups.flatMap(({ places }) => places)).toHaveLength(losses.length);
  const spans = groups.find(({ reason, details }) => reason === 'kindNotHeld' && details.kind === 'span');
  expect(spans?.places).toHaveLength(1000);
  expect(spans?.places[0]).toBe('texts/w0-t.txt#w0-t-1');
});

test('what tells more of one loss stays with its place', () => {
  const groups = groupedLosses([
    lost('NAME_CHANGED', { path: 'a_b', aside: 'a:b' }, 'nameChanged'),
    lost('NAME_CHANGED', { path: 'c_d', aside: 'c:d' }, 'nameChanged'),
  ]);
  expect(groups).toEqual([
    { code: 'NAME_CHANGED', ...because('loss', 'nameChanged'), places: ['a_b (a:b)', 'c_d (c:d)'] },
  ]);
  expect(groups.map((group) => lossLine({ format: 'coco', ...group }))).toEqual([
    'coco: NAME_CHANGED, 2 times: a file has another name in the export; its own stands in brackets (a_b (a:b), c_d (c:d))',
  ]);
});
