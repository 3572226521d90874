import type { KindName } from '../../../../shared/annotation/annotation.ts';
import type { FolderSurveyView } from '../../../../shared/ipc/views.ts';
import type { Medium } from '../../../../shared/project/label-set.ts';
import {
  classNamesOf,
  labelSetOf,
  type NewProject,
  simpleKinds,
  simpleTerms,
} from '../../../../shared/project/new-project.ts';
import { parseAmount } from '../../../ui/amount.ts';

/** What is labelled on the items of a medium: places on them, the whole item with one class or several, or nothing. */
export type Use = 'places' | 'class' | 'tag' | 'none';

/** What is said of the items of one medium, as it was typed. */
export interface MediumDraft {
  readonly use: Use;
  /** One a line. */
  readonly classes: string;
  /** Kinds of places. */
  readonly kinds: readonly KindName[];
  readonly pay: string;
  readonly minutes: string;
}

/** A project as far as it was typed. */
export interface Draft {
  readonly name: string;
  readonly instructions: string;
  readonly currency: string;
  readonly floor: string;
  readonly image: MediumDraft;
  readonly text: MediumDraft;
}

export const media = ['image', 'text'] as const satisfies readonly Medium[];

/** The fields that can be wrong, in the order in which they stand. */
export type Field = 'name' | 'media' | 'floor' | `${Medium}-${'classes' | 'kinds' | 'pay' | 'minutes'}`;

export type Fault = 'name' | 'media' | 'noClass' | 'longClass' | 'repeated' | 'noTool' | 'amount' | 'minutes';

/** What is wrong with a field; `named` is the class it is about. */
export interface FieldFault {
  readonly field: Field;
  readonly fault: Fault;
  readonly named?: string;
}

/** A first draft for what is in a folder. A few texts beside pictures are more likely notes or labels than texts to label. */
export function firstDraft({ name, images, texts }: FolderSurveyView): Draft {
  return {
    name,
    instructions: '',
    currency: 'USD',
    floor: '0',
    image: { use: images > 0 ? 'places' : 'none', classes: '', kinds: simpleKinds('image'), pay: '0', minutes: '1' },
    text: {
      use: texts > 0 && images === 0 ? 'places' : 'none',
      classes: '',
      kinds: simpleKinds('text'),
      pay: '0',
      minutes: '2',
    },
  };
}

/** The project that a draft says, or all that is wrong with it. */
export function projectOf(draft: Draft): {
  readonly project: NewProject | null;
  readonly faults: readonly FieldFault[];
} {
  const faults: FieldFault[] = [];
  const used = media.filter((medium) => draft[medium].use !== 'none');
  if (draft.name.trim() === '') faults.push({ field: 'name', fault: 'name' });
  if (used.length === 0) faults.push({ field: 'media', fault: 'media' });
  const labelSets = used.map((medium) => {
    const { use, classes, kinds } = draft[medium];
    const { names, repeated } = classNamesOf(classes);
    const long = names.find((name) => name.length > 200);
    if (names.length === 0) faults.push({ field: `${medium}-classes`, fault: 'noClass' });
    else if (repeated !== null) faults.push({ field: `${medium}-classes`, fault: 'repeated', named: repeated });
    else if (long !== undefined) {
      faults.push({ field: `${medium}-classes`, fault: 'longClass', named: `${long.slice(0, 40)}…` });
    }
    if (use === 'places' && kinds.length === 0) faults.push({ field: `${medium}-kinds`, fault: 'noTool' });
    return labelSetOf(
      medium,
      names,
      use === 'places' ? inUsualOrder(medium, kinds) : [use === 'class' ? 'class' : 'tag'],
    );
  });
  const amount = (field: Field, typed: string): number => {
    const minor = parseAmount(typed.trim() === '' ? '0' : typed);
    if (minor === null) faults.push({ field, fault: 'amount' });
    return minor ?? 0;
  };
  const estimate = (medium: Medium): number => {
    const minutes = minutesOf(draft[medium].minutes);
    if (minutes === null && used.includes(medium)) faults.push({ field: `${medium}-minutes`, fault: 'minutes' });
    return Math.round((minutes ?? 1) * 60_000);
  };
  const payOf = (medium: Medium): number => (used.includes(medium) ? amount(`${medium}-pay`, draft[medium].pay) : 0);
  const terms = simpleTerms({
    currency: draft.currency,
    perTaskMinor: { image: payOf('image'), text: payOf('text') },
    taskEstimateMs: { image: estimate('image'), text: estimate('text') },
    floorPerHourMinor: amount('floor', draft.floor),
  });
  const project = { name: draft.name.trim(), instructions: draft.instructions, labelSets, terms };
  return { project: faults.length === 0 ? project : null, faults };
}

function inUsualOrder(medium: Medium, kinds: readonly KindName[]): readonly KindName[] {
  return simpleKinds(medium).filter((kind) => kinds.includes(kind));
}

/** More than none and at most a day; null when it is no such number. */
function minutesOf(typed: string): number | null {
  const minutes = Number(typed.trim().replace(',', '.'));
  return typed.trim() !== '' && minutes > 0 && minutes <= 24 * 60 ? minutes : null;
}
