import { z } from 'zod';
import { originSchema, type Shape, shapeSchema, itemKindOf } from '../annotation/annotation.ts';
import { idSchema } from '../core/ids.ts';
import { type Part, partsFitText, partsSchema } from '../project/part.ts';
import { found } from './findings.ts';
import type { ReadFinding } from './format.ts';

const name = z.string().min(1).max(200);
const share = z.number().min(0).max(1);
const ownSchema = z.looseObject({ id: idSchema, class: name, origin: originSchema });
const argillaValue = z.union([
  z.number(),
  z.string().min(1).max(20_000),
  z.array(name),
  z.array(z.object({ value: name, rank: z.int().min(1) })),
]);
const argillaAnswer = z.object({ value: argillaValue, score: share.nullish() });

/** The fields by which lines of several tools speak of a text as a whole; all of them may be left out. */
export const wholeTextFields = {
  /** A list of names, or names with how sure a model is of each. */
  cats: z.union([z.array(name), z.record(name, z.union([z.boolean(), z.number()]))]).optional(),
  /** Prodigy: what was chosen of `options`, and whether the example was accepted at all. */
  accept: z.array(z.union([name, z.number()])).optional(),
  options: z.array(z.looseObject({ id: z.union([name, z.number()]), text: z.string().optional() })).optional(),
  answer: z.enum(['accept', 'reject', 'ignore']).optional().catch(undefined),
  /** Argilla: by the name of the question. */
  responses: z.record(name, z.array(z.unknown())).optional().catch(undefined),
  suggestions: z.record(name, z.unknown()).optional().catch(undefined),
  answers: z.array(z.unknown()).optional(),
  parts: z.array(z.unknown()).optional(),
  prompt: z.string().optional().catch(undefined),
  chosen: z.string().min(1).optional().catch(undefined),
  rejected: z.string().min(1).optional().catch(undefined),
} as const;
const wholeTextSchema = z.object(wholeTextFields);
type WholeText = z.infer<typeof wholeTextSchema>;

/** An answer as a line has it, with what it is called there. */
export interface ReadAnswer {
  readonly className: string;
  readonly shape: Shape;
  readonly id?: string;
  readonly origin?: z.infer<typeof originSchema>;
  readonly score?: number;
}

/** How a preference without a question of its own is called. */
const PREFERENCE = 'Preference';

/**
 * The answers of a line, and its parts. Ours are exact, and then what other tools would read beside them is passed
 * over, since it says the same.
 */
export function readAnswers(
  read: WholeText & { readonly text: string },
  path: string,
  findings: ReadFinding[],
): { readonly answers: readonly ReadAnswer[]; readonly parts: readonly Part[] } {
  const parts = readParts(read, path, findings);
  if (read.answers) {
    const answers = read.answers.flatMap((record, index) => ownAnswer(record, `${path}#/answers/${index}`, findings));
    return { answers, parts };
  }
  if (read.answer === 'reject' || read.answer === 'ignore') {
    findings.push(found('KIND_NOT_READ', path, 'leftAside', { answer: read.answer }));
    return { answers: [], parts };
  }
  const answers = [...categories(read), ...chosenOptions(read), ...argilla(read, path, findings), ...pair(read, parts)];
  return { answers, parts };
}

/**
 * A pair of texts without a text of its own (`prompt`, `chosen`, `rejected`) as one text of three parts. The answers
 * stand in the order of their words, so that their place tells nothing.
 */
export function composedPair(line: unknown): unknown {
  const pairSchema = z.looseObject({ prompt: z.string(), chosen: z.string().min(1), rejected: z.string().min(1) });
  const read = pairSchema.safeParse(line).data;
  if (!read || 'text' in read || read.chosen === read.rejected) return line;
  const roles = [
    ...(read.prompt === '' ? [] : [{ id: 'prompt', role: 'prompt' as const, words: read.prompt }]),
    ...[read.chosen, read.rejected]
      .toSorted()
      .map((words, index) => ({ id: `answer-${index + 1}`, role: 'answer' as const, words })),
  ];
  let text = '';
  const parts: Part[] = [];
  for (const { id, role, words } of roles) {
    const start = Array.from(text).length;
    parts.push({ id, role, start, end: start + Array.from(words).length });
    text += `${words}\n\n`;
  }
  return { ...read, text, parts };
}

