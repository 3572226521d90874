import type { Item } from '../project/item.ts';
import type { LabelClass, LabelSet, Medium } from '../project/label-set.ts';
import { type AnyKind, allKinds, type Annotation, itemKindOf } from './annotation.ts';
import type { AnswerSetting } from './kind.ts';
import { shuffledBy } from './shown-order.ts';

/** Names of the kinds that label a whole item. */
export type ItemKindName = Extract<AnyKind, { readonly medium: 'item' }>['name'];

/** Something that is ranked or compared. A name only where the class gives one: answers are judged without. */
export interface Option {
  readonly id: string;
  readonly name: string | null;
}

/** One question about a whole item. */
export interface Question {
  /** Unique in a label set; stays the same as long as the set does. */
  readonly id: string;
  readonly kind: ItemKindName;
  /** Null where no words were given: then the kind's own name says what is asked. */
  readonly title: string | null;
  readonly hint: string;
  readonly required: boolean;
  /** The classes that are its answers; a single one for every kind but `class` and `tag`. */
  readonly classes: readonly LabelClass[];
  /** What is ranked or compared, in the order in which this task shows it; empty for other kinds. */
  readonly options: readonly Option[];
}

/** What questions depend on besides the label set. */
export interface QuestionSetting {
  readonly medium: Medium;
  /** Ids of the item's answers in the order in which the task shows them; see `shownAnswers`. */
  readonly answers: readonly string[];
  /** The task: it decides in which order a class's own options are shown. */
  readonly taskId: string;
}

const itemKinds = allKinds.filter((kind) => kind.medium === 'item');

/** Ids of the item's answers in the order in which a task shows them. */
export function shownAnswers(
  { shuffleAnswers }: Pick<LabelSet, 'shuffleAnswers'>,
  { parts = [] }: Pick<Item, 'parts'>,
  taskId: string,
): readonly string[] {
  const ids = parts.filter(({ role }) => role === 'answer').map(({ id }) => id);
  return shuffleAnswers ? shuffledBy(taskId, ids) : ids;
}

/** The setting of a task on an item. */
export function questionSettingOf(
  labelSet: Pick<LabelSet, 'shuffleAnswers'>,
  item: Pick<Item, 'medium' | 'parts'>,
  taskId: string,
): QuestionSetting {
  return { medium: item.medium, answers: shownAnswers(labelSet, item, taskId), taskId };
}

/**
 * The questions that a label set asks of an item, in the order of its classes. One that compares answers is asked only
 * of items that have them: two for a preference, two or more for a ranking.
 */
export function questionsOf(labelSet: LabelSet, setting: QuestionSetting): readonly Question[] {
  const questions = new Map<string, Question>();
  for (const labelClass of labelSet.classes) {
    for (const kind of itemKinds.filter(({ name }) => labelClass.kinds.includes(name))) {
      if (!isAsked(kind.shortcut, labelClass, setting.medium)) continue;
      const grouped = kind.shortcut !== null;
      const id = `${kind.name}:${grouped ? (labelClass.question ?? '') : labelClass.id}`;
      const known = questions.get(id);
      const options = optionsOf(kind.name, labelClass, labelSet, setting);
      if (!isComparable(kind.name, options)) continue;
      questions.set(id, {
        id,
        kind: kind.name,
        title: grouped ? (labelClass.question ?? null) : (labelClass.question ?? labelClass.name),
        hint: known?.hint || (labelClass.hint ?? ''),
        required: (known?.required ?? false) || labelClass.required === true,
        classes: [...(known?.classes ?? []), labelClass],
        options,
      });
    }
  }
  return [...questions.values()];
}

/**
 * Whether a class is asked in the panel. Of texts every class of the whole item is; on images a class or tag without
 * a question of its own stays where it is chosen with the other classes.
 */
function isAsked(shortcut: string | null, labelClass: LabelClass, medium: Medium): boolean {
  return shortcut === null || medium === 'text' || labelClass.question !== undefined;
}

/** The classes that are chosen by digit, for what is drawn or marked: those with a kind that no panel asks for. */
export function paletteClasses(labelSet: LabelSet): readonly LabelClass[] {
  return labelSet.classes.filter((labelClass) =>
    labelClass.kinds.some((name) => {
      const kind = itemKinds.find((one) => one.name === name);
      return !kind || !isAsked(kind.shortcut, labelClass, labelSet.medium);
    }),
  );
}

/** The annotations that answer a question: one at most, but for tags. */
export function answersTo(question: Question, annotations: readonly Annotation[]): readonly Annotation[] {
  const ids = new Set(question.classes.map(({ id }) => id));
  return annotations.filter(({ classId, shape }) => shape.kind === question.kind && ids.has(classId));
}

/** The labels that have a place of their own, or are chosen with the other classes: without what answers a question. */
export function withoutAnswers<One extends Pick<Annotation, 'classId' | 'shape'>>(
  annotations: readonly One[],
  questions: readonly Question[],
): readonly One[] {
  if (questions.length === 0) return annotations;
  const asked = new Set(questions.flatMap(({ kind, classes }) => classes.map(({ id }) => `${kind} ${id}`)));
  return annotations.filter(({ classId, shape }) => !asked.has(`${shape.kind} ${classId}`));
}

/** A question that stops a task from being handed in: required and without an answer, or with one left half done. */
export interface Unanswered {
  readonly question: Question;
  readonly why: 'missing' | 'unfinished';
}

/** All that stops a task from being handed in, in the order of the questions. */
export function unansweredOf(
  questions: readonly Question[],
  annotations: readonly Annotation[],
): readonly Unanswered[] {
  return questions.flatMap((question): Unanswered[] => {
    const answers = answersTo(question, annotations);
    if (answers.some((answer) => !isWhole(answer, question))) return [{ question, why: 'unfinished' }];
    return question.required && answers.length === 0 ? [{ question, why: 'missing' }] : [];
  });
}

function isWhole({ classId, shape }: Annotation, { classes, options }: Question): boolean {
  const labelClass = classes.find(({ id }) => id === classId);
  const kind = itemKindOf(shape);
  return !labelClass || !kind?.isWhole || kind.isWhole(shape, { labelClass, options: options.map(({ id }) => id) });
}

/** What an answer of this class on this item is held against; see `AnswerSetting`. */
export function answerSetting(
  kind: ItemKindName,
  labelClass: LabelClass,
  labelSet: Pick<LabelSet, 'shuffleAnswers'>,
  setting: QuestionSetting,
): AnswerSetting {
  return { labelClass, options: optionsOf(kind, labelClass, labelSet, setting).map(({ id }) => id) };
}

function optionsOf(
  kind: ItemKindName,
  labelClass: LabelClass,
  labelSet: Pick<LabelSet, 'shuffleAnswers'>,
  setting: QuestionSetting,
): readonly Option[] {
  if (kind !== 'ranking' && kind !== 'preference') return [];
  const own = kind === 'ranking' ? labelClass.ranking?.options : undefined;
  if (!own) return setting.answers.map((id) => ({ id, name: null }));
  const order = own.map(({ id }) => id);
  const shown = labelSet.shuffleAnswers ? shuffledBy(setting.taskId, order) : order;
  return shown.flatMap((id) => own.filter((option) => option.id === id));
}

function isComparable(kind: ItemKindName, options: readonly Option[]): boolean {
  if (kind === 'preference') return options.length === 2;
  return kind !== 'ranking' || options.length > 1;
}
