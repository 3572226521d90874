import { z } from 'zod';
import { BugError } from '../core/errors.ts';
import type { Locale } from './locale.ts';
import * as locales from './locales/all.ts';

type Locales = typeof locales;
export type LanguageTag = Locales[keyof Locales]['tag'];

/** All languages of the interface in the order of their tags. A language is a file in `locales/` and a line in `all.ts`. */
export const allLocales: readonly (Locale & { readonly tag: LanguageTag })[] = Object.values(locales).toSorted(
  (a, b) => (a.tag < b.tag ? -1 : 1),
);

/** Parses the tag of a language that the interface has. */
export const languageTagSchema = z.enum(allLocales.map(({ tag }) => tag));

/** The language with this tag. */
export function localeOf(tag: LanguageTag): Locale {
  const locale = allLocales.find((candidate) => candidate.tag === tag);
  if (!locale) throw new BugError(`No language ${tag}`);
  return locale;
}
