import { describe, expect, test } from 'vitest';
import {
  bindingsWith,
  canRebind,
  chordOf,
  clashOf,
  oneHandPresets,
  refuseChord,
} from '../../../../renderer/app/bindings.ts';
import { mediumSchema } from '../../../../shared/project/label-set.ts';
import { allActions, fitsMedium } from '../../../../renderer/app/actions.ts';
import { actionOf, type KeyPress } from '../../../../renderer/app/key-press.ts';
import {
  keyBindingsSchema,
  storedSettingsSchema,
  defaultAppSettings,
} from '../../../../shared/project/app-settings.ts';

function press(code: string, given: Partial<KeyPress> = {}): KeyPress {
  return { code, key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...given };
}

describe('a key of one’s own', () => {
  test('does what it was chosen for, and the key it had before does nothing', () => {
    const bindings = bindingsWith({ skip: ['Backquote'] });
    expect(actionOf(press('Backquote'), bindings)).toBe('skip');
    expect(actionOf(press('KeyX', { key: 'x' }), bindings)).toBeNull();
  });

  test.each([
    ['a free key', 'Backquote', null],
    ['its own key', 'KeyX', null],
    ['Ctrl with a free key', 'Ctrl+Backquote', null],
    ['the key of another action', 'KeyF', { why: 'clash', with: 'flag' }],
    ['the letter of another action', 'Ctrl+KeyZ', { why: 'clash', with: 'undo' }],
    ['a sign with Shift', 'Shift+Equal', { why: 'clash', with: 'zoom-in' }],
    ['a digit, which chooses a class', 'Digit1', { why: 'reserved' }],
    ['an arrow', 'ArrowLeft', { why: 'reserved' }],
    ['Space', 'Space', { why: 'reserved' }],
    ['the panic key', 'F9', { why: 'reserved' }],
    ['Alt', 'Alt+Backquote', { why: 'reserved' }],
    ['the question mark', 'Shift+Slash', { why: 'reserved' }],
    ['what enlarges the window', 'Ctrl+Equal', { why: 'reserved' }],
  ])('%s', (_name, chord, refusal) => {
    expect(refuseChord(chord, 'skip', {})).toEqual(refusal);
  });

  test('that was freed can be given to another action', () => {
    expect(refuseChord('KeyF', 'skip', { flag: ['Backquote'] })).toBeNull();
    expect(refuseChord('Backquote', 'skip', { flag: ['Backquote'] })).toEqual({ why: 'clash', with: 'flag' });
  });

  test('is read from the keyboard with what is held, and not while only Shift is down', () => {
    expect(chordOf(press('KeyA', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+KeyA');
    expect(chordOf(press('KeyA', { metaKey: true }))).toBe('Ctrl+KeyA');
    expect(chordOf(press('ShiftLeft', { shiftKey: true }))).toBeNull();
  });
});

const needKeyOfTheirOwn = allActions.filter((action) => action !== 'shortcuts');

test.each([
  ['as they come', {}],
  ['for the left hand', oneHandPresets.left],
  ['for the right hand', oneHandPresets.right],
] as const)('keys %s reach every action, and each key does what the sheet says', (_name, keys) => {
  const bindings = bindingsWith(keys);
  expect(needKeyOfTheirOwn.filter((action) => !bindings.some((one) => one.action === action))).toEqual([]);
  for (const { action, codes, letter, ctrl = false, shift = false, shown } of bindings) {
    for (const code of codes) {
      // as a US keyboard would print it
      const key = letter ?? (code.startsWith('Key') ? code.slice(3).toLowerCase() : code);
      const pressed = press(code, { key, ctrlKey: ctrl, shiftKey: shift });
      for (const medium of mediumSchema.options.filter((one) => fitsMedium(action, one))) {
        expect([shown, medium, actionOf(pressed, bindings, medium)]).toEqual([shown, medium, action]);
      }
    }
  }
});

test.each([
  ['left', /^(?:Key[QWERTASDFGZXCVB]|Backquote|Digit\d)$/],
  ['right', /^(?:Key[YUIOPHJKLNM]|Semicolon|Quote|Slash|Backslash|Equal|Minus|Bracket\w+|Comma|Period|Enter|Delete)$/],
] as const)('what was moved for the %s hand lies under it', (hand, reach) => {
  const codes = Object.values(oneHandPresets[hand]).flatMap((chords) => chords.map((chord) => chord.split('+').at(-1)));
  expect(codes.filter((code) => code === undefined || !reach.test(code))).toEqual([]);
});

test.each([
  ['as they come', {}],
  ['for the left hand', oneHandPresets.left],
  ['for the right hand', oneHandPresets.right],
] as const)('keys %s never clash, and can be stored', (_name, keys) => {
  const bindings = bindingsWith(keys);
  expect(allActions.flatMap((action) => clashOf(action, bindings) ?? [])).toEqual([]);
  expect(keyBindingsSchema.safeParse(keys).success).toBe(true);
  expect(Object.keys(keys).filter((action) => !allActions.filter(canRebind).map(String).includes(action))).toEqual([]);
});

test('settings of an older Fairmark keep what they say and have no keys of their own', () => {
  const { keys: _keys, ...older } = { ...defaultAppSettings, theme: 'dark' as const };
  expect(storedSettingsSchema.parse(older)).toEqual({ ...older, keys: {} });
});

test('a level of privacy that said the same as another becomes that one', () => {
  expect(storedSettingsSchema.parse({ privacy: 'per-project' })).toEqual(defaultAppSettings);
});
