import type { Medium } from '../../shared/project/label-set.ts';
import { type Action, fitsMedium } from './actions.ts';
import { isSign, type Shortcut, shortcuts } from './shortcuts.ts';

/** What a key press says about itself. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * What a key press means on items of a medium; null when nothing. A shortcut known by its letter goes by the letter
 * where there is one. The question mark helps wherever it is printed; other signs mean what they print only on keys
 * that nothing else goes by: AZERTY prints the minus on the digit of the sixth class.
 */
export function actionOf(
  press: KeyPress,
  bindings: readonly Shortcut[] = shortcuts,
  medium: Medium = 'image',
): Action | null {
  if (press.altKey) return null;
  const ctrl = press.ctrlKey || press.metaKey;
  const latin = /^[a-z]$/i.test(press.key);
  const printed = ctrl ? undefined : bindings.find((one) => isSign(one) && one.letter === press.key);
  if (printed?.action === 'shortcuts') return printed.action;
  const hit = bindings.find(({ action, codes, letter, ctrl: needsCtrl = false, shift = false }) => {
    if (needsCtrl !== ctrl || shift !== press.shiftKey || !fitsMedium(action, medium)) return false;
    if (letter !== undefined && latin) return press.key.toLowerCase() === letter;
    return codes.includes(press.code);
  });
  if (hit) return hit.action;
  return printed && !press.code.startsWith('Digit') && fitsMedium(printed.action, medium) ? printed.action : null;
}

/** Which class a digit means: 0 for the first (key 1), 9 for the tenth (key 0); null for any other key. */
export function classIndexOf(press: KeyPress): number | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  return digit === undefined ? null : (Number(digit) + 9) % 10;
}

/** Which value of the selected annotations' attributes Shift and a digit set: 0 for the first; null for any other key. */
export function optionIndexOf(press: KeyPress): number | null {
  if (!press.shiftKey || press.ctrlKey || press.metaKey || press.altKey) return null;
  const digit = /^Digit([1-9])$/.exec(press.code)?.[1];
  return digit === undefined ? null : Number(digit) - 1;
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
