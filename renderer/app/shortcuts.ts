import { allKinds, type AnyKind } from '../../shared/annotation/annotation.ts';
import type { MessageKey } from '../../shared/i18n/locale.ts';
import { type Medium, mediumSchema } from '../../shared/project/label-set.ts';

/** Everything that can be done in the workspace by a key or by its name, in the order in which lists show it. */
const groupOf = {
  submit: 'task',
  skip: 'task',
  flag: 'task',
  instructions: 'task',
  palette: 'task',
  shortcuts: 'task',
  undo: 'edit',
  redo: 'edit',
  remove: 'edit',
  previous: 'choose',
  next: 'choose',
  'select-all': 'choose',
  create: 'draw',
  'add-next': 'choose',
  'add-previous': 'choose',
  select: 'choose',
  pen: 'draw',
  'next-vertex': 'shape',
  'previous-vertex': 'shape',
  'insert-vertex': 'shape',
  'vertex-state': 'shape',
  'turn-left': 'shape',
  'turn-right': 'shape',
  'turn-left-far': 'shape',
  'turn-right-far': 'shape',
  unite: 'shape',
  subtract: 'shape',
  split: 'shape',
  simplify: 'shape',
  finish: 'draw',
  part: 'draw',
  continue: 'draw',
  convert: 'shape',
  'brush-mode': 'draw',
  'brush-smaller': 'draw',
  'brush-larger': 'draw',
  copy: 'edit',
  cut: 'edit',
  paste: 'edit',
  duplicate: 'edit',
  repeat: 'edit',
  reverse: 'details',
  details: 'details',
  'mark-difficult': 'details',
  'mark-occluded': 'details',
  'mark-truncated': 'details',
  'mark-crowd': 'details',
  group: 'details',
  ungroup: 'details',
  'select-group': 'details',
  forward: 'edit',
  backward: 'edit',
  front: 'edit',
  back: 'edit',
  snapping: 'draw',
  escape: 'choose',
  'next-suggestion': 'suggest',
  accept: 'suggest',
  reject: 'suggest',
  'accept-all': 'suggest',
  'reject-all': 'suggest',
  pan: 'view',
  look: 'view',
  'zoom-in': 'view',
  'zoom-out': 'view',
  fit: 'view',
  actual: 'view',
  hide: 'looks',
  'show-all': 'looks',
  lock: 'looks',
  'unlock-all': 'looks',
  crosshair: 'draw',
  labels: 'looks',
  navigator: 'looks',
  adjust: 'looks',
  fainter: 'looks',
  stronger: 'looks',
  answers: 'task',
  'take-out': 'shape',
  'end-later': 'shape',
  'end-earlier': 'shape',
  'end-word-later': 'shape',
  'end-word-earlier': 'shape',
  'start-later': 'shape',
  'start-earlier': 'shape',
  'start-word-later': 'shape',
  'start-word-earlier': 'shape',
  find: 'view',
  invisibles: 'looks',
  'next-hidden': 'view',
  'previous-hidden': 'view',
} as const;

/** The kinds that have a tool: all but those of words, which are marked, and those that the panel of questions asks for. */
export type ToolKind = Exclude<Extract<AnyKind, { readonly shortcut: string }>, { readonly medium: 'text' }>['name'];
/** Takes the tool that draws a kind or joins two annotations, or gives the item a label as a whole. */
export type ToolAction = `tool-${ToolKind}`;
export type Action = keyof typeof groupOf | ToolAction;
export type ShortcutGroup = (typeof groupOf)[keyof typeof groupOf] | 'tools';

const tools = allKinds.flatMap(({ name, medium, shortcut }) =>
  medium === 'text' || shortcut === null ? [] : [{ action: `tool-${name}` as const, kind: name, shortcut }],
);

/** All actions in the order in which lists show them. */
export const allActions = [...Object.keys(groupOf), ...tools.map(({ action }) => action)] as readonly Action[];

/** The kind whose tool an action takes; null for every other action. */
export function toolOf(action: string): ToolKind | null {
  return tools.find((tool) => tool.action === action)?.kind ?? null;
}

/** What has a meaning on texts alone: its keys may be those of what has one on images alone. */
const onlyInTexts: ReadonlySet<Action> = new Set<Action>([
  ...(['take-out', 'end-later', 'end-earlier', 'end-word-later', 'end-word-earlier', 'start-later'] as const),
  ...(['start-earlier', 'start-word-later', 'start-word-earlier', 'find', 'invisibles'] as const),
  ...(['next-hidden', 'previous-hidden'] as const),
]);

const textActions: ReadonlySet<Action> = new Set<Action>([
  ...onlyInTexts,
  ...(['submit', 'skip', 'flag', 'instructions', 'palette', 'shortcuts', 'undo', 'redo', 'remove', 'answers'] as const),
  ...([
    'tool-relation',
    'reverse',
    'details',
    'mark-difficult',
    'group',
    'ungroup',
    'select-group',
    'previous',
    'next',
    'escape',
    'next-suggestion',
    'accept',
    'reject',
    'accept-all',
    'reject-all',
  ] as const),
  ...(['snapping', 'continue', 'finish'] as const),
]);

/** Whether an action has a meaning on items of this medium. */
export function fitsMedium(action: Action, medium: Medium): boolean {
  return medium === 'image' ? !onlyInTexts.has(action) : textActions.has(action);
}

/** Whether two actions can be meant at the same time, so that they need keys of their own. */
export function meetInAMedium(a: Action, b: Action): boolean {
  return mediumSchema.options.some((medium) => fitsMedium(a, medium) && fitsMedium(b, medium));
}

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

export function shortcutGroup(action: Action): ShortcutGroup {
  return isTool(action) ? 'tools' : groupOf[action];
}

function isTool(action: Action): action is ToolAction {
  return action.startsWith('tool-');
}

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

/** Known by a sign that it prints, with Shift or without. */
export function isSign({ letter }: Pick<Shortcut, 'letter'>): boolean {
  return letter !== undefined && !/[a-z]/.test(letter);
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

/** The message that names an action. */
export function actionKey(action: Action): MessageKey {
  if (isTool(action)) return `kind.${action.slice('tool-'.length) as ToolKind}`;
  return `action.${action}`;
}
