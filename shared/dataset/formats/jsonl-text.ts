import { classesOf, lossesOfOtherMedia, namedEntries } from '../entries.ts';
import type { DatasetFormat, Loss, WrittenDataset } from '../format.ts';
import { readJsonlText } from '../jsonl-text-reading.ts';
import type { DatasetSnapshot } from '../snapshot.ts';

const FILE = 'texts.jsonl';

/**
 * One text a line, as doccano reads it: `{"id", "text", "label": [[start, end, class], ...]}` with offsets in code
 * points. `file_name`, `origins` and `annotation_ids` (one a label) are ours; doccano keeps them as metadata.
 */
export const jsonlText: DatasetFormat = {
  id: 'jsonl-text',
  title: 'JSONL text (doccano)',
  media: ['text'],
  supports: (kind) => kind === 'span',
  write,
  read: readJsonlText,
};

function write(snapshot: DatasetSnapshot): WrittenDataset {
  const all = namedEntries(snapshot);
  const losses: Loss[] = [...lossesOfOtherMedia(snapshot, all, ['text'])];
  const classes = classesOf(snapshot.labelSets, 'text');
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  for (const [index, { id, name }] of classes.entries()) {
    if (classes.findIndex((other) => other.name === name) !== index) {
      losses.push({
        code: 'CLASS_NAME_REPEATED',
        path: `classes/${id}`,
        message: `another class is called “${name}” too`,
      });
    }
  }
  const pieces: string[] = [];
  for (const { item, text, name, annotations } of all.filter((entry) => entry.item.medium === 'text')) {
    if (name.isChanged) losses.push({ code: 'NAME_CHANGED', path: name.path, message: `was ${item.path}` });
    const characters = Array.from(text ?? '');
    const written: { label: [number, number, string]; origin: string; id: string }[] = [];
    for (const { id, classId, origin, shape } of annotations) {
      const path = `${name.path}#${id}`;
      const className = names.get(classId);
      if (shape.kind !== 'span') {
        losses.push({ code: 'KIND_NOT_CARRIED', path, message: `a ${shape.kind} cannot be written` });
      } else if (className === undefined) {
        losses.push({ code: 'CLASS_UNKNOWN', path, message: `its class ${classId} is not in the label set` });
      } else if (characters.slice(shape.start, shape.end).join('') !== shape.text) {
        losses.push({ code: 'SPAN_MISMATCH', path, message: 'its offsets do not point at its text' });
      } else written.push({ label: [shape.start, shape.end, className], origin, id });
    }
    const line = {
      id: pieces.length + 1,
      text: text ?? '',
      label: written.map(({ label }) => label),
      file_name: name.path,
      origins: written.map(({ origin }) => origin),
      annotation_ids: written.map(({ id }) => id),
    };
    pieces.push(`${JSON.stringify(line)}\n`);
  }
  return { files: [{ path: FILE, pieces }], losses };
}
