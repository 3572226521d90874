import { expect, test } from 'vitest';
import { startRefusalOf } from '../../../electron/services/start-refusal.ts';
import { errorCodes } from '../../../shared/core/error-codes.ts';
import { allLocales } from '../../../shared/i18n/languages.ts';

const folder = '/home/worker/.config/$& Fairmark';

test.each(allLocales)('in $name every reason is told in words, never by its code, with the folder', ({ messages }) => {
  const texts = errorCodes.map((code) => {
    const { title, text } = startRefusalOf(messages, code, folder);
    expect(title).toBe(messages.start.title);
    expect(text).toContain(folder);
    expect(text).not.toMatch(/\{\{|[A-Z]_[A-Z]/);
    return text;
  });
  // six reasons of their own, and one for bugs
  expect(new Set(texts).size).toBe(7);
});
