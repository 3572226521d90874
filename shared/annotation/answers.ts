import type { LabelSet } from '../project/label-set.ts';
import { type Annotation, itemKindOf, type Shape } from './annotation.ts';
import type { Edit } from './edit.ts';
import { acceptedFrom, type Suggestion } from './suggestion.ts';

type Labelled = Pick<Annotation, 'id' | 'classId' | 'shape'>;

/**
 * What two labels of a whole item cannot share: of an exclusive kind the question, of others the class. Null for
 * labels with a place of their own, of which there may be any number.
 */
export function answerPlaceOf({ classId, shape }: Pick<Labelled, 'classId' | 'shape'>, { classes }: LabelSet) {
  const kind = itemKindOf(shape);
  if (!kind) return null;
  const question = classes.find(({ id }) => id === classId)?.question ?? '';
  return kind.exclusive ? `${kind.name} of ${question}` : `${kind.name} ${classId}`;
}

/** Those that have to go when `label` comes. */
export function displacedBy<One extends Labelled>(
  label: Labelled,
  others: readonly One[],
  labelSet: LabelSet,
): readonly One[] {
  const place = answerPlaceOf(label, labelSet);
  if (place === null) return [];
  return others.filter((one) => one.id !== label.id && answerPlaceOf(one, labelSet) === place);
}

/** What may be wanted of an item's answers, and what is known of it. */
interface AnswerContext {
  readonly annotations: readonly Annotation[];
  readonly suggestions: readonly Suggestion[];
  readonly labelSet: LabelSet;
}

/**
 * The edit that gives an answer: the one that stood in its place goes, or is changed where it is of the same class. A
 * suggestion whose answer is taken away was rejected: it does not come back.
 */
export function givenAnswer(
  { annotations, suggestions, labelSet }: AnswerContext,
  answer: { readonly classId: string; readonly shape: Shape; readonly newId: string },
): Edit {
  const { classId, shape, newId } = answer;
  const same = annotations.find((one) => one.classId === classId && one.shape.kind === shape.kind);
  if (same) return { put: [changedAnswer(same, shape)], remove: [] };
  const order = annotations.reduce((highest, one) => Math.max(highest, one.order), -1) + 1;
  const put: Annotation = { id: newId, classId, origin: 'hand', order, shape };
  const gone = displacedBy(put, annotations, labelSet).map(({ id }) => id);
  return { put: [put], remove: gone, ...dismissing(gone, suggestions) };
}

/** What a model suggested and a person changed is `edited`. */
function changedAnswer(annotation: Annotation, shape: Shape): Annotation {
  return { ...annotation, origin: annotation.origin === 'hand' ? 'hand' : 'edited', shape };
}

/** The edit that takes answers back. */
export function withdrawnAnswers(answers: readonly Annotation[], suggestions: readonly Suggestion[]): Edit {
  const remove = answers.map(({ id }) => id);
  return { put: [], remove, ...dismissing(remove, suggestions) };
}

/**
 * The edit that makes annotations of suggestions as they are. Where several answer the same question only the surest is
 * accepted and the others are dismissed; what was answered there before goes. `withShown` adds what was shown where.
 */
export function acceptingEdit(
  { annotations, suggestions, labelSet }: AnswerContext,
  wanted: readonly Suggestion[],
  withShown: (suggestion: Suggestion) => Shape = ({ shape }) => shape,
): Edit {
  const kept: Suggestion[] = [];
  const beaten: string[] = [];
  for (const one of wanted.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1))) {
    if (displacedBy(one, kept, labelSet).length > 0) beaten.push(one.id);
    else kept.push(one);
  }
  const accepted = wanted.filter((one) => kept.includes(one));
  const first = annotations.reduce((highest, { order }) => Math.max(highest, order), -1) + 1;
  const put = accepted.map((one, at) => acceptedFrom({ ...one, shape: withShown(one) }, first + at));
  const gone = accepted.flatMap((one) => displacedBy(one, annotations, labelSet).map(({ id }) => id));
  return { put, remove: [...new Set(gone)], ...dismissing([...gone, ...beaten], suggestions) };
}

function dismissing(ids: readonly string[], suggestions: readonly Suggestion[]): Pick<Edit, 'dismiss'> {
  const suggested = new Set(suggestions.map(({ id }) => id));
  const dismiss = [...new Set(ids)].filter((id) => suggested.has(id));
  return dismiss.length === 0 ? {} : { dismiss };
}
