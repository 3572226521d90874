// One line a flagger: an item is hidden if any of them flags it.
export { given } from './given.ts';
export { wordList } from './word-list.ts';
