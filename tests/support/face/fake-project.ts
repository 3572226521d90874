import type { FlagSummary, ProjectView } from '../../../shared/ipc/views.ts';
import type { TaskState } from '../../../shared/project/task.ts';
import texts from 'virtual:fake-texts';

export interface FakeItem {
  readonly id: string;
  readonly medium: 'image' | 'text';
  readonly title: string;
  readonly note: string;
  readonly url: string;
  readonly hiddenUrl: string;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly language: string | null;
  readonly direction: 'ltr' | 'rtl';
  flags: FlagSummary | null;
  readonly state: TaskState;
}

const pictures = [
  ['nagasaki-boats', 'Boats at Nagasaki', 1024, 794],
  ['locomotion-house-cat', 'A house cat in motion', 1024, 776],
  ['airplane-from-above', 'Airplane from above', 1024, 768],
  ['dust-bowl-home', 'A home in the Dust Bowl', 1024, 732],
  ['march-pastoral', 'March pastoral', 1024, 702],
  ['french-alpine-landscape', 'Alpine landscape, France', 1024, 768],
] as const;

const blank = { note: '', url: '', hiddenUrl: '', width: 1, height: 1, text: '', flags: null };

export const fakeItems: FakeItem[] = [
  ...pictures.map(([name, title, width, height], index): FakeItem => ({
    ...blank,
    id: `image-${name}`,
    medium: 'image',
    title,
    url: `./media/${name}.jpg`,
    hiddenUrl: `./media/${name}.hidden.jpg`,
    width,
    height,
    language: null,
    direction: 'ltr',
    note: index === 3 ? 'A harmless stand-in: this photograph shows a house.' : '',
    flags: index === 3 ? { categories: ['violence'], severity: 2, shareBp: 10_000, origins: ['requester'] } : null,
    state: index === 0 ? 'open' : index === 4 ? 'submitted' : index === 5 ? 'skipped' : 'open',
  })),
  ...texts.map(({ language, direction, title, text }): FakeItem => ({
    ...blank,
    id: `text-${language}`,
    medium: 'text',
    title,
    text,
    language,
    direction,
    flags:
      language === 'mg' ? { categories: ['hate', 'abuse'], severity: 3, shareBp: 1250, origins: ['detector'] } : null,
    state: language === 'sw' ? 'submitted' : 'open',
  })),
];

const box = ['box'];
const span = ['span'];

export const fakeProject: ProjectView = {
  id: 'project-1',
  name: 'Old photographs and human rights',
  path: '/home/w/Fairmark/sample-project',
  instructions: [
    '# What to label',
    '',
    'Draw a box around each **person**, *vehicle*, animal, building and plant that you can tell apart.',
    '',
    '## In texts',
    '',
    '1. Mark what someone has a right to.',
    '2. Mark who has it.',
    '3. Leave out `articles` and punctuation at the ends.',
    '',
    '- If you are not sure, choose the nearest class.',
    '- If an item is broken or unclear, skip it and say why. It costs nothing.',
    '',
    '> Take the time you need. Reading is work, and it counts.',
    '',
    'More at https://example.org/guide.',
  ].join('\n'),
  labelSets: [
    {
      medium: 'image',
      classes: [
        { id: 'person', name: 'Person', colour: 0, kinds: box },
        { id: 'vehicle', name: 'Vehicle', colour: 1, kinds: box },
        { id: 'animal', name: 'Animal', colour: 2, kinds: box },
        { id: 'building', name: 'Building', colour: 3, kinds: box },
        { id: 'plant', name: 'Plant', colour: 4, kinds: box },
        { id: 'other', name: 'Something else', colour: 7, kinds: box },
      ],
    },
    {
      medium: 'text',
      classes: [
        { id: 'right', name: 'Right', colour: 0, kinds: span },
        { id: 'duty', name: 'Duty', colour: 4, kinds: span },
        { id: 'actor', name: 'Who', colour: 2, kinds: span },
        { id: 'limit', name: 'Limit', colour: 1, kinds: span },
      ],
    },
  ],
  terms: {
    currency: 'USD',
    perTaskMinor: { image: 12, text: 60 },
    floorPerHourMinor: 1500,
    taskEstimateMs: { image: 45_000, text: 240_000 },
    paidActivities: ['search', 'queue', 'onboarding', 'task', 'rework'],
    breaksPaid: true,
    dueDays: 7,
    rejectionRule:
      'Work may be refused only if most boxes miss their object; each refusal names the box and the reason.',
  },
  counts: { tasks: 14, open: 10, submitted: 2, skipped: 1 },
  termsAcceptedAt: null,
};
