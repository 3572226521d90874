import { type Annotation, itemKindOf, kindOf } from '../../annotation/annotation.ts';
import { standsIn } from '../../annotation/label-rules.ts';
import { relationOf } from '../../annotation/relations.ts';
import { wordsOf } from '../../core/text-offsets.ts';
import { classesOf, kindLoss, lossesOfOtherMedia, type NamedEntry, namedEntries, nameLosses } from '../entries.ts';
import { lost } from '../findings.ts';
import type { DatasetFormat, Loss, WrittenDataset } from '../format.ts';
import { answerFields } from '../jsonl-answers.ts';
import { readJsonlText } from '../jsonl-text-reading.ts';
import type { DatasetSnapshot } from '../snapshot.ts';

const FILE = 'texts.jsonl';

/**
 * One text a line, as doccano reads it: `{"id", "text", "label": [[start, end, class], ...]}` with offsets in code
 * points. A text with relations has `entities` and `relations` besides, in doccano's form: `from_id` and `to_id` are
 * ids of entities, which stand in the order of the labels. `file_name`, `origins` and `annotation_ids` (one a label),
 * `relation_origins` and `relation_annotation_ids` (one a relation) are ours, and so is what `answerFields` adds; doccano
 * keeps them as metadata. Of a discontinuous span `label` has the first piece; those that follow stand in
 * `further_pieces`, a list for each label, which is there only if some label has more than one piece.
 */
export const jsonlText: DatasetFormat = {
  id: 'jsonl-text',
  title: 'JSONL text (doccano)',
  media: ['text'],
  supports: (kind) => kindOf(kind).medium === 'item' || kind === 'span' || kind === 'relation',
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
      losses.push(lost('CLASS_NAME_REPEATED', { path: `classes/${id}`, aside: name }, 'classNameRepeated'));
    }
  }
  const pieces: string[] = [];
  for (const entry of all.filter(({ item }) => item.medium === 'text')) {
    const { text, name } = entry;
    losses.push(...nameLosses(entry), ...entry.annotations.flatMap((annotation) => detailLosses(entry, annotation)));
    const spans = writtenSpans(entry, names, losses);
    const line = {
      id: pieces.length + 1,
      text: text ?? '',
      label: spans.map(({ label }) => label),
      ...relationFields(entry, spans, names, losses),
      ...answerFields(entry, names, losses),
      file_name: name.path,
      origins: spans.map(({ origin }) => origin),
      annotation_ids: spans.map(({ id }) => id),
      ...(spans.some(({ further }) => further.length > 0)
        ? { further_pieces: spans.map(({ further }) => further) }
        : {}),
    };
    pieces.push(`${JSON.stringify(line)}\n`);
  }
  return { files: [{ path: FILE, pieces }], losses };
}

/** What an annotation says besides its place and class: JSON lines have no field for it. */
function detailLosses({ name }: NamedEntry, { id, attributes, group, marks }: Annotation): readonly Loss[] {
  const said = { attributes, group, marks };
  const parts = (['attributes', 'group', 'marks'] as const).filter((part) => said[part] !== undefined);
  return parts.map((part) =>
    lost('DETAIL_NOT_CARRIED', { path: `${name.path}#${id}/${part}` }, 'detailNotHeld', { part }),
  );
}

interface WrittenSpan {
  readonly label: readonly [number, number, string];
  /** The pieces after the first. */
  readonly further: readonly (readonly [number, number])[];
  readonly origin: string;
  readonly id: string;
}

/** The spans of a text; all else of it but relations and answers is a loss. */
function writtenSpans(entry: NamedEntry, names: ReadonlyMap<string, string>, losses: Loss[]): readonly WrittenSpan[] {
  const { text, name, annotations } = entry;
  const words = wordsOf(text ?? '');
  return annotations.flatMap((annotation) => {
    const { id, classId, origin, shape } = annotation;
    if (shape.kind === 'relation' || itemKindOf(shape)) return [];
    const path = `${name.path}#${id}`;
    const className = names.get(classId);
    if (shape.kind !== 'span') {
      losses.push(kindLoss(entry, annotation));
    } else if (className === undefined) {
      losses.push(lost('CLASS_UNKNOWN', { path, aside: classId }, 'classUnknown'));
    } else if (!standsIn(words, shape)) {
      losses.push(lost('SPAN_MISMATCH', { path }, 'spanElsewhere'));
    } else {
      const further = (shape.more ?? []).map(({ start, end }) => [start, end] as const);
      return [{ label: [shape.start, shape.end, className] as const, further, origin, id }];
    }
    return [];
  });
}

/** What a line says of relations; nothing where there are none, so that plain lines stay plain. */
function relationFields(
  { name, annotations }: NamedEntry,
  spans: readonly WrittenSpan[],
  names: ReadonlyMap<string, string>,
  losses: Loss[],
) {
  const places = new Map(spans.map(({ id }, index) => [id, index]));
  const written: { from: number; to: number; type: string; origin: string; id: string }[] = [];
  for (const annotation of annotations) {
    const own = relationOf(annotation);
    if (!own) continue;
    const path = `${name.path}#${own.id}`;
    const [from, to, type] = [places.get(own.from), places.get(own.to), names.get(own.classId)];
    if (type === undefined) {
      losses.push(lost('CLASS_UNKNOWN', { path, aside: own.classId }, 'classUnknown'));
    } else if (from === undefined || to === undefined) {
      const aside = from === undefined ? own.from : own.to;
      losses.push(lost('RELATION_END_MISSING', { path, aside }, 'relationEnd'));
    } else written.push({ from, to, type, origin: annotation.origin, id: own.id });
  }
  if (written.length === 0) return {};
  return {
    entities: spans.map(({ label: [start, end, label] }, id) => ({ id, label, start_offset: start, end_offset: end })),
    relations: written.map(({ from, to, type }, id) => ({ id, from_id: from, to_id: to, type })),
    relation_origins: written.map(({ origin }) => origin),
    relation_annotation_ids: written.map(({ id }) => id),
  };
}
