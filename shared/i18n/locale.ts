import type { en } from './locales/en.ts';

/** The plural forms of CLDR; each language has some of them, always `other`. */
export type PluralForms = Readonly<
  { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/** A message whose words depend on `{{count}}`. */
export interface Plural {
  readonly plural: PluralForms;
}

/** Marks a message as a plural, so that each language may bring the forms it has. */
export function plural(forms: PluralForms): Plural {
  return { plural: forms };
}

/** A group of messages, a message, or a plural. */
export interface MessageTree {
  readonly [key: string]: string | Plural | MessageTree;
}

/** The same keys as another language: texts stay texts, plurals stay plurals. */
type SameKeys<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string
    ? string
    : Tree[Key] extends Plural
      ? Plural
      : SameKeys<Tree[Key]>;
};

/** All messages of the interface; English is the source of the keys. */
export type Messages = SameKeys<(typeof en)['messages']>;

/** One language of the interface. */
export interface Locale {
  /** BCP 47 tag. */
  readonly tag: string;
  /** The language's name in itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Messages;
}

type KeysOf<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string | Plural
    ? `${Prefix}${Key}`
    : KeysOf<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** Every message by its dotted path, e.g. `home.title`. */
export type MessageKey = KeysOf<Messages>;

/** True for a plural rather than a group of messages. */
export function isPlural(node: string | Plural | MessageTree): node is Plural {
  return typeof node === 'object' && 'plural' in node && typeof node.plural === 'object' && 'other' in node.plural;
}
