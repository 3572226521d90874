// One line a reader: how data says what of it is sensitive.
export { cocoFlags } from './coco.ts';
export { csvFlags } from './csv.ts';
export { jsonlFlags } from './jsonl.ts';
