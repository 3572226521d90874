import type { Locale, MessageKey, MessageTree } from './locale.ts';
import { isPlural } from './locale.ts';
import { en } from './locales/en.ts';

/** Says a message in a language, with the facts that it names. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** Says messages where there is no window. Numbers are written as they are. */
export function sayIn({ tag, messages }: Pick<Locale, 'tag' | 'messages'>): Say {
  const rules = new Intl.PluralRules(tag);
  return (key, values = {}) => {
    const found = key
      .split('.')
      .reduce<MessageTree[string] | undefined>(
        (tree, name) => (typeof tree === 'object' && !isPlural(tree) ? tree[name] : undefined),
        messages,
      );
    const text =
      typeof found === 'object' && isPlural(found)
        ? (found.plural[rules.select(Number(values['count']))] ?? found.plural.other)
        : found;
    if (typeof text !== 'string') return key;
    return text.replace(/\{\{\s*(\w+)[^}]*\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
  };
}

/** What the command line and the published files speak. */
export const sayEnglish: Say = sayIn(en);
