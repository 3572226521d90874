import { expect, test } from 'vitest';
import { heldKeysIn, nameKey } from '../../../../renderer/app/key-names.ts';

const azerty = new Map([
  ['KeyQ', 'a'],
  ['KeyZ', 'w'],
  ['BracketLeft', '^'],
  ['Enter', 'x'],
]);

test.each([
  ['a letter is named as it is printed', 'KeyQ', 'Q', undefined, 'A'],
  ['so it is with Shift', 'KeyZ', 'Shift Z', undefined, 'Shift W'],
  ['and a bracket', 'BracketLeft', '[', undefined, '^'],
  ['a key that goes by its letter keeps it', 'KeyZ', 'Ctrl Z', 'z', 'Ctrl Z'],
  ['keys with names keep them', 'Enter', 'Ctrl Enter', undefined, 'Ctrl Enter'],
  ['an unknown key keeps what is shown', 'KeyX', 'X', undefined, 'X'],
])('%s', (_name, code, shown, letter, named) => {
  expect(nameKey(azerty, code, shown, letter)).toBe(named);
});

const german = new Map([
  ['Equal', '´'],
  ['Minus', 'ß'],
  ['Slash', '-'],
  ['BracketRight', '+'],
]);
const us = new Map([
  ['Equal', '='],
  ['Minus', '-'],
  ['Slash', '/'],
]);

test.each([
  ['a sign stays where it is printed on its key', us, 'Minus', '−', '-', '−'],
  ['or on its key with Shift', us, 'Equal', '+', '+', '+'],
  ['and is named by its place where another key prints it', german, 'Minus', '−', '-', 'ß'],
  ['whatever that prints', german, 'Equal', '+', '+', '´'],
  ['the question mark stays', german, 'Slash', '?', '?', '?'],
])('%s', (_name, layout, code, shown, letter, named) => {
  expect(nameKey(layout, code, shown, letter)).toBe(named);
});

test.each([
  ['A', [], 'A'],
  ['Ctrl Shift Z', ['Ctrl', 'Shift'], 'Z'],
  ['Ctrl Shift ,', ['Ctrl', 'Shift'], ','],
  ['Maj Entrée', ['Maj'], 'Entrée'],
  ['Shift ← ↑ ↓ →', ['Shift'], '← ↑ ↓ →'],
  ['Esc Esc', ['Esc'], 'Esc'],
  ['1 – 9, 0', [], '1 – 9, 0'],
])('%s is shown as caps: held %o, then %s', (shown, held, key) => {
  expect(heldKeysIn(shown)).toEqual({ held, key });
});

test('without a layout everything keeps what is shown', () => {
  expect(nameKey(null, 'KeyQ', 'Q', undefined)).toBe('Q');
});
