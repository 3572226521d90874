import { describe, expect, it } from 'vitest';
import { type Draft, firstDraft, projectOf } from '../../../renderer/screens/home/new-project/draft.ts';
import { labelSetOf, newProjectSchema, simpleKinds } from '../../../shared/project/new-project.ts';

const survey = { id: 's', folder: '/f', name: 'Birds', images: 3, texts: 2, aside: 0, told: [] };
const first = firstDraft(survey);
const complete: Draft = { ...first, image: { ...first.image, classes: 'Boat\n\n Bird house \r\n鳥' } };

/** What is wrong with a draft. */
const faultsOf = (changed: Partial<Draft>) => projectOf({ ...complete, ...changed }).faults;

describe('the draft of a project', () => {
  it('labels the pictures where there are any, and else the texts', () => {
    expect([first.image.use, first.text.use]).toEqual(['places', 'none']);
    const texts = firstDraft({ ...survey, images: 0 });
    expect([texts.image.use, texts.text.use]).toEqual(['none', 'places']);
  });

  it('becomes a project that the main process takes, of classes one a line', () => {
    const { project, faults } = projectOf(complete);
    expect(faults).toEqual([]);
    expect(newProjectSchema.parse(project)).toEqual(project);
    expect(project?.labelSets).toEqual([labelSetOf('image', ['Boat', 'Bird house', '鳥'], simpleKinds('image'))]);
    expect(project?.labelSets[0]?.classes.map(({ id }) => id)).toEqual(['boat', 'bird-house', 'class-3']);
    expect(project?.terms).toMatchObject({
      perTaskMinor: { image: 0, text: 0 },
      paidActivities: [],
      breaksPaid: false,
    });
  });

  it('tops all time of the work up when it promises something for an hour', () => {
    const { project } = projectOf({ ...complete, floor: '15,50', image: { ...complete.image, pay: '0.35' } });
    expect(project?.terms).toMatchObject({ floorPerHourMinor: 1550, perTaskMinor: { image: 35 }, breaksPaid: true });
    expect(project?.terms.paidActivities).toContain('search');
  });

  it('asks for whole items without any tool', () => {
    const { project } = projectOf({ ...complete, image: { ...complete.image, use: 'class', kinds: [] } });
    expect(project?.labelSets[0]?.classes[0]?.kinds).toEqual(['class']);
  });

  it.each([
    [{ name: ' ' }, { field: 'name', fault: 'name' }],
    [{ image: { ...complete.image, use: 'none' as const } }, { field: 'media', fault: 'media' }],
    [{ image: { ...complete.image, classes: '\n ' } }, { field: 'image-classes', fault: 'noClass' }],
    [{ image: { ...complete.image, classes: 'A\nA' } }, { field: 'image-classes', fault: 'repeated', named: 'A' }],
    [{ image: { ...complete.image, kinds: [] } }, { field: 'image-kinds', fault: 'noTool' }],
    [{ image: { ...complete.image, pay: '-1' } }, { field: 'image-pay', fault: 'amount' }],
    [{ image: { ...complete.image, minutes: '0' } }, { field: 'image-minutes', fault: 'minutes' }],
    [{ floor: 'much' }, { field: 'floor', fault: 'amount' }],
  ])('says what is wrong: %o', (changed, fault) => expect(faultsOf(changed)).toEqual([fault]));

  it('gives names that are alike ids of their own', () => {
    const { classes } = labelSetOf('image', ['Ça va', 'Ça-va', 'ca va', '鳥', '鸟'], ['box']);
    expect(classes.map(({ id }) => id)).toEqual(['ca-va', 'ca-va-2', 'ca-va-3', 'class-4', 'class-5']);
  });
});
