import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SkeletonTemplate } from '../../../shared/project/label-set.ts';
import type { Project } from '../../../shared/project/project.ts';
import { createProject, type NewItem } from '../project/create-project.ts';
import { comparisonClass, sampleComparison } from './sample-comparison.ts';
import { FLAGGED_IMAGE, sampleImages, sampleTexts } from './sample-list.ts';

export interface SampleOptions {
  /** Folder of the gathered photographs and texts. */
  readonly contentDir: string;
  readonly dir: string;
  readonly projectId: string;
  readonly createdAt: number;
}

/**
 * Makes the sample project: nine photographs, the Universal Declaration of Human Rights in eight languages, and two plain
 * versions of one of its articles to compare. One
 * photograph carries a requester's flag, so that a newcomer meets the blur on something harmless.
 */
export async function createSampleProject({ contentDir, dir, projectId, createdAt }: SampleOptions): Promise<void> {
  const images = await Promise.all(
    sampleImages.map(async ({ name, title }): Promise<NewItem> => {
      const flagged = name === FLAGGED_IMAGE;
      return {
        id: `image-${name}`,
        title,
        path: `data/images/${name}.jpg`,
        bytes: await readFile(join(contentDir, 'images', `${name}.jpg`)),
        medium: 'image',
        language: null,
        direction: 'ltr',
        note: flagged ? STAND_IN : '',
        flags: flagged
          ? [{ category: 'violence', severity: 2, origin: 'requester', confidence: 1, extent: { of: 'item' } }]
          : [],
      };
    }),
  );
  const texts = await Promise.all(
    sampleTexts.map(async ({ language, direction, title }): Promise<NewItem> => ({
      id: `text-${language}`,
      title,
      path: `data/texts/${language}.txt`,
      bytes: await readFile(join(contentDir, 'texts', `${language}.txt`)),
      medium: 'text',
      language,
      direction,
      note: '',
      flags: [],
    })),
  );
  // after the first text: one that is compared rather than marked
  texts.splice(1, 0, sampleComparison());
  // mixed, so that the first pages of the list show both media
  const items: NewItem[] = [];
  for (let place = 0; place < Math.max(images.length, texts.length); place += 1) {
    items.push(...[images[place], texts[place]].filter((item) => item !== undefined));
  }
  await createProject(dir, sampleTerms(projectId, createdAt), items);
}

const STAND_IN =
  'A harmless stand-in: this photograph shows an empty farm house. It carries the flag so that you can see how hidden content works.';

const INSTRUCTIONS = `## What this project is for

You label nine historical photographs and one document in eight languages, and compare two plain versions of one of its articles. Nothing here is published: it is a sample to learn Fairmark with.

## Photographs

Draw a **box** around every person, animal, vehicle, building and plant that you can make out. Keep the box close: its sides should touch the thing, not float around it. If one thing hides another, draw what you can see.

The other tools are there to try: polygons with parts and holes, brush masks, key points of a person, a tag for the whole picture. A box is enough.

If you like, say how a person stands or sits, and join a person with the boat they are aboard of.

## Texts

Mark every **right** that is granted ("the right to rest and leisure"), every **duty**, and every **group** of people that is named. Spans may overlap.

Then say who **holds** which right and who **owes** which duty: choose the relation, press on the group, and drag to the right or the duty. Of a right you may say how the text grants it: as a right, a freedom, or a prohibition.

In the text with two versions, say which one is **plainer**, and why if you like. Two that are equally good or bad are an answer too.

## When something is wrong

Skip a task you do not understand, cannot do, or do not want to do, and say why in a word. Skipping costs you nothing. If something should have carried a warning and did not, flag it: it is hidden at once.
`;

/** Head, shoulders, hands, hips and feet, as they stand in a frame around a person. */
const PERSON: SkeletonTemplate = {
  points: [
    { name: 'head', x: 0.5, y: 0.05 },
    { name: 'left shoulder', x: 0.3, y: 0.25 },
    { name: 'right shoulder', x: 0.7, y: 0.25 },
    { name: 'left hand', x: 0.1, y: 0.5 },
    { name: 'right hand', x: 0.9, y: 0.5 },
    { name: 'left hip', x: 0.38, y: 0.55 },
    { name: 'right hip', x: 0.62, y: 0.55 },
    { name: 'left foot', x: 0.35, y: 1 },
    { name: 'right foot', x: 0.65, y: 1 },
  ],
  edges: [
    [0, 1],
    [0, 2],
    [1, 2],
    [1, 3],
    [2, 4],
    [1, 5],
    [2, 6],
    [5, 6],
    [5, 7],
    [6, 8],
  ],
};

/** The sample's terms: honest ones, so that the figures shown beside them mean something. */
function sampleTerms(id: string, createdAt: number): Project {
  return {
    id,
    name: 'Sample project',
    instructions: INSTRUCTIONS,
    createdAt,
    labelSets: [
      {
        medium: 'image',
        classes: [
          {
            id: 'person',
            name: 'Person',
            colour: 0,
            kinds: ['box', 'skeleton'],
            skeleton: PERSON,
            attributes: [
              { id: 'posture', name: 'Posture', type: 'choice', choices: ['standing', 'sitting', 'lying', 'moving'] },
            ],
          },
          { id: 'animal', name: 'Animal', colour: 1, kinds: ['box', 'polygon', 'mask'] },
          {
            id: 'vehicle',
            name: 'Boat or vehicle',
            colour: 2,
            kinds: ['box', 'rotated-box', 'polygon'],
            attributes: [
              { id: 'under-way', name: 'Under way', type: 'flag' },
              { id: 'masts', name: 'Masts', type: 'number', min: 0, max: 8 },
            ],
          },
          { id: 'building', name: 'Building', colour: 3, kinds: ['box', 'polygon', 'polyline'] },
          { id: 'plant', name: 'Plant', colour: 4, kinds: ['box', 'mask', 'ellipse', 'point'] },
          {
            id: 'aboard',
            name: 'is aboard',
            colour: 8,
            kinds: ['relation'],
            relation: { from: ['person', 'animal'], to: ['vehicle'] },
          },
          { id: 'from-above', name: 'Seen from above', colour: 6, kinds: ['tag'] },
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
            attributes: [
              { id: 'said-as', name: 'Said as', type: 'choice', choices: ['right', 'freedom', 'prohibition'] },
            ],
          },
          { id: 'duty', name: 'Duty', colour: 1, kinds: ['span'] },
          { id: 'group', name: 'Group of people', colour: 2, kinds: ['span'] },
          { id: 'holds', name: 'holds', colour: 0, kinds: ['relation'], relation: { from: ['group'], to: ['right'] } },
          { id: 'owes', name: 'owes', colour: 8, kinds: ['relation'], relation: { from: ['group'], to: ['duty'] } },
          comparisonClass,
        ],
        shuffleAnswers: true,
      },
    ],
    terms: {
      currency: 'USD',
      perTaskMinor: { image: 35, text: 300 },
      floorPerHourMinor: 1500,
      taskEstimateMs: { image: 75_000, text: 720_000 },
      paidActivities: ['onboarding', 'task', 'rework', 'search', 'queue', 'blocked'],
      breaksPaid: true,
      dueDays: 7,
      rejectionRule:
        'A label may be refused only if it breaks the instructions, with the reason in writing. You may answer, and refused work is shown with its time.',
    },
  };
}
