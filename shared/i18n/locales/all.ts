// One line a language: the settings, the tags and the contract suite derive from this list.
export { en } from './en.ts';
export { fr } from './fr.ts';
