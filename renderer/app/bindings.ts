import type { KeyBindings } from '../../shared/project/app-settings.ts';
import { type Action, allActions, meetInAMedium } from './actions.ts';
import type { KeyPress } from './key-press.ts';
import { isSign, type Shortcut, shortcuts, shownCode } from './shortcuts.ts';

/** Keys that stay what they are: choosing classes, moving, looking, the panic keys, and what every window needs. */
const reservedCodes = /^(?:Escape|Tab|Space|Enter|NumpadEnter|F\d+|Arrow\w+|ContextMenu|(?:Digit|Numpad)\d)$/;
/** Always as they come, so that there is a way back to help and out of everything. */
const fixedActions: ReadonlySet<Action> = new Set<Action>(['escape', 'shortcuts']);
const modifiers = /^(?:Control|Shift|Alt|Meta)(?:Left|Right)$|^CapsLock$|^Fn$/;

/** Why a key cannot be given to an action. */
export type BindingRefusal = { readonly why: 'reserved' } | { readonly why: 'clash'; readonly with: Action };

export function canRebind(action: Action): boolean {
  return !fixedActions.has(action);
}

/** The keys in force: those of the settings where an action has some, else as they come. */
export function bindingsWith(chosen: KeyBindings): readonly Shortcut[] {
  return allActions.flatMap((action) => {
    const chords = canRebind(action) ? chosen[action] : undefined;
    return chords
      ? chords.map((chord) => shortcutFor(action, chord))
      : shortcuts.filter((shortcut) => shortcut.action === action);
  });
}

/** A key press as it is stored (`Ctrl+Shift+KeyA`); null while only modifiers are held. */
export function chordOf(press: KeyPress): string | null {
  if (modifiers.test(press.code) || press.code === '') return null;
  const ctrl = press.ctrlKey || press.metaKey;
  return [ctrl ? 'Ctrl' : '', press.altKey ? 'Alt' : '', press.shiftKey ? 'Shift' : '', press.code]
    .filter((part) => part !== '')
    .join('+');
}

/** Why `chord` cannot be given to `action`; null when it can. A clash is refused when it is set, never later. */
export function refuseChord(chord: string, action: Action, chosen: KeyBindings): BindingRefusal | null {
  const { ctrl, shift, code, alt } = parsedChord(chord);
  const help = code === 'Slash' && shift && !ctrl;
  // Ctrl Enter is a good key for handing in; without Ctrl a focused button needs it.
  // Ctrl with plus or minus makes the whole window larger or smaller
  const zooms = ctrl && /^(?:Equal|Minus|NumpadAdd|NumpadSubtract)$/.test(code);
  const reserved = (reservedCodes.test(code) && !(ctrl && code.endsWith('Enter'))) || zooms;
  if (alt || reserved || help) return { why: 'reserved' };
  const wanted = shortcutFor(action, chord);
  const taken = bindingsWith(chosen).find((other) => other.action !== action && sameKeys(other, wanted));
  return taken ? { why: 'clash', with: taken.action } : null;
}

/** Another action that has a key of this one's; null when all of its keys are its own. */
export function clashOf(
  action: Action,
  bindings: readonly Shortcut[],
): { readonly with: Action; readonly shown: string } | null {
  for (const own of bindings.filter((one) => one.action === action)) {
    const other = bindings.find((one) => one.action !== action && sameKeys(one, own));
    if (other) return { with: other.action, shown: own.shown };
  }
  return null;
}

function sameKeys(a: Shortcut, b: Shortcut): boolean {
  if (!meetInAMedium(a.action, b.action)) return false;
  if ((a.ctrl ?? false) !== (b.ctrl ?? false) || !a.codes.some((code) => b.codes.includes(code))) return false;
  // signs that are known by what they print are there with Shift and without
  return (a.shift ?? false) === (b.shift ?? false) || isEitherWay(a) || isEitherWay(b);
}

function isEitherWay(shortcut: Shortcut): boolean {
  return isSign(shortcut) && shortcut.shift === undefined;
}

/** The keys of an action, as the sheet shows them. */
export function keysFor(bindings: readonly Shortcut[], action: Action): Shortcut | undefined {
  return bindings.find((shortcut) => shortcut.action === action);
}