function readParts(
  read: WholeText & { readonly text: string },
  path: string,
  findings: ReadFinding[],
): readonly Part[] {
  if (!read.parts) return [];
  const parts = partsSchema.safeParse(read.parts).data;
  if (parts && partsFitText(parts, read.text)) return parts;
  findings.push(found('SPAN_MISMATCH', `${path}#/parts`, 'notPartsOfText'));
  return [];
}

function ownAnswer(record: unknown, path: string, findings: ReadFinding[]): readonly ReadAnswer[] {
  const known = ownSchema.safeParse(record).data;
  const { id, class: className, origin, ...rest } = known ?? {};
  const shape = shapeSchema.safeParse(rest).data;
  if (id !== undefined && className !== undefined && origin !== undefined && shape && itemKindOf(shape)) {
    return [{ id, className, origin, shape }];
  }
  findings.push(found('RECORD_BROKEN', path, 'notAnAnswer'));
  return [];
}

function categories({ cats }: WholeText): readonly ReadAnswer[] {
  if (!cats) return [];
  const shape = { kind: 'tag' as const };
  if (Array.isArray(cats)) return [...new Set(cats)].map((className) => ({ className, shape }));
  return Object.entries(cats).flatMap(([className, value]) => {
    if (typeof value === 'boolean') return value ? [{ className, shape }] : [];
    const isShare = value >= 0.5 && value <= 1;
    return isShare ? [{ className, shape, ...(value < 1 ? { score: value } : {}) }] : [];
  });
}

function chosenOptions({ accept = [], options = [] }: WholeText): readonly ReadAnswer[] {
  return [...new Set(accept)].map((id) => {
    const words = options.find((option) => option.id === id)?.text;
    return {
      className: words === undefined || words === '' ? String(id) : words.slice(0, 200),
      shape: { kind: 'tag' },
    };
  });
}

/** The first response to each question; where there is none, what was suggested. */
function argilla({ responses = {}, suggestions = {} }: WholeText, path: string, findings: ReadFinding[]) {
  const questions = [...new Set([...Object.keys(responses), ...Object.keys(suggestions)])];
  return questions.flatMap((question): readonly ReadAnswer[] => {
    const said = responses[question]?.[0] ?? suggestions[question];
    const read = argillaAnswer.safeParse(said).data;
    const answers = read ? argillaShapes(question, read.value) : [];
    if (answers.length === 0) {
      findings.push(found('KIND_NOT_READ', `${path}#/${question}`, 'unknownAnswer'));
    }
    const score = read?.score ?? null;
    return answers.map((answer) => (score === null ? answer : { ...answer, score }));
  });
}

/** A number is a rating, a list of names are tags, names with ranks a ranking, and a text is a text. */
function argillaShapes(question: string, value: z.infer<typeof argillaValue>): readonly ReadAnswer[] {
  if (typeof value === 'string') return [{ className: question, shape: { kind: 'free-text', text: value } }];
  if (typeof value === 'number') {
    const shape = shapeSchema.safeParse({ kind: 'rating', value }).data;
    return shape ? [{ className: question, shape }] : [];
  }
  const ranked = value.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  if (ranked.length === 0) {
    return value.flatMap((one) =>
      typeof one === 'string' ? [{ className: one, shape: { kind: 'tag' as const } }] : [],
    );
  }
  const ranks = [...new Set(ranked.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const places = ranks.map((rank) => ranked.filter((one) => one.rank === rank).map((one) => one.value));
  const shape = shapeSchema.safeParse({ kind: 'ranking', places }).data;
  return shape ? [{ className: question, shape }] : [];
}

function pair({ chosen, rejected }: WholeText, parts: readonly Part[]): readonly ReadAnswer[] {
  const answers = parts.filter(({ role }) => role === 'answer');
  if (chosen === undefined || rejected === undefined || answers.length !== 2) return [];
  const preferred = [chosen, rejected].toSorted()[0] === chosen ? answers[0]?.id : answers[1]?.id;
  if (preferred === undefined) return [];
  const shape = { kind: 'preference' as const, outcome: 'preferred' as const, preferred, reason: '' };
  return [{ className: PREFERENCE, shape }];
}
