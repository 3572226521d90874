import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, writeAmount } from '../../../renderer/ui/amount.ts';
import { jsonLines } from '../../../renderer/screens/export/json-lines.ts';
import { blockersOf, type HandOver } from '../../../renderer/screens/export/readiness.ts';

const complete: HandOver = { accepted: 1, keys: 'ready', preview: 'ready', sentMinor: 72, formats: 1 };

describe('what stands in the way of signing', () => {
  test('nothing, when every step is done', () => {
    expect(blockersOf(complete)).toEqual([]);
  });

  test.each([
    ['no work is accepted', { accepted: 0 }, ['accepted']],
    ['there are no keys', { keys: 'missing' }, ['keys']],
    ['the keys are locked', { keys: 'locked' }, ['keys']],
    ['both are missing', { accepted: 0, keys: 'missing', formats: 0 }, ['accepted', 'keys']],
    ['the preview is being made', { preview: 'loading' }, ['loading']],
    ['the preview was refused', { preview: 'refused' }, ['preview']],
    ['the amount is none', { sentMinor: null }, ['amount']],
    ['no format is chosen', { formats: 0, sentMinor: null }, ['amount', 'formats']],
    ['nothing is known yet', { accepted: null, keys: null }, ['loading']],
  ] as const)('when %s', (_, wrong, blockers) => {
    expect(blockersOf({ ...complete, ...wrong })).toEqual(blockers);
  });

  test('nothing sent is an amount too', () => {
    expect(blockersOf({ ...complete, sentMinor: 0 })).toEqual([]);
  });
});

describe('amounts', () => {
  test.each([
    ['4.35', 435],
    ['4,35', 435],
    ['4,3', 430],
    ['4', 400],
    ['0', 0],
    [' 1 234,50 ', 123_450],
    ['', null],
    ['-4', null],
    ['1,234.50', null],
    ['4.355', null],
    ['4.', null],
    ['vier', null],
    ['1e3', null],
    ['9999999999', null],
  ])('%j is %j', (typed, minor) => {
    expect(parseAmount(typed)).toBe(minor);
  });

  test.each(['en', 'fr'])('what is written in %s is read back', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (minor) => {
        expect(parseAmount(writeAmount(minor, language))).toBe(minor);
      }),
    );
  });
});

describe('the lines of a statement', () => {
  test('are cut at every level, and strings stay whole', () => {
    expect(jsonLines('{"a":[1,{"b":"}, \\"["}],"c":[],"d":{}}')).toEqual([
      { depth: 0, text: '{' },
      { depth: 1, text: '"a":[' },
      { depth: 2, text: '1,' },
      { depth: 2, text: '{' },
      { depth: 3, text: '"b":"}, \\"["' },
      { depth: 2, text: '}' },
      { depth: 1, text: '],' },
      { depth: 1, text: '"c":[],' },
      { depth: 1, text: '"d":{}' },
      { depth: 0, text: '}' },
    ]);
  });

  test('put together they are the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(
          jsonLines(text)
            .map((line) => line.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
