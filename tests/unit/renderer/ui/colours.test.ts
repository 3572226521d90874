import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { palette } from '../../../../renderer/ui/palette.ts';

const folder = new URL('../../../../renderer/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

/** Variables of a theme, by name. */
function variablesOf(css: string, scheme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const block = new RegExp(`:root\\[data-mantine-color-scheme='${scheme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/(--fm-[\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s theme', (scheme) => {
  const theme = variablesOf(read('ui/theme.css'), scheme);
  const colour = (name: string) => theme.get(`--fm-${name}`) ?? '#';
  const grounds = ['paper', 'sheet', 'sunken', 'hover'];

  test.each([
    ['ink', 7],
    ['ink-soft', 7],
    ['ink-faint', 4.5],
    ['accent', 4.5],
    ['good', 4.5],
    ['warn', 4.5],
    ['bad', 4.5],
    ['line-strong', 3],
  ])('%s stands out from every ground', (name, least) => {
    for (const ground of grounds) {
      expect(contrast(colour(name), colour(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(
        // Words stand on paper and sheet; sunken and touched grounds may cost a little.
        ground === 'paper' || ground === 'sheet' ? least : Math.min(least, 4.5) * (least < 4 ? 0.85 : 1),
      );
    }
  });

  test('words on coloured grounds can be read', () => {
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
    for (const tone of ['accent', 'good', 'warn', 'bad']) {
      expect(contrast(colour(tone), colour(`${tone}-soft`)), tone).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('ink'), colour(`${tone}-soft`)), tone).toBeGreaterThanOrEqual(7);
    }
  });

  test('class colours can be read as text', () => {
    for (const one of palette) {
      expect(contrast(scheme === 'light' ? one.deep : one.bright, colour('sheet'))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('there are twelve class colours, no two alike, and the stylesheets have the same', () => {
  expect(new Set(palette.map(({ bright }) => bright)).size).toBe(12);
  expect(new Set(palette.map(({ deep }) => deep)).size).toBe(12);
  const css = read('ui/palette.css');
  const highlights = read('text/highlights.css');
  palette.forEach(({ bright, deep, line }, index) => {
    expect(css).toContain(`--fm-class-${index}: ${deep};`);
    expect(css).toContain(`--fm-class-${index}: ${bright};`);
    expect(highlights).toContain(`underline ${line} var(--fm-class-${index})`);
  });
});

test('a name on its colour can be read on a picture', () => {
  for (const { bright } of palette) expect(contrast('#14130f', bright)).toBeGreaterThanOrEqual(7);
});
