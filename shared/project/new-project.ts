import { z } from 'zod';
import { allKinds, type KindName } from '../annotation/annotation.ts';
import { type LabelClass, type LabelSet, labelSetSchema, type Medium } from './label-set.ts';
import { type Terms, termsSchema } from './terms.ts';

/** What somebody says of a project that is to be made of their own files. The host gives it an id and its items. */
export const newProjectSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  instructions: z.string().max(100_000),
  labelSets: z.array(labelSetSchema).min(1).max(2),
  terms: termsSchema,
});
export type NewProject = z.infer<typeof newProjectSchema>;

/** Kinds that need nothing but a name of a class: no key points, no answers to compare. */
const withoutMore: readonly KindName[] = [
  'box',
  'polygon',
  'mask',
  'rotated-box',
  'ellipse',
  'polyline',
  'point',
  'span',
  'class',
  'tag',
];

/** The kinds that a class with no more than a name can have, the most usual first. */
export function simpleKinds(medium: Medium): readonly KindName[] {
  return withoutMore.filter((name) => allKinds.some((kind) => kind.name === name && kind.medium === medium));
}

/** Names of classes as they are typed, one a line: without the empty ones, and those that stand there twice. */
export function classNamesOf(lines: string): { readonly names: readonly string[]; readonly repeated: string | null } {
  const names = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { names, repeated: names.find((name, at) => names.indexOf(name) !== at) ?? null };
}

/** Colours beyond these stand for classes that nobody knows. */
const COLOURS = 11;

/** A label set of classes that all take the same kinds; the order of the names is that of the digit keys. */
export function labelSetOf(medium: Medium, names: readonly string[], kinds: readonly KindName[]): LabelSet {
  const ids = new Set<string>();
  const classes = names.map((name, index): LabelClass => {
    let id = idOf(name) || `class-${index + 1}`;
    while (ids.has(id)) id = `${id.slice(0, 56)}-${index + 1}`;
    ids.add(id);
    return { id, name, colour: index % COLOURS, kinds: [...kinds] };
  });
  return { medium, classes };
}

/** A name as an id: `Boat or vehicle` is `boat-or-vehicle`; empty for a name without Latin letters and digits. */
export function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
}

/** What a requester says of pay in a form; the rest of the terms follows from it. */
export interface SimplePay {
  readonly currency: string;
  readonly perTaskMinor: Terms['perTaskMinor'];
  readonly floorPerHourMinor: number;
  readonly taskEstimateMs: Terms['taskEstimateMs'];
}

/** Time that is topped up to the floor: all that the work itself asks for. */
const needed: Terms['paidActivities'] = ['onboarding', 'task', 'rework', 'search', 'queue', 'blocked'];

/** Terms of a project that somebody starts with. A floor covers all the time that the work asks for, breaks too. */
export function simpleTerms(pay: SimplePay): Terms {
  const hasFloor = pay.floorPerHourMinor > 0;
  return {
    ...pay,
    paidActivities: hasFloor ? needed : [],
    breaksPaid: hasFloor,
    dueDays: 7,
    rejectionRule: '',
  };
}
