import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonLimits, parseStrictJson } from '../../../shared/dataset/strict-json.ts';

const limits: JsonLimits = { characters: 1000, depth: 4, values: 50, numbers: 'integers' };
const faultOf = (text: string, more: Partial<JsonLimits> = {}): string => {
  const result = parseStrictJson(text, { ...limits, ...more });
  return result.ok ? 'fine' : result.fault;
};

test('what JSON.parse reads without loss is read the same', () => {
  const wide: JsonLimits = { characters: 1e6, depth: 50, values: 1e5, numbers: 'finite' };
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      fc.pre(text.isWellFormed() && !/"(__proto__|constructor|prototype)"/.test(text));
      expect(parseStrictJson(text, wide)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test('nothing that JSON.parse refuses is read', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'{}[]",:\\ tfn-01.eE+u\n'), { maxLength: 12 }), (characters) => {
      const text = characters.join('');
      const result = parseStrictJson(text, { ...limits, numbers: 'finite' });
      if (result.ok) expect(result.value).toEqual(JSON.parse(text));
    }),
    { numRuns: 2000 },
  );
});

describe('what JSON.parse swallows is refused', () => {
  test.each([
    ['a duplicate key', '{"a":1,"a":2}', 'duplicate-key'],
    ['a duplicate key in another spelling', '{"a":1,"\\u0061":2}', 'duplicate-key'],
    ['a duplicate key further in', '[{"b":{"a":1,"c":2,"a":1}}]', 'duplicate-key'],
    ['__proto__', '{"__proto__":{}}', 'reserved-key'],
    ['constructor', '{"constructor":1}', 'reserved-key'],
    ['a lone surrogate', '"\\ud800"', 'surrogate'],
    ['a lone surrogate in a key', '{"\\udfff":1}', 'surrogate'],
    ['a fraction', '[0.5]', 'number'],
    ['an integer written as a fraction', '[1.0]', 'number'],
    ['an exponent', '[1e3]', 'number'],
    ['2^53', '[9007199254740992]', 'number'],
    ['-2^53', '[-9007199254740992]', 'number'],
  ])('%s', (_name, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  test('the largest safe integer is read', () => expect(faultOf('[9007199254740991,-9007199254740991]')).toBe('fine'));

  test('1e999, which JSON.parse reads as infinity, is refused among finite numbers too', () => {
    expect(faultOf('[1e999]', { numbers: 'finite' })).toBe('number');
    expect(faultOf('[1.5e3]', { numbers: 'finite' })).toBe('fine');
  });
});

describe('over the limits', () => {
  test('nothing is read of a text that is too long', () => expect(faultOf(' '.repeat(1001))).toBe('limit'));
  test('depth', () => {
    expect(faultOf('[[[[1]]]]')).toBe('fine');
    expect(faultOf('[[[[[1]]]]]')).toBe('limit');
  });
  test('a million brackets do not exhaust the stack', () => {
    expect(faultOf('['.repeat(1_000_000), { characters: 1e7 })).toBe('limit');
  });
  test('count', () => {
    expect(faultOf(`[${'1,'.repeat(48)}1]`)).toBe('fine');
    expect(faultOf(`[${'1,'.repeat(49)}1]`)).toBe('limit');
  });
});

describe('broken text', () => {
  test.each([
    '',
    ' ',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "'a'",
    '01',
    '1 2',
    '"\n"',
    '"\\x"',
    'nul',
    'true1',
    '\ufeff1',
  ])('%j', (text) => expect(faultOf(text)).toBe('syntax'));
});
