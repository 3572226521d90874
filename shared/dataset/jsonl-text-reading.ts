import { z } from 'zod';
import { type Annotation, type KindName, originSchema, shapeSchema } from '../annotation/annotation.ts';
import { relation } from '../annotation/kinds/relation.ts';
import { spanOfPieces } from '../annotation/span-pieces.ts';
import { idSchema } from '../core/ids.ts';
import type { LabelClass } from '../project/label-set.ts';
import type { Part } from '../project/part.ts';
import { found } from './findings.ts';
import type { DatasetSource, ReadDataset, ReadEntry, ReadFinding } from './format.ts';
import { classWithAnswers } from './answer-classes.ts';
import { composedPair, type ReadAnswer, readAnswers, wholeTextFields } from './jsonl-answers-reading.ts';
import { parseRecord, readJsonLines } from './reading.ts';

const offset = z.int().min(0);
const className = z.string().min(1).max(200);
const score = z.number().min(0).max(1);
const foreignId = z.union([z.int(), z.string().max(200)]);

const labelSchema = z.tuple([offset, offset, className]);
/** An entity in the form that has relations; `score` is what models add to it. */
const entitySchema = z.object({
  id: foreignId,
  label: className,
  start_offset: offset,
  end_offset: offset,
  score: score.nullish(),
});
const prodigySpanSchema = z.object({ start: offset, end: offset, label: className, score: score.nullish() });
const linkSchema = z.object({ from_id: foreignId, to_id: foreignId, type: className, score: score.nullish() });

const lineSchema = z.object({
  text: z.string().min(1),
  /** One name for the whole text, names of tags, or spans. */
  label: z.union([className, z.array(z.unknown())]).optional(),
  /** Prodigy's spans. */
  spans: z.array(z.unknown()).optional(),
  /** The name that some tools give the same list. */
  labels: z.array(z.unknown()).optional(),
  entities: z.array(z.unknown()).optional(),
  relations: z.array(z.unknown()).default([]),
  file_name: z.string().min(1).max(1024).optional(),
  origins: z.array(originSchema).catch([]).default([]),
  annotation_ids: z.array(idSchema).catch([]).default([]),
  relation_origins: z.array(originSchema).catch([]).default([]),
  relation_annotation_ids: z.array(idSchema).catch([]).default([]),
  /** One a label: how sure a model is. */
  scores: z.array(score.nullable()).catch([]).default([]),
  further_pieces: z
    .array(z.array(z.tuple([z.int().min(0), z.int().min(0)])))
    .catch([])
    .default([]),
  ...wholeTextFields,
});
type Line = z.infer<typeof lineSchema>;

/** What a whole file shares while it is read line by line. */
interface Reading {
  readonly findings: ReadFinding[];
  /** By kind and name: a relation may be called as a class of spans is. */
  readonly classes: Map<string, LabelClass>;
  readonly ids: Set<string>;
}

/** A line under way. */
interface Page {
  readonly line: number;
  readonly path: string;
  readonly read: Line;
  readonly annotations: Annotation[];
  readonly scores: Map<string, number>;
  /** Ids of entities as the line has them, to ids of annotations. */
  readonly entityIds: Map<string | number, string>;
}

/**
 * Reads labelled texts, one JSON object a line: `label` lists, `spans`, or `entities` with `relations` between them, and
 * what is said of the whole text (see `readAnswers`). Classes are numbered as they first occur. Labels from elsewhere count as `accepted`, never as made by hand.
 */
export async function readJsonlText(source: DatasetSource): Promise<ReadDataset> {
  const reading: Reading = { findings: [], classes: new Map(), ids: new Set() };
  const { findings, classes } = reading;
  const path = source.paths.find((one) => one.endsWith('.jsonl')) ?? source.paths[0] ?? '';
  const text = await source.readText(path);
  const entries: ReadEntry[] = [];
  if (text === null) findings.push(found('TOO_LARGE', path, 'unreadable'));
  for (const { value, path: linePath, line } of readJsonLines(text ?? '', path, findings)) {
    const read = parseRecord(lineSchema, withText(value), linePath, findings);
    if (!read) continue;
    const page: Page = { line, path: linePath, read, annotations: [], scores: new Map(), entityIds: new Map() };
    readSpans(page, reading);
    readRelations(page, reading);
    const parts = readWhole(page, reading);
    const name = read.file_name ?? `${line}.txt`;
    const item = { medium: 'text' as const, path: name, ...(parts.length > 0 ? { parts: [...parts] } : {}) };
    const { annotations, scores } = page;
    const sure = scores.size > 0 ? { scores } : {};
    entries.push({ item, text: read.text, annotations, submissionId: null, at: linePath, ...sure });
  }
  if (entries.length === 0) findings.push(found('NOTHING_FOUND', path, 'noTexts'));
  return { labelSets: [{ medium: 'text', classes: [...classes.values()] }], entries, findings };
}

/** What a line says of the text as a whole; answers with its parts. */
function readWhole(page: Page, reading: Reading): readonly Part[] {
  const { read, path, annotations } = page;
  const { answers, parts } = readAnswers(read, path, reading.findings);
  const { label } = read;
  const named: readonly ReadAnswer[] =
    typeof label === 'string'
      ? [{ className: label, shape: { kind: 'class' } }]
      : (label ?? []).flatMap((one) => (isName(one) ? [{ className: one, shape: { kind: 'tag' as const } }] : []));
  const first = annotations.reduce((highest, { order }) => Math.max(highest, order + 1), 0);
  for (const [index, answer] of [...named, ...answers].entries()) {
    const { shape } = answer;
    const id = ownId(page, reading, answer.id, `a${index + 1}`);
    const known = classNamed(answer.className, shape.kind, reading);
    const labelClass = classWithAnswers(known, [shape]);
    reading.classes.set(`${shape.kind} ${answer.className}`, labelClass);
    if (answer.score !== undefined) page.scores.set(id, answer.score);
    annotations.push({
      id,
      classId: labelClass.id,
      origin: answer.origin ?? 'accepted',
      order: first + index,
      shape,
    });
  }
  return parts;
}