/** The most used keys where one hand reaches them while the other holds the mouse. */
const nearKeys: Readonly<Record<'left' | 'right', KeyBindings>> = {
  left: {
    submit: ['Ctrl+KeyS'],
    palette: ['Ctrl+KeyE'],
    skip: ['Shift+KeyX'],
    instructions: ['Shift+KeyF'],
    remove: ['KeyX'],
    previous: ['KeyE'],
    next: ['KeyR'],
    create: ['KeyT'],
    forward: ['Ctrl+KeyR'],
    backward: ['Ctrl+KeyF'],
    front: ['Ctrl+Shift+KeyR'],
    back: ['Ctrl+Shift+KeyF'],
    pan: ['Shift+KeyV'],
    look: ['Shift+KeyW'],
    'zoom-in': ['Shift+KeyE'],
    'zoom-out': ['Shift+KeyD'],
    hide: ['Shift+KeyS'],
    'show-all': ['Ctrl+Shift+KeyS'],
    lock: ['Shift+KeyR'],
    'unlock-all': ['Ctrl+Shift+KeyE'],
    navigator: ['Shift+KeyG'],
    fainter: ['Shift+KeyC'],
    stronger: ['Ctrl+Shift+KeyC'],
  },
  right: {
    submit: ['Ctrl+Enter'],
    palette: ['Ctrl+KeyK'],
    skip: ['Shift+KeyM'],
    flag: ['Shift+KeyI'],
    undo: ['Ctrl+KeyU'],
    redo: ['Ctrl+KeyO'],
    remove: ['KeyM', 'Delete'],
    'select-all': ['Ctrl+KeyL'],
    select: ['KeyJ'],
    'tool-box': ['KeyK'],
    copy: ['Ctrl+KeyI'],
    cut: ['Ctrl+KeyM'],
    paste: ['Ctrl+KeyP'],
    duplicate: ['Ctrl+KeyJ'],
    repeat: ['Shift+KeyJ'],
    snapping: ['Shift+KeyK'],
    'next-suggestion': ['KeyO'],
    accept: ['Semicolon'],
    reject: ['Slash'],
    'accept-all': ['Shift+Semicolon'],
    'reject-all': ['Shift+Quote'],
    fit: ['KeyU'],
    actual: ['Shift+KeyU'],
    crosshair: ['Quote'],
    labels: ['Shift+KeyO'],
    adjust: ['Shift+KeyP'],
  },
};

/** Keys of each half of the keyboard, nearest first: for actions whose own key went to a nearer one. */
const spareCodes = {
  left: [...lettersOf('F D S A G R E T C V B X Z'), 'Backquote'],
  right: [...lettersOf('J K L H U I O P M Y'), 'Semicolon', 'Quote', 'Slash', 'Backslash', 'Equal'],
} as const;

/** Whole sets of keys for one hand: every action has a key, and one whose own went to a nearer action gets a spare. */
export const oneHandPresets: Readonly<Record<'left' | 'right', KeyBindings>> = {
  left: withSpares(nearKeys.left, spareCodes.left),
  right: withSpares(nearKeys.right, spareCodes.right),
};

function lettersOf(letters: string): readonly string[] {
  return letters.split(' ').map((letter) => `Key${letter}`);
}

function withSpares(nearest: KeyBindings, codes: readonly string[]): KeyBindings {
  const before = bindingsWith(nearest);
  const losers = allActions.filter((action) => canRebind(action) && !nearest[action] && clashOf(action, before));
  const spares = ['Shift+', 'Ctrl+Shift+', 'Ctrl+', ''].flatMap((held) => codes.map((code) => `${held}${code}`));
  let keys: KeyBindings = { ...nearest, ...Object.fromEntries(losers.map((action) => [action, []])) };
  for (const action of losers) {
    const own = shortcuts.filter((shortcut) => shortcut.action === action).flatMap(chordsOf);
    const near = own.filter((chord) => codes.some((code) => chord.endsWith(code)));
    const free = [...near, ...spares, ...own].find((chord) => refuseChord(chord, action, keys) === null);
    keys = { ...keys, [action]: free === undefined ? [] : [free] };
  }
  return keys;
}

function chordsOf({ codes, ctrl = false, shift = false }: Shortcut): readonly string[] {
  return codes.map((code) => `${ctrl ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${code}`);
}

/** How a stored key is shown: `Ctrl Shift A`. */
export function shownChord(chord: string): string {
  const { ctrl, shift, alt, code } = parsedChord(chord);
  return [ctrl ? 'Ctrl' : '', alt ? 'Alt' : '', shift ? 'Shift' : '', shownCode(code)]
    .filter((part) => part !== '')
    .join(' ');
}

function shortcutFor(action: Action, chord: string): Shortcut {
  const { ctrl, shift, code } = parsedChord(chord);
  return { action, codes: [code], ctrl, shift, shown: shownChord(chord) };
}

function parsedChord(chord: string) {
  const parts = chord.split('+');
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), code: parts.at(-1) ?? '' };
}
