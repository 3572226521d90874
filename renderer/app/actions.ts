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

/** The actions that take a tool, with the key that the kind asks for. */
export const tools = allKinds.flatMap(({ name, medium, shortcut }) =>
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

export function shortcutGroup(action: Action): ShortcutGroup {
  return isTool(action) ? 'tools' : groupOf[action];
}

/** The message that names an action. */
export function actionKey(action: Action): MessageKey {
  if (isTool(action)) return `kind.${action.slice('tool-'.length) as ToolKind}`;
  return `action.${action}`;
}

function isTool(action: Action): action is ToolAction {
  return action.startsWith('tool-');
}
