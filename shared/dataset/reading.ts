import type { z } from 'zod';
import { type Because, because } from '../i18n/reason.ts';
import { fieldProblem, found } from './findings.ts';
import type { DatasetSource, ReadFinding } from './format.ts';
import { type JsonValue, parseStrictJson } from './strict-json.ts';

/** Bounds on one JSON document of a dataset. Larger files need the streaming reader. */
const DOCUMENT_LIMITS = { characters: 256 * 1024 * 1024, depth: 64, values: 30_000_000, numbers: 'finite' } as const;

/** Bounds on one line. */
const LINE_LIMITS = { characters: 16 * 1024 * 1024, depth: 64, values: 1_000_000, numbers: 'finite' } as const;

/** A whole JSON document, or undefined with a finding that says why not. */
export async function readJson(
  source: DatasetSource,
  path: string,
  findings: ReadFinding[],
): Promise<JsonValue | undefined> {
  const text = await source.readText(path);
  if (text === null) {
    findings.push(found('TOO_LARGE', path, 'unreadable'));
    return undefined;
  }
  const json = parseStrictJson(text, DOCUMENT_LIMITS);
  if (json.ok) return json.value;
  findings.push(found('NOT_JSON', path, 'notJson', { at: json.at, fault: json.fault }));
  return undefined;
}

/** Each line that is JSON, with its path (`file:line`, from 1); the others are findings. Empty lines do not count. */
export function* readJsonLines(
  text: string,
  file: string,
  findings: ReadFinding[],
): Generator<{ readonly value: JsonValue; readonly path: string; readonly line: number }> {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const path = `${file}:${index + 1}`;
    const json = parseStrictJson(line, LINE_LIMITS);
    if (json.ok) yield { value: json.value, path, line: index + 1 };
    else findings.push(found('LINE_BROKEN', path, 'lineNotJson', { at: json.at, fault: json.fault }));
  }
}

/** One record by its schema, or null with a finding. */
export function parseRecord<Schema extends z.ZodType>(
  schema: Schema,
  record: unknown,
  path: string,
  findings: ReadFinding[],
): z.output<Schema> | null {
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  findings.push({ code: 'RECORD_BROKEN', path, ...whyBroken(issue) });
  return null;
}

function whyBroken(issue: z.core.$ZodIssue | undefined): Because<'read'> {
  const field = issue?.path.join('/') ?? '';
  if (issue?.code === 'invalid_type') {
    const { expected } = issue;
    return field === ''
      ? because('read', 'recordType', { expected })
      : because('read', 'fieldType', { field, expected });
  }
  const problem = fieldProblem(issue);
  return field === '' ? because('read', 'record', { problem }) : because('read', 'field', { field, problem });
}
