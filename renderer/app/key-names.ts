import { useSyncExternalStore } from 'react';
import { keyboardLayout, type KeyboardLayout, onKeyboardLayout } from './keyboard-layout.ts';
import { useMessages } from './messages.ts';
import { isSign } from './shortcuts.ts';

/**
 * What the person's own keyboard prints on the keys of a shortcut: the sheet says "A" on AZERTY where a US keyboard
 * has Q. Shortcuts of several keys keep what they are shown as.
 */
export function useKeyNames(): (shortcut: {
  readonly codes: readonly string[];
  readonly shown: string;
  readonly letter?: string;
}) => string {
  const { say } = useMessages();
  const layout = useSyncExternalStore(onKeyboardLayout, keyboardLayout);
  return ({ codes, shown, letter }) => {
    const words = nameKey(layout, codes[0], shown, letter).split(' ');
    return words.map((word) => (isNamedKey(word) ? say(`keys.${word}`) : word)).join(' ');
  };
}

/** Keys that each language calls by a name of its own. */
const namedKeys = ['Ctrl', 'Shift', 'Alt', 'Enter', 'Delete', 'Ins', 'Esc', 'Space'] as const;

function isNamedKey(word: string): word is (typeof namedKeys)[number] {
  return namedKeys.some((name) => name === word);
}

/** What is held, and the key that is pressed then: all but the last word, as long as several are single keys. */
export function heldKeysIn(shown: string): { readonly held: readonly string[]; readonly key: string } {
  const [first = '', ...rest] = shown.split(' ');
  // `1 – 9, 0` are no keys that are held together
  if (rest.length === 0 || /[–←↖]/u.test(first) || shown.includes(', ') || first.length < 2)
    return { held: [], key: shown };
  const { held, key } = heldKeysIn(rest.join(' '));
  return { held: [first, ...held], key };
}

/**
 * Pure part of `useKeyNames`: only single letters and signs that go by place are named anew. A sign that the keyboard
 * prints on another key, which then does something else, is named by its place too.
 */
export function nameKey(
  layout: KeyboardLayout | null,
  code: string | undefined,
  shown: string,
  letter: string | undefined,
): string {
  const printed = code === undefined ? undefined : layout?.get(code);
  if (printed === undefined) return shown;
  const isElsewhere = [...(layout ?? [])].some(([other, sign]) => sign === letter && other !== code);
  if (letter !== undefined && !(isSign({ letter }) && isElsewhere)) return shown;
  const parts = shown.split(' ');
  const last = parts.at(-1) ?? '';
  // ß has no capital of one letter
  const capital = printed.toLocaleUpperCase();
  return last.length === 1 ? [...parts.slice(0, -1), capital.length === 1 ? capital : printed].join(' ') : shown;
}
