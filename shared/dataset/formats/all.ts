// One line a format: registries, contract tests and the export screen derive from this list.
export { coco } from './coco.ts';
export { fairmark } from './fairmark.ts';
export { jsonlText } from './jsonl-text.ts';
