import { type Action, tools } from './actions.ts';

/** An action and its keys. */
export interface Shortcut {
  readonly action: Action;
  /** `KeyboardEvent.code`: the place of the key, so that every layout works. */
  readonly codes: readonly string[];
  /** The letter itself, where people know the shortcut by its letter rather than by its place (Ctrl+Z). */
  readonly letter?: string;
  readonly ctrl?: boolean;
  readonly shift?: boolean;
  /** What the sheet of shortcuts shows. */
  readonly shown: string;
}

/** What is printed on keys that are named otherwise. */
const signs: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  Slash: '/',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
};

/** How a key is shown, by its place: `A`, `;`, `Num 1`. */
export function shownCode(code: string): string {
  return signs[code] ?? code.replace(/^(?:Key|Digit)/, '').replace(/^Numpad/, 'Num ');
}

/** The keys as they come; in Settings each action can be given others. */
export const shortcuts: readonly Shortcut[] = [
  { action: 'submit', codes: ['Enter', 'NumpadEnter'], ctrl: true, shown: 'Ctrl Enter' },
  { action: 'skip', codes: ['KeyX'], shown: 'X' },
  { action: 'flag', codes: ['KeyF'], shown: 'F' },
  { action: 'instructions', codes: ['KeyI'], shown: 'I' },
  { action: 'palette', codes: ['KeyK'], letter: 'k', ctrl: true, shown: 'Ctrl K' },
  { action: 'shortcuts', codes: ['Slash'], letter: '?', shift: true, shown: '?' },
  { action: 'undo', codes: ['KeyZ'], letter: 'z', ctrl: true, shown: 'Ctrl Z' },
  { action: 'redo', codes: ['KeyZ'], letter: 'z', ctrl: true, shift: true, shown: 'Ctrl Shift Z' },
  { action: 'redo', codes: ['KeyY'], letter: 'y', ctrl: true, shown: 'Ctrl Y' },
  { action: 'remove', codes: ['Delete', 'Backspace'], shown: 'Delete' },
  { action: 'previous', codes: ['BracketLeft'], shown: '[' },
  { action: 'next', codes: ['BracketRight'], shown: ']' },
  { action: 'add-next', codes: ['BracketRight'], shift: true, shown: 'Shift ]' },
  { action: 'add-previous', codes: ['BracketLeft'], shift: true, shown: 'Shift [' },
  { action: 'select-all', codes: ['KeyA'], letter: 'a', ctrl: true, shown: 'Ctrl A' },
  { action: 'create', codes: ['KeyN'], shown: 'N' },
  { action: 'select', codes: ['KeyV'], shown: 'V' },
  ...tools.map(({ action, shortcut }) => ({ action, codes: [shortcut], shown: shownCode(shortcut) })),
  { action: 'finish', codes: ['Enter', 'NumpadEnter'], shown: 'Enter' },
  { action: 'part', codes: ['Enter', 'NumpadEnter'], shift: true, shown: 'Shift Enter' },
  { action: 'continue', codes: ['KeyJ'], shown: 'J' },
  { action: 'convert', codes: ['KeyU'], shown: 'U' },
  { action: 'brush-mode', codes: ['KeyM'], shift: true, shown: 'Shift M' },
  // on AZERTY the first one prints the question mark
  { action: 'brush-mode', codes: ['KeyB'], letter: 'b', ctrl: true, shown: 'Ctrl B' },
  { action: 'brush-smaller', codes: ['Comma'], shift: true, shown: 'Shift ,' },
  { action: 'brush-larger', codes: ['Period'], shift: true, shown: 'Shift .' },
  { action: 'pen', codes: ['Backslash'], shown: '\\' },
  { action: 'next-vertex', codes: ['Quote'], shown: "'" },
  { action: 'previous-vertex', codes: ['Quote'], shift: true, shown: "Shift '" },
  { action: 'insert-vertex', codes: ['Insert'], shown: 'Ins' },
  { action: 'insert-vertex', codes: ['Backslash'], shift: true, shown: 'Shift \\' },
  { action: 'vertex-state', codes: ['Slash'], shown: '/' },
  { action: 'turn-left', codes: ['Comma'], ctrl: true, shown: 'Ctrl ,' },
  { action: 'turn-right', codes: ['Period'], ctrl: true, shown: 'Ctrl .' },
  { action: 'turn-left-far', codes: ['Comma'], ctrl: true, shift: true, shown: 'Ctrl Shift ,' },
  { action: 'turn-right-far', codes: ['Period'], ctrl: true, shift: true, shown: 'Ctrl Shift .' },
  { action: 'unite', codes: ['KeyU'], shift: true, shown: 'Shift U' },
  { action: 'subtract', codes: ['KeyU'], ctrl: true, shift: true, shown: 'Ctrl Shift U' },
  { action: 'split', codes: ['KeyC'], shift: true, shown: 'Shift C' },
  { action: 'simplify', codes: ['KeyS'], shift: true, shown: 'Shift S' },
  { action: 'copy', codes: ['KeyC'], letter: 'c', ctrl: true, shown: 'Ctrl C' },
  { action: 'cut', codes: ['KeyX'], letter: 'x', ctrl: true, shown: 'Ctrl X' },
  { action: 'paste', codes: ['KeyV'], letter: 'v', ctrl: true, shown: 'Ctrl V' },
  { action: 'duplicate', codes: ['KeyD'], letter: 'd', ctrl: true, shown: 'Ctrl D' },
  { action: 'repeat', codes: ['KeyG'], shown: 'G' },
  { action: 'reverse', codes: ['Semicolon'], shift: true, shown: 'Shift ;' },
  { action: 'details', codes: ['KeyE'], shift: true, shown: 'Shift E' },
  { action: 'mark-difficult', codes: ['KeyF'], shift: true, shown: 'Shift F' },
  { action: 'mark-occluded', codes: ['KeyO'], shift: true, shown: 'Shift O' },
  { action: 'mark-truncated', codes: ['KeyR'], shift: true, shown: 'Shift R' },
  { action: 'mark-crowd', codes: ['KeyW'], shift: true, shown: 'Shift W' },
  { action: 'group', codes: ['KeyG'], letter: 'g', ctrl: true, shown: 'Ctrl G' },
  { action: 'ungroup', codes: ['KeyG'], letter: 'g', ctrl: true, shift: true, shown: 'Ctrl Shift G' },
  { action: 'select-group', codes: ['KeyG'], shift: true, shown: 'Shift G' },
  { action: 'forward', codes: ['BracketRight'], ctrl: true, shown: 'Ctrl ]' },
  { action: 'backward', codes: ['BracketLeft'], ctrl: true, shown: 'Ctrl [' },
  { action: 'front', codes: ['BracketRight'], ctrl: true, shift: true, shown: 'Ctrl Shift ]' },
  { action: 'back', codes: ['BracketLeft'], ctrl: true, shift: true, shown: 'Ctrl Shift [' },
  { action: 'snapping', codes: ['KeyS'], shown: 'S' },
  { action: 'escape', codes: ['Escape'], shown: 'Esc' },
  { action: 'next-suggestion', codes: ['KeyW'], shown: 'W' },
  { action: 'accept', codes: ['KeyA'], shown: 'A' },
  { action: 'reject', codes: ['KeyQ'], shown: 'Q' },
  { action: 'accept-all', codes: ['KeyA'], shift: true, shown: 'Shift A' },
  { action: 'reject-all', codes: ['KeyQ'], shift: true, shown: 'Shift Q' },
  { action: 'pan', codes: ['KeyH'], shown: 'H' },
  { action: 'look', codes: ['KeyL'], shown: 'L' },
  { action: 'zoom-in', codes: ['Equal', 'NumpadAdd'], letter: '+', shown: '+' },
  { action: 'zoom-out', codes: ['Minus', 'NumpadSubtract'], letter: '-', shown: '−' },
  { action: 'fit', codes: ['KeyZ'], shown: 'Z' },
  { action: 'actual', codes: ['KeyZ'], shift: true, shown: 'Shift Z' },
  { action: 'hide', codes: ['KeyH'], shift: true, shown: 'Shift H' },
  { action: 'show-all', codes: ['KeyH'], ctrl: true, shift: true, shown: 'Ctrl Shift H' },
  { action: 'lock', codes: ['KeyL'], shift: true, shown: 'Shift L' },
  { action: 'unlock-all', codes: ['KeyL'], ctrl: true, shift: true, shown: 'Ctrl Shift L' },
  { action: 'crosshair', codes: ['KeyC'], shown: 'C' },
  { action: 'labels', codes: ['KeyT'], shift: true, shown: 'Shift T' },
  { action: 'navigator', codes: ['KeyN'], shift: true, shown: 'Shift N' },
  { action: 'adjust', codes: ['KeyB'], shift: true, shown: 'Shift B' },
  { action: 'answers', codes: ['KeyD'], shift: true, shown: 'Shift D' },
  { action: 'fainter', codes: ['Comma'], shown: ',' },
  { action: 'stronger', codes: ['Period'], shown: '.' },
  { action: 'take-out', codes: ['KeyJ'], shift: true, shown: 'Shift J' },
  { action: 'end-later', codes: ['Period'], shown: '.' },
  { action: 'end-earlier', codes: ['Comma'], shown: ',' },
  { action: 'end-word-later', codes: ['Period'], shift: true, shown: 'Shift .' },
  { action: 'end-word-earlier', codes: ['Comma'], shift: true, shown: 'Shift ,' },
  { action: 'start-later', codes: ['Period'], ctrl: true, shown: 'Ctrl .' },
  { action: 'start-earlier', codes: ['Comma'], ctrl: true, shown: 'Ctrl ,' },
  { action: 'start-word-later', codes: ['Period'], ctrl: true, shift: true, shown: 'Ctrl Shift .' },
  { action: 'start-word-earlier', codes: ['Comma'], ctrl: true, shift: true, shown: 'Ctrl Shift ,' },
  { action: 'find', codes: ['KeyF'], letter: 'f', ctrl: true, shown: 'Ctrl F' },
  { action: 'invisibles', codes: ['KeyP'], shown: 'P' },
  { action: 'next-hidden', codes: ['KeyB'], shown: 'B' },
  { action: 'previous-hidden', codes: ['KeyB'], shift: true, shown: 'Shift B' },
];

/** Known by a sign that it prints, with Shift or without. */
export function isSign({ letter }: Pick<Shortcut, 'letter'>): boolean {
  return letter !== undefined && !/[a-z]/.test(letter);
}
