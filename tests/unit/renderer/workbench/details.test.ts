import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../../shared/annotation/edit.ts';
import { missingDetails } from '../../../../shared/annotation/missing-details.ts';
import type { LabelSet } from '../../../../shared/project/label-set.ts';
import {
  commonAttributes,
  commonMark,
  commonValue,
  grouped,
  groupNumbers,
  marksFor,
  parsedNumber,
  quickOptions,
  toggledOption,
  ungrouped,
  withGroups,
  withMark,
  withValue,
} from '../../../../renderer/workbench/details.ts';
import { detailsLabelSets } from '../../../support/details-project.ts';
import { makeBox } from '../../../support/make-annotations.ts';

const [labelSet] = detailsLabelSets;
if (!labelSet) throw new Error('the fixture has a label set');
const rect = { x: 0, y: 0, width: 5, height: 5 };
const plain = makeBox('a', rect, { classId: 'dog', order: 0 });
const aged = makeBox('b', rect, { classId: 'dog', order: 1, attributes: { age: 3, coat: 'plain' } });
const cat = makeBox('c', rect, { classId: 'cat', order: 2 });

describe('an attribute', () => {
  test('is offered when all that is selected has it', () => {
    expect(commonAttributes([plain, aged], labelSet).map(({ id }) => id)).toEqual(['coat', 'age', 'wet', 'note']);
    expect(commonAttributes([plain, cat], labelSet)).toEqual([]);
    const shared: LabelSet = {
      ...labelSet,
      classes: labelSet.classes.map((one) =>
        one.id === 'cat' ? { ...one, attributes: [{ id: 'wet', name: 'Wet', type: 'flag' as const }] } : one,
      ),
    };
    expect(commonAttributes([plain, cat], shared).map(({ id }) => id)).toEqual(['wet']);
  });

  test('is the same, nothing, or mixed', () => {
    expect(commonValue([aged], 'age')).toEqual({ is: 'value', value: 3 });
    expect(commonValue([plain], 'age')).toEqual({ is: 'nothing' });
    expect(commonValue([plain, aged], 'age')).toEqual({ is: 'mixed' });
  });

  test('is given to many as one edit, and taken away without a trace', () => {
    const given = withValue([plain, aged], 'coat', 'plain');
    expect(given.put).toEqual([{ ...plain, attributes: { coat: 'plain' } }]);
    const [once] = given.put;
    expect(once && withValue([once], 'coat', undefined).put).toEqual([plain]);
  });

  test('makes what a model suggested edited', () => {
    expect(withValue([{ ...plain, origin: 'accepted' }], 'age', 1).put[0]?.origin).toBe('edited');
  });

  test('is set by its place, and taken away by the same key', () => {
    const options = quickOptions(commonAttributes([plain], labelSet));
    expect(options.map(({ value }) => value)).toEqual(['plain', 'spotted', 'striped', true]);
    const [first] = options;
    if (!first) throw new Error('there are options');
    expect(toggledOption([plain], first).put[0]?.attributes).toEqual({ coat: 'plain' });
    expect(toggledOption([aged], first).put[0]?.attributes).toEqual({ age: 3 });
  });

  test('that is needed is missing until it says something', () => {
    const blank = makeBox('d', rect, { classId: 'dog', attributes: { coat: '  ' } });
    expect(
      missingDetails([plain, aged, cat, blank], labelSet).map((one) => [one.annotationId, one.attribute.id]),
    ).toEqual([
      ['a', 'coat'],
      ['d', 'coat'],
    ]);
  });
});

test.each([
  ['', undefined],
  ['  ', undefined],
  ['12', 12],
  ['1,5', 1.5],
  ['-.5', -0.5],
  ['−2', -2],
  ['1e3', 1000],
  ['1.2.3', null],
  ['0x10', null],
  ['a few', null],
  ['1e999', null],
])('%j is written for %s', (text, value) => {
  expect(parsedNumber(text)).toBe(value);
});

describe('marks', () => {
  test('are given to those that lack them, then taken from all', () => {
    const marked = { ...plain, marks: ['occluded' as const] };
    expect(commonMark([marked, aged], 'occluded')).toBe('some');
    const given = withMark([marked, aged], 'occluded');
    expect(given.put.map(({ id, marks }) => [id, marks])).toEqual([['b', ['occluded']]]);
    const taken = withMark([marked, ...given.put], 'occluded');
    expect(taken.put).toEqual([plain, aged]);
  });

  test('of texts and relations are fewer', () => {
    expect(marksFor([plain], 'image')).toHaveLength(4);
    expect(marksFor([plain], 'text')).toEqual(['difficult']);
    const link = { ...plain, shape: { kind: 'relation' as const, from: 'a', to: 'b' } };
    expect(marksFor([link], 'image')).toEqual(['difficult']);
  });
});

describe('a group', () => {
  const all = [plain, aged, cat].map((one, index) => (index < 2 ? { ...one, group: 'g' } : one));
  const [first, second, third] = all;
  if (!first || !second || !third) throw new Error('three');
  const newId = () => 'new';
  const groupsAfter = (edit: ReturnType<typeof grouped>) => applyEdit(all, edit).map(({ group }) => group);

  test('is made of two or more, and who would stay behind alone leaves too', () => {
    expect(grouped([first], all, newId).put).toEqual([]);
    expect(groupsAfter(grouped([second, third], all, newId))).toEqual([undefined, 'new', 'new']);
    expect(groupsAfter(grouped([first, second, third], all, newId))).toEqual(['new', 'new', 'new']);
    expect(grouped([first, second], all, newId).put).toEqual([]);
  });

  test('is left, and is gone when one would be alone in it', () => {
    expect(groupsAfter(ungrouped([first, third], all))).toEqual([undefined, undefined, undefined]);
  });

  test('is selected with one of it, the one in hand last', () => {
    expect(withGroups([first], all)).toEqual(['b', 'a']);
    expect(withGroups([third], all)).toEqual(['c']);
    expect([...groupNumbers(all)]).toEqual([['g', 1]]);
  });
});
