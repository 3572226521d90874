import { describe, expect, test } from 'vitest';
import { fitsMedium } from '../../../../renderer/app/actions.ts';
import { actionOf, classIndexOf, digitOf, type KeyPress } from '../../../../renderer/app/key-press.ts';
import { shortcuts } from '../../../../renderer/app/shortcuts.ts';

/** A key press on a US keyboard unless said otherwise. */
function press(code: string, given: Partial<KeyPress> = {}): KeyPress {
  const key = code.startsWith('Key') ? code.slice(3).toLowerCase() : code;
  return { code, key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...given };
}

describe('a shortcut', () => {
  test.each([
    ['Ctrl Enter', press('Enter', { ctrlKey: true }), 'submit'],
    ['Enter alone', press('Enter'), 'finish'],
    ['B', press('KeyB'), 'tool-box'],
    ['Shift B', press('KeyB', { shiftKey: true }), 'adjust'],
    ['Shift I', press('KeyI', { shiftKey: true }), null],
    ['Alt B', press('KeyB', { altKey: true }), null],
    ['Z', press('KeyZ'), 'fit'],
    ['Shift Z', press('KeyZ', { shiftKey: true, key: 'Z' }), 'actual'],
    ['Ctrl Z', press('KeyZ', { ctrlKey: true }), 'undo'],
    ['Cmd Z', press('KeyZ', { metaKey: true }), 'undo'],
    ['Ctrl Shift Z', press('KeyZ', { ctrlKey: true, shiftKey: true, key: 'Z' }), 'redo'],
    ['Ctrl Y', press('KeyY', { ctrlKey: true }), 'redo'],
    ['?', press('Slash', { key: '?', shiftKey: true }), 'shortcuts'],
    ['+ with Shift', press('Equal', { key: '+', shiftKey: true }), 'zoom-in'],
    ['= without Shift', press('Equal', { key: '=' }), 'zoom-in'],
    ['- of the number pad', press('NumpadSubtract', { key: '-' }), 'zoom-out'],
    ['an arrow', press('ArrowLeft'), null],
  ])('%s', (_name, key, action) => {
    expect(actionOf(key)).toBe(action);
  });

  test('goes by the place of the key: Cyrillic and Hebrew keyboards work', () => {
    expect(actionOf(press('KeyB', { key: 'и' }))).toBe('tool-box');
    expect(actionOf(press('KeyX', { key: 'ס' }))).toBe('skip');
    expect(actionOf(press('KeyZ', { key: 'я', ctrlKey: true }))).toBe('undo');
  });

  test('that people know by its letter goes by the letter where there is one: AZERTY undoes with its own Z', () => {
    expect(actionOf(press('KeyW', { key: 'z', ctrlKey: true }))).toBe('undo');
    expect(actionOf(press('KeyZ', { key: 'w', ctrlKey: true }))).toBeNull();
  });

  test.each([
    ['AZERTY prints - on the digit of the sixth class', press('Digit6', { key: '-' }), null],
    ['Czech prints + on the digit of the first class', press('Digit1', { key: '+' }), null],
    ['Hungarian prints + with Shift on the third', press('Digit3', { key: '+', shiftKey: true }), null],
    ['German prints + on the key of the next annotation', press('BracketRight', { key: '+' }), 'next'],
    ['German prints - on the key of key points', press('Slash', { key: '-' }), 'vertex-state'],
    ['German zooms with the keys where others print + and -', press('Minus', { key: 'ß' }), 'zoom-out'],
    ['AZERTY prints + with Shift where it prints =', press('Equal', { key: '+', shiftKey: true }), 'zoom-in'],
    ['AZERTY prints ? on the key of the brush', press('KeyM', { key: '?', shiftKey: true }), 'shortcuts'],
    ['which has another one', press('KeyB', { key: 'b', ctrlKey: true }), 'brush-mode'],
    ['German prints ? on the key of zooming out', press('Minus', { key: '?', shiftKey: true }), 'shortcuts'],
    ['Russian prints ? on a digit', press('Digit7', { key: '?', shiftKey: true }), 'shortcuts'],
    ['Arabic prints a question mark of its own', press('Slash', { key: '؟', shiftKey: true }), 'shortcuts'],
  ])('%s', (_name, key, action) => {
    expect(actionOf(key)).toBe(action);
  });

  test('means something else on a text where it has no meaning on an image', () => {
    expect(actionOf(press('KeyB'), shortcuts, 'text')).toBe('next-hidden');
    expect(actionOf(press('KeyF', { ctrlKey: true }), shortcuts, 'text')).toBe('find');
    expect(actionOf(press('KeyF', { ctrlKey: true }), shortcuts, 'image')).toBeNull();
    expect(actionOf(press('KeyM'), shortcuts, 'text')).toBeNull();
  });

  test.each(['image', 'text'] as const)('has its keys to itself on an %s', (medium) => {
    const keys = shortcuts
      .filter(({ action }) => fitsMedium(action, medium))
      .flatMap(({ codes, ctrl = false, shift = false }) =>
        codes.map((code) => `${ctrl ? 'Ctrl ' : ''}${shift ? 'Shift ' : ''}${code}`),
      );
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('a digit', () => {
  test('means the class at its place; 0 is the tenth', () => {
    const digits = ['Digit1', 'Digit2', 'Numpad9', 'Digit0'].map((code) => classIndexOf(press(code)));
    expect(digits).toEqual([0, 1, 8, 9]);
    expect([0, 8, 9, 10].map(digitOf)).toEqual(['1', '9', '0', null]);
  });

  test('works on AZERTY, where digits need Shift to be typed', () => {
    expect(classIndexOf(press('Digit1', { key: '&' }))).toBe(0);
  });

  test('with Ctrl, Alt or Shift means no class', () => {
    for (const held of ['ctrlKey', 'altKey', 'shiftKey', 'metaKey']) {
      expect(classIndexOf(press('Digit1', { [held]: true }))).toBeNull();
    }
  });
});
