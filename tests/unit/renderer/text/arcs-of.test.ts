import { expect, test } from 'vitest';
import { spanLinksOf } from '../../../../renderer/text/arcs/arcs-of.ts';
import type { Annotation } from '../../../../shared/annotation/annotation.ts';

const label = (id: string, shape: Annotation['shape']): Annotation => ({
  id,
  classId: 'c',
  origin: 'hand',
  order: 0,
  shape,
});
const span = (id: string, start: number) => label(id, { kind: 'span', start, end: start + 2, text: 'ab' });
const link = (id: string, from: string, to: string) => label(id, { kind: 'relation', from, to });

test('relations that are suggested join spans that are there and spans that are suggested as well', () => {
  const links = spanLinksOf(
    [span('a', 0), span('b', 4), link('own', 'a', 'b')],
    [span('c', 8), link('mixed', 'a', 'c'), link('lost', 'c', 'gone')],
  );
  expect(links).toMatchObject([
    { id: 'own', fromAt: { start: 0 }, toAt: { start: 4 }, suggested: false },
    { id: 'mixed', fromAt: { start: 0 }, toAt: { start: 8 }, suggested: true },
  ]);
});
