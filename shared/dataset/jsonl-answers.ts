import { type Annotation, itemKindOf } from '../annotation/annotation.ts';
import { sliceByCodePoints } from '../core/code-points.ts';
import type { NamedEntry } from './entries.ts';
import { lost } from './findings.ts';
import type { Loss } from './format.ts';

/**
 * What a line says of the text as a whole; nothing where nothing is, so that plain lines stay plain.
 *
 * `cats` are the names of its class and tags, as doccano and spaCy have them. `prompt`, `chosen` and `rejected` are the
 * texts of a preference between two answers, as trainers read them; they are there only if one was preferred. `answers`
 * has all of it exactly, with ids, origins and what was shown where, and `parts` the ranges of a text to compare; both
 * are ours.
 */
export function answerFields(entry: NamedEntry, names: ReadonlyMap<string, string>, losses: Loss[]) {
  const answers = entry.annotations.flatMap(({ id, classId, origin, shape }) => {
    const className = names.get(classId);
    if (!itemKindOf(shape)) return [];
    if (className !== undefined) return [{ id, class: className, origin, ...shape }];
    const path = `${entry.name.path}#${id}`;
    losses.push(lost('CLASS_UNKNOWN', { path, aside: classId }, 'classUnknown'));
    return [];
  });
  const cats = answers.filter(({ kind }) => kind === 'class' || kind === 'tag').map((answer) => answer.class);
  return {
    ...(cats.length > 0 ? { cats } : {}),
    ...pairFields(entry),
    ...(answers.length > 0 ? { answers } : {}),
    ...(entry.item.parts ? { parts: entry.item.parts } : {}),
  };
}

/** The texts of a preference, where the item has one between two answers. */
function pairFields({ item, text, annotations }: NamedEntry) {
  const shapes = annotations.flatMap(({ shape }: Annotation) => (shape.kind === 'preference' ? [shape] : []));
  const [preference] = shapes;
  const parts = item.parts ?? [];
  const answers = parts.filter(({ role }) => role === 'answer');
  if (shapes.length !== 1 || preference?.preferred === undefined || answers.length !== 2) return {};
  const wordsOf = (part: { readonly start: number; readonly end: number } | undefined): string =>
    part ? sliceByCodePoints(text ?? '', part.start, part.end) : '';
  return {
    prompt: parts
      .filter(({ role }) => role !== 'answer')
      .map(wordsOf)
      .join('\n\n'),
    chosen: wordsOf(answers.find(({ id }) => id === preference.preferred)),
    rejected: wordsOf(answers.find(({ id }) => id !== preference.preferred)),
  };
}
