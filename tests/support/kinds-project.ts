import type { LabelSet } from '../../shared/project/label-set.ts';

/** A label set for images whose classes take every kind between them. */
export const imageLabelSet: LabelSet = {
  medium: 'image',
  classes: [
    {
      id: 'thing',
      name: 'Thing',
      colour: 0,
      kinds: ['box', 'polygon', 'polyline', 'point', 'rotated-box', 'ellipse', 'mask'],
    },
    {
      id: 'person',
      name: 'Person',
      colour: 1,
      kinds: ['skeleton'],
      skeleton: {
        points: [
          { name: 'head', x: 0.5, y: 0 },
          { name: 'left hand', x: 0, y: 0.5 },
          { name: 'right hand', x: 1, y: 0.5 },
          { name: 'hip', x: 0.5, y: 0.55 },
          { name: 'foot', x: 0.5, y: 1 },
        ],
        edges: [
          [0, 3],
          [1, 3],
          [2, 3],
          [3, 4],
        ],
      },
    },
    { id: 'night', name: 'At night', colour: 2, kinds: ['tag'] },
    { id: 'harbour', name: 'Harbour', colour: 3, kinds: ['class'] },
    { id: 'street', name: 'Street', colour: 4, kinds: ['class'] },
    // its author forgot the key points
    { id: 'puppet', name: 'Puppet', colour: 5, kinds: ['skeleton'] },
  ],
};
