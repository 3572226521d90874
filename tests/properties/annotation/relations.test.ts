import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { applyEdit, type Edit, inverseOf } from '../../../shared/annotation/edit.ts';
import {
  assertRelationRules,
  endsAmong,
  relationKey,
  relationsIn,
  withRelations,
} from '../../../shared/annotation/relations.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';

const labelSet: LabelSet = {
  medium: 'image',
  classes: [
    { id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] },
    { id: 'dog', name: 'Dog', colour: 1, kinds: ['box'] },
    { id: 'any', name: 'any', colour: 2, kinds: ['relation'] },
    { id: 'chases', name: 'chases', colour: 3, kinds: ['relation'], relation: { from: ['dog'], to: ['cat'] } },
  ],
};
const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const id = fc.constantFrom(...ids);
const box = fc.record({
  id,
  classId: fc.constantFrom('cat', 'dog'),
  origin: fc.constant('hand' as const),
  order: fc.nat(9),
  shape: fc.constant({ kind: 'box' as const, x: 0, y: 0, width: 5, height: 5 }),
});
const link = fc
  .record({ id: fc.constantFrom('l', 'm', 'n', 'o'), classId: fc.constantFrom('any', 'chases'), from: id, to: id })
  .filter(({ from, to }) => from !== to)
  .map(({ from, to, ...one }): Annotation => ({
    ...one,
    origin: 'hand',
    order: 20,
    shape: { kind: 'relation', from, to },
  }));

/** Items with boxes and those of the relations that may be there. */
const items = fc
  .tuple(
    fc.uniqueArray(box, { selector: (one) => one.id }),
    fc.uniqueArray(link, { selector: (one) => one.id, maxLength: 4 }),
  )
  .map(([boxes, links]): readonly Annotation[] => {
    const seen = new Set<string>();
    const kept = links.filter((one) => {
      const [own] = relationsIn([one]);
      const isNew = own !== undefined && !seen.has(relationKey(own, labelSet));
      if (own) seen.add(relationKey(own, labelSet));
      return isNew && holds([...boxes, one]);
    });
    return applyEdit([], { put: [...boxes, ...kept], remove: [] });
  });
/** Edits of boxes, whatever hangs on them. */
const edits: fc.Arbitrary<Edit> = fc.record({
  put: fc.uniqueArray(box, { selector: (one) => one.id, maxLength: 3 }),
  remove: fc.uniqueArray(id, { maxLength: 3 }),
});

function holds(annotations: readonly Annotation[]): boolean {
  try {
    assertRelationRules(relationsIn(annotations), { labelSet, endOf: endsAmong(annotations) });
    return true;
  } catch {
    return false;
  }
}

test('whatever is removed or given another class, no relation is left broken', () => {
  let broken = 0;
  fc.assert(
    fc.property(items, edits, (before, edit) => {
      const whole = withRelations(edit, { annotations: before, suggestions: [], labelSet });
      broken += whole.remove.length - edit.remove.length;
      expect(holds(applyEdit(before, whole))).toBe(true);
    }),
    { numRuns: 300 },
  );
  // the property says something: relations did go
  expect(broken).toBeGreaterThan(10);
});

test('one undo brings back what went, relations too', () => {
  fc.assert(
    fc.property(items, edits, (before, edit) => {
      const whole = withRelations(edit, { annotations: before, suggestions: [], labelSet });
      expect(applyEdit(applyEdit(before, whole), inverseOf(before, whole))).toEqual(before);
    }),
  );
});

test('what follows from an edit follows once', () => {
  fc.assert(
    fc.property(items, edits, (before, edit) => {
      const context = { annotations: before, suggestions: [], labelSet };
      const whole = withRelations(edit, context);
      expect(withRelations(whole, context)).toEqual(whole);
    }),
  );
});
