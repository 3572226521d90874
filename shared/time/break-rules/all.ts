// One line a rule: the strictest advice of them all is what the worker sees.
export { rest } from './rest.ts';
