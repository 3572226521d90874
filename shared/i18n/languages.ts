import { z } from 'zod';

/** Languages of the interface. A language is a file in `locales/` and its tag here. */
export const languageTagSchema = z.enum(['en', 'fr']);
export type LanguageTag = z.infer<typeof languageTagSchema>;
