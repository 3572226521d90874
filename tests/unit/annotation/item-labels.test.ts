import { describe, expect, test } from 'vitest';
import type { Annotation, Shape } from '../../../shared/annotation/annotation.ts';
import { applyEdit } from '../../../shared/annotation/edit.ts';
import { toggledLabel } from '../../../shared/annotation/item-labels.ts';

/** The classes of an item after labels of the whole were toggled one after the other. */
function after(kind: 'tag' | 'class', ...classIds: readonly string[]): readonly string[] {
  const shape: Shape = { kind };
  let annotations: readonly Annotation[] = [];
  for (const [order, classId] of classIds.entries()) {
    annotations = applyEdit(annotations, toggledLabel(annotations, { id: `l${order}`, classId, shape, order }));
  }
  return annotations.map((one) => one.classId);
}

describe('a label of the whole item', () => {
  test.each([
    ['tag', ['a'], ['a']],
    ['tag', ['a', 'b'], ['a', 'b']],
    ['tag', ['a', 'b', 'a'], ['b']],
    ['class', ['a'], ['a']],
    ['class', ['a', 'b'], ['b']],
    ['class', ['a', 'b', 'b'], []],
  ] as const)('%s: %j leaves %j', (kind, toggled, left) => {
    expect(after(kind, ...toggled)).toEqual(left);
  });
});
