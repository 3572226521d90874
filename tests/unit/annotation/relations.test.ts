import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { applyEdit, inverseOf } from '../../../shared/annotation/edit.ts';
import {
  acceptable,
  assertRelationRules,
  endsAmong,
  mayHaveClass,
  relationOf,
  relationsIn,
  withRelations,
} from '../../../shared/annotation/relations.ts';
import type { Suggestion } from '../../../shared/annotation/suggestion.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';

const labelSet: LabelSet = {
  medium: 'text',
  classes: [
    { id: 'group', name: 'Group', colour: 0, kinds: ['span'] },
    { id: 'right', name: 'Right', colour: 1, kinds: ['span'] },
    { id: 'whole', name: 'Whole', colour: 2, kinds: ['tag'] },
    { id: 'holds', name: 'holds', colour: 3, kinds: ['relation'], relation: { from: ['group'], to: ['right'] } },
    { id: 'like', name: 'like', colour: 4, kinds: ['relation'], relation: { directed: false } },
    { id: 'any', name: 'any', colour: 5, kinds: ['relation'] },
  ],
};
const span = (id: string, classId: string): Annotation => ({
  id,
  classId,
  origin: 'hand',
  order: 0,
  shape: { kind: 'span', start: 0, end: 1, text: 'x' },
});
const link = (id: string, classId: string, from: string, to: string): Annotation => ({
  id,
  classId,
  origin: 'hand',
  order: 9,
  shape: { kind: 'relation', from, to },
});
const tag: Annotation = { id: 't', classId: 'whole', origin: 'hand', order: 0, shape: { kind: 'tag' } };
const [everyone, workers, rest] = [span('g1', 'group'), span('g2', 'group'), span('r1', 'right')];
const spans = [everyone, workers, rest, tag];

function why(...links: readonly Annotation[]): unknown {
  try {
    assertRelationRules(relationsIn(links), { labelSet, endOf: endsAmong([...spans, ...links]) });
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.details['why'];
    throw error;
  }
}

describe('a relation', () => {
  test.each([
    ['in its direction', [link('l', 'holds', 'g1', 'r1')], null],
    ['against its direction', [link('l', 'holds', 'r1', 'g1')], 'relation-end-class'],
    ['of an end that its class does not take', [link('l', 'holds', 'g1', 'g2')], 'relation-end-class'],
    ['without a rule, between anything', [link('l', 'any', 'r1', 'g2')], null],
    ['to what is not there', [link('l', 'any', 'g1', 'nobody')], 'relation-end-missing'],
    ['to a label of the whole item', [link('l', 'any', 'g1', 't')], 'relation-end-kind'],
    ['to a relation', [link('k', 'any', 'g1', 'r1'), link('l', 'any', 'g1', 'k')], 'relation-end-kind'],
    ['said twice', [link('k', 'any', 'g1', 'r1'), link('l', 'any', 'g1', 'r1')], 'relation-repeated'],
    ['both ways, where direction counts', [link('k', 'any', 'g1', 'r1'), link('l', 'any', 'r1', 'g1')], null],
    ['both ways, where none does', [link('k', 'like', 'g1', 'r1'), link('l', 'like', 'r1', 'g1')], 'relation-repeated'],
    ['of two classes between the same two', [link('k', 'any', 'g1', 'r1'), link('l', 'holds', 'g1', 'r1')], null],
  ])('%s', (_name, links, reason) => {
    expect(why(...links)).toBe(reason);
  });

  test('that stands beside is not said again', () => {
    const beside = relationsIn([link('k', 'any', 'g1', 'r1')]);
    const again = relationsIn([link('l', 'any', 'g1', 'r1')]);
    expect(() => assertRelationRules(again, { labelSet, endOf: endsAmong(spans), beside })).toThrow(AppError);
  });

  test('may have a class that takes its ends and is not said already', () => {
    const all = [...spans, link('k', 'any', 'g1', 'r1'), link('l', 'like', 'g1', 'r1')];
    const own = relationOf(link('l', 'like', 'g1', 'r1'));
    if (!own) throw new Error('a relation');
    expect(['holds', 'any', 'like'].filter((classId) => mayHaveClass(own, classId, all, labelSet))).toEqual([
      'holds',
      'like',
    ]);
  });
});

describe('an edit', () => {
  const all = [...spans, link('k', 'holds', 'g1', 'r1'), link('l', 'like', 'g2', 'r1')];
  const context = { annotations: all, suggestions: [], labelSet };

  test('that removes an end removes its relations, and undo brings all back', () => {
    const edit = withRelations({ put: [], remove: ['r1'] }, context);
    expect(edit.remove.toSorted()).toEqual(['k', 'l', 'r1']);
    const before = applyEdit(all, { put: [], remove: [] });
    expect(applyEdit(applyEdit(before, edit), inverseOf(before, edit))).toEqual(before);
  });

  test('that removes one end leaves the relations of others', () => {
    expect(withRelations({ put: [], remove: ['g2'] }, context).remove.toSorted()).toEqual(['g2', 'l']);
  });

  test('that gives an end a class which a relation does not take removes that relation', () => {
    const edit = withRelations({ put: [{ ...everyone, classId: 'right' }], remove: [] }, context);
    expect(edit.remove).toEqual(['k']);
  });

  test('that touches no end stays as it is', () => {
    const edit = { put: [span('new', 'right')], remove: [] };
    expect(withRelations(edit, context)).toBe(edit);
  });
});

describe('suggested relations', () => {
  const suggest = ({ id, classId, shape }: Annotation): Suggestion => ({
    id,
    classId,
    shape,
    score: 0.5,
    source: 'model',
  });
  const suggestions = [everyone, rest, link('k', 'holds', 'g1', 'r1')].map(suggest);

  test('take their ends along when they are accepted', () => {
    const chosen = suggestions.filter(({ id }) => id === 'k');
    const accepted = acceptable(chosen, suggestions, { annotations: [], labelSet });
    expect(accepted.map(({ id }) => id)).toEqual(['g1', 'r1', 'k']);
  });

  test('cannot be accepted when an end was rejected, or when they were drawn by hand', () => {
    const waiting = suggestions.filter(({ id }) => id !== 'r1');
    const chosen = suggestions.filter(({ id }) => id === 'k');
    expect(acceptable(chosen, waiting, { annotations: [], labelSet })).toEqual([]);
    const drawn = [...spans, link('own', 'holds', 'g1', 'r1')];
    expect(acceptable(chosen, suggestions, { annotations: drawn, labelSet })).toEqual([]);
    // an end that was accepted with a class that the relation does not take
    const other = { ...span('r1', 'group'), origin: 'edited' as const };
    expect(acceptable(chosen, suggestions, { annotations: [other], labelSet })).toEqual([]);
  });

  test('go with an end that is rejected or removed', () => {
    const rejected = withRelations(
      { put: [], remove: [], dismiss: ['r1'] },
      { annotations: [], suggestions, labelSet },
    );
    expect(rejected.dismiss?.toSorted()).toEqual(['k', 'r1']);
    const removed = withRelations({ put: [], remove: ['g1'] }, { annotations: [everyone], suggestions, labelSet });
    expect(removed).toEqual({ put: [], remove: ['g1'], dismiss: ['k'] });
  });
});
