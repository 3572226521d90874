import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../shared/core/error-codes.ts';
import type { ErrorDetails } from '../../shared/core/errors.ts';
import { allLocales, type LanguageTag, localeOf } from '../../shared/i18n/languages.ts';
import type { MessageKey } from '../../shared/i18n/locale.ts';
import type { Say } from '../../shared/i18n/say.ts';
import { toResources } from '../../shared/i18n/resources.ts';
import { type Format, makeFormat } from '../ui/format.ts';

/** Prepares all languages; they are small and come with the app. */
export async function startMessages(language: LanguageTag): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: Object.fromEntries(allLocales.map(({ tag, messages }) => [tag, { translation: toResources(messages) }])),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Changes the language of the interface and of the document. */
export async function changeLanguage(language: LanguageTag): Promise<void> {
  const locale = localeOf(language);
  document.documentElement.lang = locale.tag;
  document.documentElement.dir = locale.direction;
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

const formats = new Map<string, Format>();

/** One for all components: every row of a list would make its own `Intl` objects else, a millisecond each. */
function formatOf(language: string): Format {
  const known = formats.get(language);
  if (known) return known;
  const made = makeFormat(language);
  formats.set(language, made);
  return made;
}

interface Messages {
  readonly say: Say;
  readonly format: Format;
  readonly language: string;
}

const messages = new Map<string, Messages>();

/** One for all components too. Words without values are looked up once: a workspace says some hundred of them. */
function messagesOf(language: string): Messages {
  const known = messages.get(language);
  if (known) return known;
  const t = i18next.getFixedT(language);
  const said = new Map<MessageKey, string>();
  const say: Say = (key, values) => {
    if (values) return t(key, values);
    const words = said.get(key) ?? t(key);
    said.set(key, words);
    return words;
  };
  const made = { say, format: formatOf(language), language };
  messages.set(language, made);
  return made;
}

/** The words and number formats of the present language. */
export function useMessages(): Messages {
  // for its news: components say everything anew when the language changes
  const { i18n } = useTranslation();
  return messagesOf(i18n.language);
}

/** What a refusal says to a person. */
export function sayRefusal(say: Say, refusal: { readonly code: ErrorCode; readonly details: ErrorDetails }): string {
  return say(`error.${refusal.code}`, refusal.details);
}
