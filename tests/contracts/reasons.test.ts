import { describe, expect, test } from 'vitest';
import { allKinds } from '../../shared/annotation/annotation.ts';
import { allLocales } from '../../shared/i18n/languages.ts';
import { type Because, because, type ReasonGroup, sayReason } from '../../shared/i18n/reason.ts';
import { en } from '../../shared/i18n/locales/en.ts';
import { sayIn } from '../../shared/i18n/say.ts';

const groups = ['read', 'loss', 'verified', 'basis'] as const satisfies readonly ReasonGroup[];

/** A value for every name that a message of a reason may hold. */
const example: Readonly<Record<string, string | number>> = {
  kind: 'polygon',
  medium: 'text',
  category: 'gore',
  fault: 'duplicate-key',
  problem: 'large',
  role: 'worker',
  weakness: 'length',
  part: 'marks',
};

type AnyReason = { readonly reason: string; readonly details: Readonly<Record<string, string | number>> };

function reasonsOf(group: ReasonGroup): readonly AnyReason[] {
  return Object.entries<string>(en.messages.finding[group]).map(([reason, text]) => {
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
    return { reason, details: Object.fromEntries(names.map((name) => [name, example[name] ?? `<${name}>`])) };
  });
}

describe.each(allLocales.map((locale) => ({ ...locale })))('$name', (locale) => {
  const say = sayIn(locale);

  test.each(groups)('has words for every reason of “%s”, with all of its details', (group) => {
    const reasons = reasonsOf(group);
    expect(reasons.length).toBeGreaterThan(10);
    for (const why of reasons) {
      const words = sayReason(say, group, why as unknown as Because<typeof group>);
      expect(words).not.toMatch(/\{\{|finding\.|undefined/);
      for (const [name, value] of Object.entries(why.details)) {
        // a code is said in words, everything else as it is
        if (example[name] === undefined) expect(words).toContain(String(value));
      }
    }
  });

  test('has words for every kind that a format may not hold', () => {
    for (const { name: kind } of allKinds) {
      expect(sayReason(say, 'loss', because('loss', 'kindNotHeld', { kind }))).not.toContain('kind.');
    }
  });
});

test('no finding and no loss is a sentence of one language', () => {
  const english = sayIn(en);
  const french = allLocales.find(({ tag }) => tag === 'fr');
  const why = because('read', 'categoryUnknown', { said: '"blood"', category: 'disturbing-other' });
  expect(JSON.stringify(why)).toBe(
    '{"reason":"categoryUnknown","details":{"said":"\\"blood\\"","category":"disturbing-other"}}',
  );
  expect(sayReason(english, 'read', why)).toBe('category: "blood" is not known; counts as “something disturbing”');
  expect(french && sayReason(sayIn(french), 'read', why)).toMatch(/^catégorie\u00a0: "blood" est inconnue/);
});
