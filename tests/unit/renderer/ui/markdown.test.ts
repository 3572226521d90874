import { describe, expect, test } from 'vitest';
import { parseInlines, parseMarkdown } from '../../../../renderer/ui/markdown.ts';

describe('instructions', () => {
  test('have headings, paragraphs, lists, quotes, code and rules', () => {
    const source = '# One\n\nwords\nmore words\n\n- a\n- b\n\n1. c\n\n> said\n\n```\n<x>\n```\n\n---\n';
    expect(parseMarkdown(source).map((block) => block.of)).toEqual([
      'heading',
      'paragraph',
      'list',
      'list',
      'quote',
      'code',
      'rule',
    ]);
  });

  test('join the lines of a paragraph and of a quote', () => {
    expect(parseMarkdown('a\nb')).toEqual([{ of: 'paragraph', inlines: [{ of: 'text', text: 'a b' }] }]);
    expect(parseMarkdown('> a\n> b')).toEqual([{ of: 'quote', inlines: [{ of: 'text', text: 'a b' }] }]);
  });

  test('tell numbered lists from others', () => {
    expect(parseMarkdown('1. a\n2) b')).toMatchObject([{ of: 'list', ordered: true, items: [{}, {}] }]);
    expect(parseMarkdown('* a')).toMatchObject([{ of: 'list', ordered: false }]);
  });

  test('mark words', () => {
    expect(parseInlines('a **b** *c* `d`').filter(({ of }) => of !== 'text')).toEqual([
      { of: 'strong', text: 'b' },
      { of: 'em', text: 'c' },
      { of: 'code', text: 'd' },
    ]);
  });

  test('keep HTML as text and addresses as words: nothing can be run, fetched or followed', () => {
    expect(parseInlines('<script>x</script>')).toEqual([{ of: 'text', text: '<script>x</script>' }]);
    expect(parseInlines('![a cat](https://x.org/cat.png)')).toEqual([
      { of: 'image', text: 'a cat', address: 'https://x.org/cat.png' },
    ]);
    expect(parseInlines('[see](javascript:alert(1))')[0]).toMatchObject({ of: 'link', text: 'see' });
  });

  test('never fail, and end', () => {
    for (const source of ['', '\n\n', '```', '#', '- ', '> ', '***', '[a](', '`', '# \r\n- x\r\n', '1.']) {
      expect(Array.isArray(parseMarkdown(source))).toBe(true);
    }
  });
});
