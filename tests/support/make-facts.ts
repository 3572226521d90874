import type { Annotation } from '../../shared/annotation/annotation.ts';
import type { Flag } from '../../shared/content/flag.ts';
import type { Project } from '../../shared/project/project.ts';
import type { NewItem } from '../../electron/services/project/create-project.ts';
import { makePng } from './make-png.ts';

export const violence: Flag = {
  category: 'violence',
  severity: 2,
  origin: 'requester',
  confidence: 1,
  extent: { of: 'item' },
};

/** A project whose every part but the given ones is unremarkable. */
export function makeProjectFacts(given: Partial<Project> = {}): Project {
  return {
    id: 'project-1',
    name: 'Test project',
    instructions: 'Label **everything**.',
    createdAt: 1_700_000_000_000,
    labelSets: [
      {
        medium: 'image',
        classes: [
          { id: 'cat', name: 'Cat', colour: 0, kinds: ['box'] },
          { id: 'dog', name: 'Dog', colour: 1, kinds: ['box'] },
        ],
      },
      { medium: 'text', classes: [{ id: 'right', name: 'Right', colour: 2, kinds: ['span'] }] },
    ],
    terms: {
      currency: 'USD',
      perTaskMinor: { image: 35, text: 90 },
      floorPerHourMinor: 1500,
      taskEstimateMs: { image: 60_000, text: 120_000 },
      paidActivities: ['task', 'rework'],
      breaksPaid: true,
      dueDays: 7,
      rejectionRule: 'Only with a reason.',
    },
    ...given,
  };
}

export function makeImageItem(id: string, given: Partial<NewItem> = {}): NewItem {
  return {
    id,
    title: `Image ${id}`,
    path: `data/images/${id}.png`,
    bytes: makePng(64, 48),
    medium: 'image',
    language: null,
    direction: 'ltr',
    note: '',
    flags: [],
    ...given,
  };
}

export function makeTextItem(id: string, text: string, given: Partial<NewItem> = {}): NewItem {
  return {
    ...makeImageItem(id),
    title: `Text ${id}`,
    path: `data/texts/${id}.txt`,
    bytes: new TextEncoder().encode(text),
    medium: 'text',
    language: 'en',
    ...given,
  };
}

export function makeBox(id: string, given: Partial<Annotation> = {}): Annotation {
  return {
    id,
    classId: 'cat',
    origin: 'hand',
    order: 0,
    shape: { kind: 'box', x: 4, y: 5, width: 20, height: 10 },
    ...given,
  };
}

export function makeSpan(
  id: string,
  range: { readonly start: number; readonly end: number; readonly text: string },
  given: Partial<Annotation> = {},
): Annotation {
  return makeBox(id, { classId: 'right', shape: { kind: 'span', ...range }, ...given });
}
