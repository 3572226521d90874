import { expect, test } from 'vitest';
import { coco } from '../../../shared/dataset/formats/coco.ts';
import { groupedLosses, lossLine } from '../../../shared/dataset/losses.ts';
import { makeSnapshot } from '../manifest/support/make-facts.ts';

test('thousands of losses are a few lines, and none of their places is left out', () => {
  const { losses } = coco.write(makeSnapshot(1000));
  const groups = groupedLosses(losses);
  expect(losses.length).toBeGreaterThan(2000);
  expect(groups.length).toBeLessThan(8);
  expect(groups.flatMap(({ places }) => places)).toHaveLength(losses.length);
  const spans = groups.find(({ message }) => message === 'a span cannot be written');
  expect(spans?.places).toHaveLength(1000);
  expect(spans?.places[0]).toBe('texts/w0-t.txt#w0-t-1');
});

test('what tells more of one loss stays with its place', () => {
  const summary = 'has another name in the export';
  const groups = groupedLosses([
    { code: 'NAME_CHANGED', path: 'a_b', message: 'was a:b', summary },
    { code: 'NAME_CHANGED', path: 'c_d', message: 'was c:d', summary },
  ]);
  expect(groups).toEqual([{ code: 'NAME_CHANGED', message: summary, places: ['a_b (was a:b)', 'c_d (was c:d)'] }]);
  expect(groups.map((group) => lossLine({ format: 'coco', ...group }))).toEqual([
    'coco: NAME_CHANGED, 2 times: has another name in the export (a_b (was a:b), c_d (was c:d))',
  ]);
});
