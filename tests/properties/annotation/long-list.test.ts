import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotationSchema } from '../../../shared/annotation/annotation.ts';
import { suggestionSchema } from '../../../shared/annotation/suggestion.ts';
import { checkOf, longList } from '../../../shared/core/long-list.ts';
import { exampleShapes } from '../../support/example-shapes.ts';
import { makeBox } from '../../support/make-facts.ts';

const plain = Object.values(exampleShapes)
  .flat()
  .flatMap((shape) => [
    makeBox('a-1', { shape }),
    makeBox('a-2', { shape, attributes: { coat: 'plain', age: 4.5, wet: true }, group: 'g-1', marks: ['crowd'] }),
  ]);
const check = checkOf(annotationSchema);

test.each(plain)('what fits is known to fit without the schema: %j', (one) => {
  expect(annotationSchema.safeParse(one).success).toBe(true);
  expect(check(one)).toBe(true);
});

const odd = [
  undefined,
  null,
  '',
  'A b',
  'x'.repeat(65),
  0,
  -1,
  1.5,
  -0,
  1e7,
  1e7 + 1,
  2e7,
  NaN,
  Infinity,
  2 ** 60,
  true,
  [],
  [[]],
  {},
];
const sparse: unknown[] = [];
sparse.length = 3;

/** One place of the value, however deep, is another value, gone, or has one more key. Lists have no keys of their own. */
const spoiled = fc
  .tuple(
    fc.constantFrom(...plain),
    fc.infiniteStream(fc.nat(20)),
    fc.constantFrom(...odd, sparse),
    fc.constantFrom('replace', 'remove', 'add'),
  )
  .map(([one, steps, value, how]) => {
    const whole = { one: structuredClone(one) as unknown };
    let host: Record<string, unknown> = whole;
    let key = 'one';
    for (const step of steps) {
      const inner = host[key];
      if (typeof inner !== 'object' || inner === null || step === 0) break;
      const keys = Object.keys(inner);
      if (keys.length === 0) break;
      host = inner as Record<string, unknown>;
      key = keys[step % keys.length] as string;
    }
    if (how === 'remove') delete host[key];
    else if (how === 'replace') host[key] = value;
    else if (typeof host[key] === 'object' && host[key] !== null && !Array.isArray(host[key])) {
      Object.defineProperty(host[key], '__proto__', { value, enumerable: true, configurable: true });
    } else if (!Array.isArray(host)) host['more'] = value;
    return whole.one;
  });

test('nothing is taken that the schema refuses or changes, and the list says what the schema says', () => {
  const list = longList(annotationSchema);
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(spoiled, (value) => {
      const asked = annotationSchema.safeParse(value);
      if (check(value)) expect(asked.success && asked.data).toEqual(value);
      const listed = list.safeParse([plain[0], value]);
      expect(listed.success).toBe(asked.success);
      if (asked.success) taken += 1;
      else refused += 1;
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(100);
});

test('what fits is not copied, a list that is none is refused', () => {
  expect(longList(annotationSchema).parse(plain)).toBe(plain);
  for (const none of [null, {}, 'list', sparse]) expect(longList(annotationSchema).safeParse(none).success).toBe(false);
  const suggestion = { id: 's-1', classId: 'cat', shape: exampleShapes.box[0], score: 0.5, source: 'model' };
  expect(longList(suggestionSchema).safeParse([suggestion]).success).toBe(
    suggestionSchema.safeParse(suggestion).success,
  );
});
