import { expect, it } from 'vitest';
import { directionOf } from '../../../shared/core/text-direction.ts';

it.each([
  ['Everyone has the right to rest.', 'ltr'],
  ['لكل شخص الحق في الراحة', 'rtl'],
  ['לכל אדם הזכות למנוחה', 'rtl'],
  ['HTML הוא שפת סימון לדפי אינטרנט', 'rtl'],
  ['The word سلام means peace.', 'ltr'],
  ['1948-12-10 …', 'ltr'],
  ['', 'ltr'],
  ['人人有权享有休息', 'ltr'],
])('%s is written %s', (text, direction) => expect(directionOf(text)).toBe(direction));
