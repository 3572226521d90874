import { z } from 'zod';
import type { KindName } from '../annotation/annotation.ts';
import type { FlagCategory } from '../content/flag.ts';
import type { JsonFault } from '../dataset/strict-json.ts';
import type { KeyWeakness } from '../manifest/encoding/weak-key.ts';
import type { Role } from '../manifest/statements/fields.ts';
import type { Medium } from '../project/label-set.ts';
import { en } from './locales/en.ts';
import type { Say } from './say.ts';

/** What is wrong with a field of a record, whatever the schema calls it. */
export type FieldProblem = 'small' | 'large' | 'form' | 'value' | 'unknown' | 'other';

/** What an annotation says besides its place and class. */
export type AnnotationDetail = 'attributes' | 'group' | 'marks';

/** Details that are codes themselves: each has words of its own, under the key below. All others are said as they are. */
interface CodedDetails {
  readonly kind: KindName;
  readonly medium: Medium;
  readonly category: FlagCategory;
  readonly fault: JsonFault;
  readonly problem: FieldProblem;
  readonly role: Role;
  readonly weakness: KeyWeakness;
  readonly part: AnnotationDetail;
}

const wordsOfCodes = {
  kind: 'kind',
  medium: 'finding.medium',
  category: 'flag.category',
  fault: 'finding.fault',
  problem: 'finding.problem',
  role: 'finding.role',
  weakness: 'finding.weakness',
  part: 'finding.part',
} as const satisfies Record<keyof CodedDetails, string>;

type Texts = (typeof en)['messages']['finding'];

/** Where a reason comes from: reading a dataset, writing one, verifying; and what a claim rests on. */
export type ReasonGroup = 'read' | 'loss' | 'verified' | 'basis';

/** The reasons of a group are the keys of its English messages: a new reason is a message, which every language is then asked for. */
export type ReasonOf<Group extends ReasonGroup> = keyof Texts[Group] & string;

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What a reason must bring along: a value for each `{{name}}` in its message. */
export type DetailsOf<Group extends ReasonGroup, Reason extends ReasonOf<Group>> = {
  readonly [Name in NamesIn<Texts[Group][Reason]>]: Name extends keyof CodedDetails
    ? CodedDetails[Name]
    : string | number;
};

/** Why something was found, as a code and its values; `sayReason` makes words of it in any language. */
export type Because<Group extends ReasonGroup> = {
  [Reason in ReasonOf<Group>]: { readonly reason: Reason; readonly details: DetailsOf<Group, Reason> };
}[ReasonOf<Group>];

/** Left out where the message of the reason has no place for a value. */
export type DetailsArgument<Group extends ReasonGroup, Reason extends ReasonOf<Group>> = [
  NamesIn<Texts[Group][Reason]>,
] extends [never]
  ? []
  : [details: DetailsOf<Group, Reason>];

/** A reason with its values; the compiler asks for exactly those of its message. */
export function because<Group extends ReasonGroup, Reason extends ReasonOf<Group>>(
  _group: Group,
  reason: Reason,
  ...[details]: DetailsArgument<Group, Reason>
): Because<Group> {
  // One of the union by its own parameters, which the compiler does not see through.
  return { reason, details: details ?? {} } as unknown as Because<Group>;
}

/** Parses what `because` made, after it crossed the bridge. */
export function becauseShape<Group extends ReasonGroup>(group: Group) {
  return {
    reason: z.enum(Object.keys(en.messages.finding[group]) as [ReasonOf<Group>, ...ReasonOf<Group>[]]),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  };
}

/** The words for a reason in the language of `say`. */
export function sayReason<Group extends ReasonGroup>(
  say: Say,
  group: Group,
  { reason, details }: Because<Group>,
): string {
  const values = Object.entries<string | number>(details).map(([name, value]) => {
    const words = wordsOfCodes[name as keyof CodedDetails] as string | undefined;
    return [name, words === undefined ? value : say(`${words}.${value}` as Parameters<Say>[0])] as const;
  });
  return say(`finding.${group}.${reason}` as Parameters<Say>[0], Object.fromEntries(values));
}
