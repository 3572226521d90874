import type { MessageKey } from '../../shared/i18n/locale.ts';

/** Everything a key can do in the workspace. */
export type Action =
  | 'submit'
  | 'skip'
  | 'flag'
  | 'instructions'
  | 'shortcuts'
  | 'undo'
  | 'redo'
  | 'remove'
  | 'next'
  | 'previous'
  | 'select'
  | 'draw'
  | 'pan'
  | 'look'
  | 'create'
  | 'fit'
  | 'actual'
  | 'zoom-in'
  | 'zoom-out'
  | 'escape';

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
  readonly group: 'task' | 'edit' | 'view';
}

/** In the order in which the sheet shows them. */
export const shortcuts: readonly Shortcut[] = [
  { action: 'submit', codes: ['Enter', 'NumpadEnter'], ctrl: true, shown: 'Ctrl Enter', group: 'task' },
  { action: 'skip', codes: ['KeyX'], shown: 'X', group: 'task' },
  { action: 'flag', codes: ['KeyF'], shown: 'F', group: 'task' },
  { action: 'instructions', codes: ['KeyI'], shown: 'I', group: 'task' },
  { action: 'shortcuts', codes: [], letter: '?', shown: '?', group: 'task' },
  { action: 'undo', codes: ['KeyZ'], letter: 'z', ctrl: true, shown: 'Ctrl Z', group: 'edit' },
  { action: 'redo', codes: ['KeyZ'], letter: 'z', ctrl: true, shift: true, shown: 'Ctrl Shift Z', group: 'edit' },
  { action: 'redo', codes: ['KeyY'], letter: 'y', ctrl: true, shown: 'Ctrl Y', group: 'edit' },
  { action: 'remove', codes: ['Delete', 'Backspace'], shown: 'Delete', group: 'edit' },
  { action: 'previous', codes: ['BracketLeft'], shown: '[', group: 'edit' },
  { action: 'next', codes: ['BracketRight'], shown: ']', group: 'edit' },
  { action: 'create', codes: ['KeyN'], shown: 'N', group: 'edit' },
  { action: 'select', codes: ['KeyV'], shown: 'V', group: 'edit' },
  { action: 'draw', codes: ['KeyB'], shown: 'B', group: 'edit' },
  { action: 'pan', codes: ['KeyH'], shown: 'H', group: 'view' },
  { action: 'look', codes: ['KeyL'], shown: 'L', group: 'view' },
  { action: 'zoom-in', codes: ['Equal', 'NumpadAdd'], letter: '+', shown: '+', group: 'view' },
  { action: 'zoom-out', codes: ['Minus', 'NumpadSubtract'], letter: '-', shown: '−', group: 'view' },
  { action: 'fit', codes: ['KeyZ'], shown: 'Z', group: 'view' },
  { action: 'actual', codes: ['KeyZ'], shift: true, shown: 'Shift Z', group: 'view' },
  { action: 'escape', codes: ['Escape'], shown: 'Esc', group: 'edit' },
];

/** What a key press says about itself. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key press means; null when nothing. A shortcut known by its letter goes by the letter where there is one. */
export function actionOf(press: KeyPress): Action | null {
  if (press.altKey) return null;
  const ctrl = press.ctrlKey || press.metaKey;
  const latin = /^[a-z]$/i.test(press.key);
  const hit = shortcuts.find(({ codes, letter, ctrl: needsCtrl = false, shift }) => {
    if (needsCtrl !== ctrl) return false;
    if (letter !== undefined && !/[a-z]/.test(letter)) {
      if (press.key === letter) return true;
    } else if (shift !== undefined ? shift !== press.shiftKey : press.shiftKey) return false;
    if (letter !== undefined && latin) return press.key.toLowerCase() === letter;
    return codes.includes(press.code) && (shift ?? false) === press.shiftKey;
  });
  return hit?.action ?? null;
}

/** Which class a digit means: 0 for the first (key 1), 9 for the tenth (key 0); null for any other key. */
export function classIndexOf(press: KeyPress): number | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  return digit === undefined ? null : (Number(digit) + 9) % 10;
}

/** The digit that chooses the class at a place of the palette; null beyond the tenth. */
export function digitOf(index: number): string | null {
  return index < 10 ? String((index + 1) % 10) : null;
}

/** True while a text field has the keys: then no shortcut may take them. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
  );
}

/** The message that names an action. */
export function actionKey(action: Action): MessageKey {
  return `action.${action}`;
}
