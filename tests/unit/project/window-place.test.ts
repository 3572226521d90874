import { expect, test } from 'vitest';
import { placeOnScreen } from '../../../electron/services/window-place.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const beside = { x: 1366, y: 0, width: 1920, height: 1040 };
const left = (x: number, y: number, width = 1200, height = 700) => ({ x, y, width, height, maximized: false });

test.each([
  ['the first time it is no larger than a small laptop', null, [laptop], { width: 1360, height: 728 }],
  ['nor larger than it needs to be', null, [beside], { width: 1360, height: 860 }],
  ['it comes back where it was left', left(10, 20), [laptop], { x: 10, y: 20, width: 1200, height: 700 }],
  ['on the second screen too', left(1500, 40), [laptop, beside], { x: 1500, y: 40, width: 1200, height: 700 }],
  ['when that screen is gone, the system finds a place', left(1500, 40), [laptop], { width: 1200, height: 700 }],
  ['a window half beyond the edge is taken in', left(900, 300), [laptop], { x: 166, y: 28, width: 1200, height: 700 }],
  ['one of a larger screen is made to fit', left(0, 0, 3000, 2000), [laptop], { x: 0, y: 0, width: 1366, height: 728 }],
  ['without any screen it has its first size', null, [], { width: 1360, height: 860 }],
])('%s', (_name, was, areas, place) => expect(placeOnScreen(was, areas)).toEqual(place));
