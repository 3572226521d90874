import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { applyEdit, type Edit, inverseOf } from '../../../shared/annotation/edit.ts';

const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const id = fc.constantFrom(...ids);

const annotation = fc.record({
  id,
  classId: fc.constantFrom('cat', 'dog'),
  origin: fc.constantFrom('hand' as const, 'accepted' as const, 'edited' as const),
  order: fc.nat(9),
  shape: fc.record({
    kind: fc.constant('box' as const),
    x: fc.integer({ min: -100, max: 100 }),
    y: fc.integer({ min: -100, max: 100 }),
    width: fc.integer({ min: 1, max: 50 }),
    height: fc.integer({ min: 1, max: 50 }),
  }),
});
/** What is on an item: each id once, in drawing order. */
const annotations = fc
  .uniqueArray(annotation, { selector: (one) => one.id })
  .map((all): readonly Annotation[] => applyEdit([], { put: all, remove: [] }));
const edit: fc.Arbitrary<Edit> = fc.record({
  put: fc.uniqueArray(annotation, { selector: (one) => one.id }),
  remove: fc.uniqueArray(id),
});

/** What an edit means, said as plainly as can be. */
function appliedPlainly(before: readonly Annotation[], { put, remove }: Edit): readonly Annotation[] {
  const byId = new Map(before.map((one) => [one.id, one]));
  for (const one of remove) byId.delete(one);
  for (const one of put) byId.set(one.id, one);
  return [...byId.values()].toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

test('applying an edit gives what is said plainly, and leaves what it does not touch the same object', () => {
  fc.assert(
    fc.property(annotations, edit, (before, change) => {
      const after = applyEdit(before, change);
      expect(after).toEqual(appliedPlainly(before, change));
      const touched = new Set([...change.remove, ...change.put.map((one) => one.id)]);
      const untouched = before.filter((one) => !touched.has(one.id));
      expect(untouched.every((one) => after.includes(one))).toBe(true);
    }),
  );
});

test('undoing an edit gives back what was there', () => {
  fc.assert(
    fc.property(annotations, edit, (before, change) => {
      expect(applyEdit(applyEdit(before, change), inverseOf(before, change))).toEqual(before);
    }),
  );
});

test('undoing the undo gives the edit again', () => {
  fc.assert(
    fc.property(annotations, edit, (before, change) => {
      const after = applyEdit(before, change);
      const undo = inverseOf(before, change);
      expect(applyEdit(applyEdit(after, undo), inverseOf(after, undo))).toEqual(after);
    }),
  );
});

test('undoing a whole history in reverse gives back the start', () => {
  fc.assert(
    fc.property(annotations, fc.array(edit, { maxLength: 12 }), (start, edits) => {
      let now = start;
      const undos: Edit[] = [];
      for (const change of edits) {
        undos.push(inverseOf(now, change));
        now = applyEdit(now, change);
      }
      for (const undo of undos.toReversed()) now = applyEdit(now, undo);
      expect(now).toEqual(start);
    }),
  );
});

test('an edit applied twice is as good as once', () => {
  fc.assert(
    fc.property(annotations, edit, (before, change) => {
      const once = applyEdit(before, change);
      expect(applyEdit(once, change)).toEqual(once);
    }),
  );
});

test('annotations stay in drawing order, each id once', () => {
  fc.assert(
    fc.property(annotations, edit, (before, change) => {
      const after = applyEdit(before, change);
      expect(new Set(after.map((one) => one.id)).size).toBe(after.length);
      expect(after.map(({ order }) => order)).toEqual(after.map(({ order }) => order).toSorted((a, b) => a - b));
    }),
  );
});
