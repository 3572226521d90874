import type { z } from 'zod';
import type { DatasetSource, ReadFinding } from './format.ts';
import { type JsonFault, type JsonValue, parseStrictJson } from './strict-json.ts';

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
    findings.push({ code: 'TOO_LARGE', path, message: 'is missing, too large, or not UTF-8' });
    return undefined;
  }
  const json = parseStrictJson(text, DOCUMENT_LIMITS);
  if (json.ok) return json.value;
  findings.push({
    code: 'NOT_JSON',
    path,
    message: `breaks a rule of JSON at character ${json.at}: ${faultWords(json.fault)}`,
  });
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
    else
      findings.push({
        code: 'LINE_BROKEN',
        path,
        message: `is not one JSON value, at ${json.at}: ${faultWords(json.fault)}`,
      });
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
  const field = issue?.path.join('/') ?? '';
  findings.push({
    code: 'RECORD_BROKEN',
    path,
    message: `${field === '' ? 'it' : field}: ${issue?.message ?? 'invalid'}`,
  });
  return null;
}

/** What is wrong, and for what a person can put right, how. */
function faultWords(fault: JsonFault): string {
  return fault === 'surrogate' ? 'half of a surrogate pair; save the text as valid UTF-8' : fault;
}