/** A line with the text that it means, where it has it under another name. */
function withText(line: unknown): unknown {
  const argilla = z.looseObject({ fields: z.object({ text: z.string() }) }).safeParse(line).data;
  return argilla && !('text' in argilla) ? { ...argilla, text: argilla.fields.text } : composedPair(line);
}

function isName(value: unknown): value is string {
  return className.safeParse(value).success;
}

/** `label` where there is one; it and `entities` say the same, in the same order. */
function readSpans(page: Page, reading: Reading): void {
  const { read, path, annotations } = page;
  const plain = typeof read.label === 'string' ? undefined : (read.label ?? read.labels);
  const list = plain ? 'label' : read.spans ? 'spans' : 'entities';
  const characters = Array.from(read.text);
  for (const [index, record] of (plain ?? read.spans ?? read.entities ?? []).entries()) {
    // a name alone is a tag of the whole text
    if (plain && isName(record)) continue;
    const spanPath = `${path}#/${list}/${index}`;
    const parse = plain ? plainSpan : read.spans ? prodigySpan : entitySpan;
    const span = parse(record, spanPath, reading.findings);
    if (!span) continue;
    const { start, end, name } = span;
    const ranges = [[start, end] as const, ...(read.further_pieces[index] ?? [])];
    const pieces = ranges.map(([from, to]) => ({ start: from, end: to, text: characters.slice(from, to).join('') }));
    const shape = spanOfPieces(pieces);
    const isWhole = shapeSchema.safeParse(shape).success && ranges.every(([, to]) => to <= characters.length);
    if (!shape || !isWhole) {
      reading.findings.push(found('SPAN_MISMATCH', spanPath, 'notInText'));
      continue;
    }
    const id = ownId(page, reading, read.annotation_ids[index], String(index + 1));
    page.entityIds.set(span.entityId ?? entityIdAt(read, index), id);
    const sure = span.score ?? read.scores[index] ?? null;
    if (sure !== null) page.scores.set(id, sure);
    annotations.push({
      id,
      classId: classNamed(name, 'span', reading).id,
      origin: read.origins[index] ?? 'accepted',
      order: index,
      shape,
    });
  }
}

function readRelations(page: Page, reading: Reading): void {
  const { read, path, annotations, entityIds } = page;
  const first = annotations.reduce((highest, { order }) => Math.max(highest, order + 1), 0);
  for (const [index, record] of read.relations.entries()) {
    const linkPath = `${path}#/relations/${index}`;
    const link = parseRecord(linkSchema, record, linkPath, reading.findings);
    if (!link) continue;
    const [from, to] = [entityIds.get(link.from_id), entityIds.get(link.to_id)];
    if (from === undefined || to === undefined || from === to) {
      const why = from === to && from !== undefined ? 'joinsItself' : 'joinsNothing';
      reading.findings.push(found('RELATION_END_MISSING', linkPath, why));
      continue;
    }
    const id = ownId(page, reading, read.relation_annotation_ids[index], `r${index + 1}`);
    if (typeof link.score === 'number') page.scores.set(id, link.score);
    annotations.push({
      id,
      classId: classNamed(link.type, 'relation', reading).id,
      origin: read.relation_origins[index] ?? 'accepted',
      order: first + index,
      shape: relation.between(from, to),
    });
  }
}

interface ReadSpan {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly entityId: string | number | null;
  readonly score: number | null;
}

function plainSpan(record: unknown, path: string, findings: ReadFinding[]): ReadSpan | null {
  const label = parseRecord(labelSchema, record, path, findings);
  return label && { start: label[0], end: label[1], name: label[2], entityId: null, score: null };
}

function prodigySpan(record: unknown, path: string, findings: ReadFinding[]): ReadSpan | null {
  const span = parseRecord(prodigySpanSchema, record, path, findings);
  return span && { start: span.start, end: span.end, name: span.label, entityId: null, score: span.score ?? null };
}

function entitySpan(record: unknown, path: string, findings: ReadFinding[]): ReadSpan | null {
  const entity = parseRecord(entitySchema, record, path, findings);
  if (!entity) return null;
  const { id, label, start_offset: start, end_offset: end } = entity;
  return { start, end, name: label, entityId: id, score: entity.score ?? null };
}

/** The id that relations of a line call its label by: that of the entity at the same place, else the place itself. */
function entityIdAt({ entities }: Line, index: number): string | number {
  const parsed = entitySchema.safeParse(entities?.[index]);
  return parsed.success ? parsed.data.id : index;
}

/** Its own id where it has one that is still free. */
function ownId({ line }: Page, { ids }: Reading, wanted: string | undefined, place: string): string {
  const id = wanted === undefined || ids.has(wanted) ? `line-${line}-${place}` : wanted;
  ids.add(id);
  return id;
}

function classNamed(name: string, kind: KindName, { classes }: Reading): LabelClass {
  const key = `${kind} ${name}`;
  const known = classes.get(key) ?? {
    id: `c${classes.size + 1}`,
    name,
    colour: classes.size % 12,
    kinds: [kind],
  };
  classes.set(key, known);
  return known;
}
