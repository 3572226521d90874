import type { AttributeDefinition, LabelSet } from '../../shared/project/label-set.ts';

const attributes: AttributeDefinition[] = [
  { id: 'coat', name: 'Coat', type: 'choice', choices: ['plain', 'spotted', 'striped'], required: true },
  { id: 'age', name: 'Age', type: 'number', min: 0, max: 30 },
  { id: 'wet', name: 'Wet', type: 'flag' },
  { id: 'note', name: 'Note', type: 'text' },
];

/** Label sets with typed attributes and types of relations, for images and for texts. */
export const detailsLabelSets: LabelSet[] = [
  {
    medium: 'image',
    classes: [
      { id: 'dog', name: 'Dog', colour: 0, kinds: ['box'], attributes },
      { id: 'cat', name: 'Cat', colour: 1, kinds: ['box', 'polygon'] },
      { id: 'chases', name: 'chases', colour: 2, kinds: ['relation'], relation: { from: ['dog'] } },
      { id: 'near', name: 'next to', colour: 3, kinds: ['relation'], relation: { directed: false } },
      { id: 'sees', name: 'sees', colour: 4, kinds: ['relation'] },
    ],
  },
  {
    medium: 'text',
    classes: [
      {
        id: 'right',
        name: 'Right',
        colour: 5,
        kinds: ['span'],
        attributes: [{ id: 'strong', name: 'Absolute', type: 'flag' }],
      },
      { id: 'group', name: 'Group of people', colour: 2, kinds: ['span'] },
      { id: 'holds', name: 'holds', colour: 0, kinds: ['relation'], relation: { from: ['group'], to: ['right'] } },
      { id: 'same', name: 'same as', colour: 8, kinds: ['relation'], relation: { directed: false } },
    ],
  },
];
