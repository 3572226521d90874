import { wordsOf } from '../../../shared/core/text-offsets.ts';
import { describe, expect, it } from 'vitest';
import type { Annotation, Shape } from '../../../shared/annotation/annotation.ts';
import { assertLabelRules, type LabelContext } from '../../../shared/annotation/label-rules.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Item } from '../../../shared/project/item.ts';
import type { AttributeDefinition } from '../../../shared/project/label-set.ts';
import { imageLabelSet } from '../../support/kinds-project.ts';
import { makeBox, makeProjectFacts } from '../../support/make-facts.ts';

const attributes: AttributeDefinition[] = [
  { id: 'wet', name: 'Wet', type: 'flag' },
  { id: 'size', name: 'Size', type: 'number', min: 0, max: 10 },
  { id: 'tone', name: 'Tone', type: 'choice', choices: ['red', 'blue'] },
  { id: 'word', name: 'Word', type: 'text' },
];

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
const onImage: LabelContext = { item: image, words: null, labelSet: imageSet };
const onText: LabelContext = {
  item: { ...image, medium: 'text', width: null, height: null, words: 4 },
  words: wordsOf('Everyone 👩‍👧 has rights'),
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
    [
      'a span whose second piece is off by one',
      {
        ...span(9, 12, '👩‍👧'),
        shape: { ...span(9, 12, '👩‍👧').shape, more: [{ start: 14, end: 17, text: 'has' }] } as never,
      },
      onText,
      'text-differs',
    ],
    ['a span past the end', span(9, 400, '👩‍👧'), onText, 'text-differs'],
  ])('%s', (_name, annotation, context, expected) => {
    expect(why(annotation, context)).toBe(expected);
  });
});

describe('label rules of the other kinds', () => {
  const context: LabelContext = {
    item: image,
    words: null,
    labelSet: {
      ...imageLabelSet,
      classes: imageLabelSet.classes.map((one) => (one.id === 'thing' ? { ...one, attributes } : one)),
    },
  };
  const label = (shape: Shape, classId = 'thing', more: Partial<Annotation> = {}): Annotation => ({
    ...makeBox('k', { shape, classId }),
    ...more,
  });
  const person = (names: readonly string[]): Annotation =>
    label(
      { kind: 'skeleton', points: names.map((name) => ({ name, visibility: 'visible', x: 5, y: 5 })), edges: [] },
      'person',
    );
  const point = { kind: 'point', x: 3, y: 4 } as const;
  const names = imageLabelSet.classes[1]?.skeleton?.points.map(({ name }) => name) ?? [];

  it.each([
    ['a point inside', label(point), undefined],
    ['a point outside', label({ kind: 'point', x: -3, y: 4 }), 'outside-image'],
    ['a tag', label({ kind: 'tag' }, 'night'), undefined],
    ['a tag of a class for shapes', label({ kind: 'tag' }), 'kind-not-allowed'],
    ['key points of its class', person(names), undefined],
    ['key points of another class', person(names.with(0, 'tail')), 'other-key-points'],
    ['too few key points', person(names.slice(1)), 'other-key-points'],
    [
      'attributes that fit',
      label(point, 'thing', { attributes: { wet: true, size: 3, tone: 'red', word: 'x' } }),
      undefined,
    ],
    ['an unknown attribute', label(point, 'thing', { attributes: { age: 3 } }), 'attribute-unknown'],
    ['a number out of range', label(point, 'thing', { attributes: { size: 11 } }), 'attribute-invalid'],
    ['a choice that is none', label(point, 'thing', { attributes: { tone: 'mauve' } }), 'attribute-invalid'],
    ['a flag as a text', label(point, 'thing', { attributes: { wet: 'yes' } }), 'attribute-invalid'],
  ])('%s', (_name, annotation, expected) => {
    expect(why(annotation, context)).toBe(expected);
  });

  it('an item has one class, and each tag once', () => {
    const two = (a: Annotation, b: Annotation) => () => assertLabelRules([a, b], context);
    expect(two(label({ kind: 'class' }, 'harbour'), label({ kind: 'tag' }, 'night'))).not.toThrow();
    expect(two(label({ kind: 'class' }, 'harbour'), label({ kind: 'class' }, 'street'))).toThrow(AppError);
    expect(two(label({ kind: 'tag' }, 'night'), label({ kind: 'tag' }, 'night'))).toThrow(AppError);
  });
});
