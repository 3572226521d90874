import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { assertLabelRules, type LabelContext } from '../../../shared/annotation/label-rules.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Item } from '../../../shared/project/item.ts';
import { makeBox, makeProjectFacts } from '../../support/make-facts.ts';

const [imageSet, textSet] = makeProjectFacts().labelSets;
if (!imageSet || !textSet) throw new Error('the fixture has two label sets');

const image: Item = {
  id: 'a',
  medium: 'image',
  title: 'A',
  path: 'a.png',
  sha256: '0'.repeat(64),
  bytes: 1,
  width: 64,
  height: 48,
  words: null,
  language: null,
  direction: 'ltr',
  note: '',
};
const onImage: LabelContext = { item: image, text: null, labelSet: imageSet };
const onText: LabelContext = {
  item: { ...image, medium: 'text', width: null, height: null, words: 4 },
  text: 'Everyone 👩‍👧 has rights',
  labelSet: textSet,
};

function span(start: number, end: number, text: string): Annotation {
  return { id: 's', classId: 'right', origin: 'hand', order: 0, shape: { kind: 'span', start, end, text } };
}

function why(annotation: Annotation, context: LabelContext): string | number | undefined {
  try {
    assertLabelRules([annotation], context);
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.details['why'];
    throw error;
  }
}

describe('label rules', () => {
  it.each([
    ['a box of a known class inside the image', makeBox('b'), onImage, undefined],
    [
      'a box that reaches over the border',
      makeBox('b', { shape: { kind: 'box', x: -5, y: 2, width: 9, height: 9 } }),
      onImage,
      undefined,
    ],
    ['a span whose words are those of the text', span(9, 12, '👩‍👧'), onText, undefined],
    ['an unknown class', makeBox('b', { classId: 'horse' }), onImage, 'unknown-class'],
    ['a span with a class for boxes', { ...span(0, 8, 'Everyone'), classId: 'cat' }, onImage, 'kind-not-allowed'],
    [
      'a box wholly outside',
      makeBox('b', { shape: { kind: 'box', x: 500, y: 2, width: 9, height: 9 } }),
      onImage,
      'outside-image',
    ],
    ['a span whose offsets are off by one', span(9, 13, '👩‍👧'), onText, 'text-differs'],
    ['a span past the end', span(9, 400, '👩‍👧'), onText, 'text-differs'],
  ])('%s', (_name, annotation, context, expected) => {
    expect(why(annotation, context)).toBe(expected);
  });
});
