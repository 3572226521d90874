// One line a kind: the union type, the parser and every lookup derive from this list.
export { box } from './box.ts';
export { span } from './span.ts';
