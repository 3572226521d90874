import { parseSync } from 'vite';
import { isPlural, type MessageTree } from '../../shared/i18n/locale.ts';
import { en } from '../../shared/i18n/locales/en.ts';

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Attributes whose text people see or hear, of the page's elements and of our own components. */
const READ_ATTRIBUTES =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|hint|words|text|heading|summary|children|message|description)$/;

/** Folders whose results reach people as codes: whatever looks like words there is a sentence that no language can say. */
const CODES_ONLY =
  /^(?:shared\/(?:dataset|ipc|time|manifest\/(?:claims|verify|encoding|statements|compose))|electron\/(?:ipc|services\/(?:verify|flags|exposure|export|package|project)))\//;

const LETTERS = /\p{L}{2}/u;
const TWO_WORDS = /\p{L}{2,}[,;:]? \p{L}{2,}/u;
/** As a person would be spoken to: a capital and more than one word, or an end. */
const SENTENCE = /^\p{Lu}\p{L}*[,;:]? .*\p{L}{2}|\p{L}{2,} .*\p{L}{2}[.!?…]$/u;
/** A name, which no language says in another way; keys, which `useKeyNames` says; and what stands in a file. */
const NAME =
  /^(?:Fairmark|SHA-256|(?:Ctrl|Shift|Alt|Esc|Enter)(?: (?:Ctrl|Shift|Alt|Esc|Enter|.))*|\{[^]*|-----BEGIN [^]*)$/u;

/** Every text of a file that people would read in English whatever their language is. */
export function looseWords(file: string, source: string): readonly string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found: string[] = [];
  const isRenderer = file.startsWith('renderer/');
  const isCodes = CODES_ONLY.test(file);
  walk(program as unknown as Node, [], (node, parents) => {
    const text = textOf(node);
    if (text === null || text.trim() === '' || NAME.test(text.trim()) || isKey(text) || isForDevelopers(parents))
      return;
    const isLoose =
      (isRenderer && isRead(node, parents) && LETTERS.test(text)) ||
      (isRenderer && SENTENCE.test(text)) ||
      (isCodes && TWO_WORDS.test(text));
    if (isLoose) found.push(text.trim());
  });
  return found;
}

function walk(node: Node, parents: readonly Node[], visit: (node: Node, parents: readonly Node[]) => void): void {
  visit(node, parents);
  for (const field of Object.values(node)) {
    for (const child of Array.isArray(field) ? field : [field]) {
      if (typeof child === 'object' && child !== null && 'type' in child)
        walk(child as Node, [...parents, node], visit);
    }
  }
}

/** The words of a text; of a template, with `…` for what is filled in. Null for everything else. */
function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'] as readonly { readonly value: { readonly cooked: string | null } }[];
  return quasis.map(({ value }) => value.cooked ?? '').join('…');
}

/** Whether what the node says comes to stand in the page, or is said by a screen reader: itself, or as one of several. */
function isRead(node: Node, parents: readonly Node[]): boolean {
  if (node.type === 'JSXText') return true;
  for (let at = parents.length - 1; at >= 0; at -= 1) {
    const parent = parents[at] as Node;
    const below = parents[at + 1] ?? node;
    switch (parent.type) {
      case 'ConditionalExpression':
        // what is asked is not said
        if (parent['test'] === below) return false;
        break;
      case 'LogicalExpression':
        break;
      case 'JSXExpressionContainer': {
        const around = parents[at - 1];
        if (around?.type !== 'JSXAttribute') return true;
        return isReadAttribute(around);
      }
      case 'JSXAttribute':
        return isReadAttribute(parent);
      default:
        return false;
    }
  }
  return false;
}

function isReadAttribute({ name }: Node): boolean {
  const { name: own } = name as { readonly name?: unknown };
  return typeof own === 'string' && READ_ATTRIBUTES.test(own);
}

/** Messages of faults of ours, in the log too, of schemas (whose words `fieldProblem` leaves aside), and names of formats. */
function isForDevelopers(parents: readonly Node[]): boolean {
  return parents.some((parent) => {
    if (parent.type === 'ImportDeclaration' || parent.type === 'TSLiteralType') return true;
    if (parent.type === 'NewExpression') return nameOf(parent['callee'] as Node).endsWith('Error');
    if (parent.type === 'CallExpression') return /^(?:refine|check|error)$/.test(nameOf(parent['callee'] as Node));
    return parent.type === 'Property' && nameOf(parent['key'] as Node) === 'title';
  });
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return String(node['name']);
  return node.type === 'MemberExpression' ? nameOf(node['property'] as Node) : '';
}

/** A message key, or the beginning of one that is filled in. */
function isKey(text: string): boolean {
  if (!/^[\w.…-]+$/.test(text) || !text.includes('.')) return false;
  let tree: MessageTree[string] | undefined = en.messages;
  for (const name of text.split('.')) {
    if (name.includes('…')) return tree !== undefined;
    tree = typeof tree === 'object' && !isPlural(tree) ? tree[name] : undefined;
  }
  return tree !== undefined;
}
