import type { KindName, Shape } from '../../shared/annotation/annotation.ts';
import { textOfCounts } from '../../shared/annotation/raster/rle.ts';

/** Shapes of each kind for the contract suite: plain ones and the ones that break things. A new kind adds its own. */
export const exampleShapes: Readonly<Record<KindName, readonly Shape[]>> = {
  box: [
    { kind: 'box', x: 10, y: 20, width: 30, height: 40 },
    { kind: 'box', x: -5.5, y: 0, width: 1, height: 1 },
    { kind: 'box', x: 1e6, y: 1e6, width: 1.25, height: 2e6 },
  ],
  class: [{ kind: 'class' }],
  ellipse: [
    { kind: 'ellipse', cx: 40, cy: 30, rx: 20, ry: 10, degrees: 0 },
    { kind: 'ellipse', cx: -4, cy: 1e5, rx: 0.5, ry: 300, degrees: 359.5 },
  ],
  'free-text': [
    { kind: 'free-text', text: 'A short summary.' },
    { kind: 'free-text', text: ' ملخص 👩‍👧\r\n\n第二行\u0000 ' },
  ],
  mask: [
    // one pixel; two pixels that touch by a corner; a ring of eight around a hole
    { kind: 'mask', x: 3, y: 4, width: 1, height: 1, counts: textOfCounts([0, 1]) },
    { kind: 'mask', x: 0, y: 0, width: 2, height: 2, counts: textOfCounts([0, 1, 2, 1]) },
    { kind: 'mask', x: 10, y: 20, width: 3, height: 3, counts: textOfCounts([0, 4, 1, 4]) },
  ],
  point: [
    { kind: 'point', x: 0, y: 0 },
    { kind: 'point', x: -0.125, y: 1e6 },
  ],
  polygon: [
    { kind: 'polygon', parts: [{ outer: triangle(0), holes: [] }] },
    // two parts, one of them with two holes
    {
      kind: 'polygon',
      parts: [
        { outer: square(0, 0, 90), holes: [square(10, 10, 20), square(50, 50, 20)] },
        { outer: triangle(100), holes: [] },
      ],
    },
    // a line that goes back on itself
    {
      kind: 'polygon',
      parts: [
        {
          outer: [
            { x: 0, y: 0 },
            { x: 5, y: 0 },
            { x: 2.5, y: 0 },
          ],
          holes: [],
        },
      ],
    },
  ],
  polyline: [
    {
      kind: 'polyline',
      points: [
        { x: 1, y: 2 },
        { x: 30, y: -4.5 },
      ],
    },
    { kind: 'polyline', points: [...triangle(7), ...triangle(7)] },
  ],
  preference: [
    { kind: 'preference', outcome: 'preferred', preferred: 'b', reason: 'It answers.', shown: ['b', 'a'] },
    { kind: 'preference', outcome: 'tie', reason: '' },
    { kind: 'preference', outcome: 'both-bad', reason: '両方とも悪い', shown: ['a', 'b'] },
  ],
  ranking: [
    { kind: 'ranking', places: [['b'], ['a', 'c']], shown: ['a', 'b', 'c'] },
    { kind: 'ranking', places: [['only-one-so-far']] },
  ],
  rating: [
    { kind: 'rating', value: 1 },
    { kind: 'rating', value: -10 },
  ],
  relation: [
    { kind: 'relation', from: 'a-1', to: 'a-2' },
    { kind: 'relation', from: 's-0', to: 'a-1' },
  ],
  'rotated-box': [
    { kind: 'rotated-box', cx: 40, cy: 30, width: 20, height: 10, degrees: 0 },
    { kind: 'rotated-box', cx: -40, cy: 1e5, width: 0.5, height: 300, degrees: 33.25 },
  ],
  skeleton: [
    { kind: 'skeleton', points: [{ name: 'nose', visibility: 'visible', x: 4, y: 5 }], edges: [] },
    {
      kind: 'skeleton',
      points: [
        { name: 'nose', visibility: 'visible', x: 4, y: 5 },
        { name: 'left eye', visibility: 'hidden', x: -3.5, y: 0 },
        { name: 'right eye', visibility: 'absent' },
      ],
      edges: [
        [0, 1],
        [0, 2],
      ],
    },
  ],
  span: [
    { kind: 'span', start: 0, end: 5, text: 'Right' },
    { kind: 'span', start: 7, end: 8, text: '😀' },
    { kind: 'span', start: 100, end: 104, text: 'حرية' },
    {
      kind: 'span',
      start: 3,
      end: 7,
      text: 'took',
      more: [
        { start: 12, end: 15, text: 'off' },
        { start: 20, end: 21, text: '😀' },
      ],
    },
  ],
  tag: [{ kind: 'tag' }],
};

function triangle(at: number) {
  return [
    { x: at, y: at },
    { x: at + 30, y: at },
    { x: at + 12.5, y: at + 17.25 },
  ];
}

function square(x: number, y: number, side: number) {
  return [
    { x, y },
    { x: x + side, y },
    { x: x + side, y: y + side },
    { x, y: y + side },
  ];
}
