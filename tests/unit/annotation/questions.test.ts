import { wordsOf } from '../../../shared/core/text-offsets.ts';
import { describe, expect, it } from 'vitest';
import type { Annotation, Shape } from '../../../shared/annotation/annotation.ts';
import { acceptingEdit, givenAnswer, withdrawnAnswers } from '../../../shared/annotation/answers.ts';
import { applyEdit } from '../../../shared/annotation/edit.ts';
import { assertAnswersOnce, assertLabelRules, type LabelContext } from '../../../shared/annotation/label-rules.ts';
import {
  paletteClasses,
  questionSettingOf,
  questionsOf,
  shownAnswers,
  unansweredOf,
  withoutAnswers,
} from '../../../shared/annotation/questions.ts';
import { shuffledBy } from '../../../shared/annotation/shown-order.ts';
import type { Suggestion } from '../../../shared/annotation/suggestion.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { Item } from '../../../shared/project/item.ts';
import { labelClassSchema, labelSetSchema } from '../../../shared/project/label-set.ts';
import { partsFitText, partsSchema } from '../../../shared/project/part.ts';
import { comparedText, questionsLabelSet as labelSet } from '../../support/questions-project.ts';

const { text, parts } = comparedText('Why? 👩‍👧', ['Because.', 'So.']);
const item: Item = {
  id: 'a',
  medium: 'text',
  title: 'A',
  path: 'a.txt',
  sha256: '0'.repeat(64),
  bytes: 1,
  width: null,
  height: null,
  words: 3,
  language: 'en',
  direction: 'ltr',
  note: '',
  parts: [...parts],
};
const { parts: _parts, ...plainItem } = item;
const context: LabelContext = { item, words: wordsOf(text), labelSet, taskId: 'task-a' };
const shown = ['answer-1', 'answer-2'];

function answer(classId: string, shape: Shape, given: Partial<Annotation> = {}): Annotation {
  return { id: `a-${classId}`, classId, origin: 'hand', order: 0, shape, ...given };
}

function why(run: () => void): string | number | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.details['why'];
    throw error;
  }
}

const better = (given: Partial<Extract<Shape, { kind: 'preference' }>> = {}): Annotation =>
  answer('better', {
    kind: 'preference',
    outcome: 'preferred',
    preferred: 'answer-2',
    reason: 'Short.',
    shown: ['answer-1', 'answer-2'],
    ...given,
  });

describe('an answer and its class', () => {
  it.each<[string, Annotation, string | undefined]>([
    ['a rating on its scale', answer('plain', { kind: 'rating', value: 5 }), undefined],
    ['a rating beyond its scale', answer('plain', { kind: 'rating', value: 6 }), 'off-scale'],
    ['a rating below its scale', answer('plain', { kind: 'rating', value: 0 }), 'off-scale'],
    ['a rating of a class that does not rate', answer('gist', { kind: 'rating', value: 1 }), 'kind-not-allowed'],
    ['a short text', answer('gist', { kind: 'free-text', text: 'x'.repeat(300) }), undefined],
    ['a text that is too long', answer('gist', { kind: 'free-text', text: 'x'.repeat(301) }), 'text-too-long'],
    ['a whole ranking', answer('order', { kind: 'ranking', places: [['answer-2'], ['answer-1']], shown }), undefined],
    ['a ranking that is begun', answer('order', { kind: 'ranking', places: [['answer-2']], shown }), undefined],
    ['a tie where ties are allowed', answer('order', { kind: 'ranking', places: [[...shown]], shown }), undefined],
    ['a ranking of the prompt', answer('order', { kind: 'ranking', places: [['prompt']], shown }), 'unknown-option'],
    [
      'a ranking of answers in another order than they were shown',
      answer('order', { kind: 'ranking', places: [['answer-1']], shown: shown.toReversed() }),
      'shown-differs',
    ],
    [
      'a ranking that does not say what was shown',
      answer('order', { kind: 'ranking', places: [['answer-1']] }),
      'shown-missing',
    ],
    ['a preference', better(), undefined],
    ['a preference for the prompt', better({ preferred: 'prompt' }), 'unknown-option'],
    ['a preference shown the other way round', better({ shown: ['answer-2', 'answer-1'] }), 'shown-differs'],
    ['a class of texts', answer('news', { kind: 'class' }), undefined],
  ])('%s', (_name, annotation, expected) => {
    expect(why(() => assertLabelRules([annotation], context))).toBe(expected);
  });

  it('has nothing to compare in a text of one piece', () => {
    const onPlain = { ...context, item: plainItem };
    expect(why(() => assertLabelRules([better()], onPlain))).toBe('nothing-to-compare');
  });

  it('is refused a tie, a verdict on both, or a reason that its class does not ask for', () => {
    const strict = {
      ...labelSet,
      classes: labelSet.classes.map((one) => ({
        ...one,
        ...(one.ranking ? { ranking: { ties: false } } : {}),
        ...(one.preference ? { preference: { tie: false, bothBad: false, reason: 'none' as const } } : {}),
      })),
    };
    const onStrict = { ...context, labelSet: strict };
    const { preferred: _, ...bare } = better({ reason: '' }).shape as Extract<Shape, { kind: 'preference' }>;
    expect(
      why(() => assertLabelRules([answer('order', { kind: 'ranking', places: [[...shown]], shown })], onStrict)),
    ).toBe('ties-not-allowed');
    for (const outcome of ['tie', 'both-bad'] as const) {
      expect(why(() => assertLabelRules([answer('better', { ...bare, outcome })], onStrict))).toBe(
        'outcome-not-allowed',
      );
    }
    expect(why(() => assertLabelRules([better()], onStrict))).toBe('reason-not-asked');
  });

  it('may stand once: one class a question, each tag and each other answer once', () => {
    const once = (...annotations: Annotation[]) => why(() => assertAnswersOnce(annotations, labelSet));
    const second = { id: 'second' };
    expect(once(answer('news', { kind: 'class' }), answer('opinion', { kind: 'class' }))).toBe('second-class');
    expect(once(answer('law', { kind: 'tag' }), answer('work', { kind: 'tag' }))).toBeUndefined();
    expect(once(answer('law', { kind: 'tag' }), answer('law', { kind: 'tag' }, second))).toBe('tag-repeated');
    expect(
      once(answer('plain', { kind: 'rating', value: 1 }), answer('plain', { kind: 'rating', value: 2 }, second)),
    ).toBe('tag-repeated');
  });
});

describe('questions', () => {
  const setting = questionSettingOf(labelSet, item, 'task-a');
  const questions = questionsOf(labelSet, setting);

  it('come in the order of the classes; classes and tags of the same words are one question', () => {
    expect(questions.map(({ kind, title, classes, required }) => [kind, title, classes.length, required])).toEqual([
      ['class', 'What kind of text is it?', 2, true],
      ['tag', 'What is it about?', 2, false],
      ['rating', 'How plain is it?', 1, true],
      ['free-text', 'Say it in one sentence', 1, false],
      ['ranking', 'Best answer first', 1, false],
      ['preference', 'Which answer is better?', 1, true],
    ]);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('that compare are asked only of texts with answers', () => {
    const plain = questionsOf(labelSet, questionSettingOf(labelSet, plainItem, 'task-a'));
    expect(plain.map(({ kind }) => kind)).toEqual(['class', 'tag', 'rating', 'free-text']);
  });

  it('leave the classes that are marked to the palette', () => {
    expect(paletteClasses(labelSet).map(({ id }) => id)).toEqual(['claim']);
    const onImages = labelSetSchema.parse({
      medium: 'image',
      classes: [
        { id: 'night', name: 'Night', colour: 0, kinds: ['tag'] },
        { id: 'sharp', name: 'Sharp', colour: 0, kinds: ['tag'], question: 'How is it?' },
      ],
    });
    expect(paletteClasses(onImages).map(({ id }) => id)).toEqual(['night']);
    const asked = questionsOf(onImages, { medium: 'image', answers: [], taskId: 't' });
    expect(asked.map(({ title }) => title)).toEqual(['How is it?']);
    const tags = [answer('night', { kind: 'tag' }), answer('sharp', { kind: 'tag' })];
    expect(withoutAnswers(tags, asked)).toEqual([tags[0]]);
  });

  it('that are needed stop a task until they are answered, and all do while they are half done', () => {
    const left = (...annotations: Annotation[]) =>
      unansweredOf(questions, annotations).map(({ question, why: reason }) => `${question.kind} ${reason}`);
    expect(left()).toEqual(['class missing', 'rating missing', 'preference missing']);
    const all = [answer('opinion', { kind: 'class' }), answer('plain', { kind: 'rating', value: 1 }), better()];
    expect(left(...all)).toEqual([]);
    expect(left(...all.slice(0, 2), better({ reason: ' \n' }))).toEqual(['preference unfinished']);
    expect(left(...all, answer('order', { kind: 'ranking', places: [['answer-1']], shown }))).toEqual([
      'ranking unfinished',
    ]);
    expect(left(...all, answer('gist', { kind: 'free-text', text: ' ' }))).toEqual(['free-text unfinished']);
  });
});

describe('the order in which answers are shown', () => {
  it('is that of the text, unless the label set shuffles: then each task has its own, always the same', () => {
    expect(shownAnswers(labelSet, item, 'task-a')).toEqual(shown);
    const shuffling = { ...labelSet, shuffleAnswers: true };
    const orders = Array.from({ length: 400 }, (_, task) => shownAnswers(shuffling, item, `task-${task}`).join());
    expect(shownAnswers(shuffling, item, 'task-7').join()).toBe(orders[7]);
    const first = orders.filter((order) => order.startsWith('answer-1')).length;
    // 400 tosses of a fair coin lie in here 9,999 times of 10,000
    expect(first).toBeGreaterThan(160);
    expect(first).toBeLessThan(240);
  });

  it('gives each of five about the same chance of the first place', () => {
    const firsts = Array.from({ length: 2000 }, (_, task) => shuffledBy(`t${task}`, ['a', 'b', 'c', 'd', 'e'])[0]);
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      const share = firsts.filter((one) => one === id).length / firsts.length;
      expect(share, id).toBeGreaterThan(0.16);
      expect(share, id).toBeLessThan(0.24);
    }
  });
});

describe('giving an answer', () => {
  const none = { annotations: [], suggestions: [], labelSet };
  const suggestion = (id: string, classId: string, shape: Shape, score: number | null = null): Suggestion => ({
    id,
    classId,
    shape,
    score,
    source: 'model',
  });

  it('takes the place of the class that was chosen before, and leaves other questions alone', () => {
    const annotations = [answer('news', { kind: 'class' }), answer('law', { kind: 'tag' })];
    const edit = givenAnswer(
      { ...none, annotations },
      { classId: 'opinion', shape: { kind: 'class' }, newId: 'a-new' },
    );
    expect(applyEdit(annotations, edit).map(({ classId }) => classId)).toEqual(['law', 'opinion']);
  });

  it('changes an answer of the same class, and what a model suggested becomes edited', () => {
    const annotations = [answer('plain', { kind: 'rating', value: 2 }, { origin: 'accepted' })];
    const edit = givenAnswer(
      { ...none, annotations },
      { classId: 'plain', shape: { kind: 'rating', value: 3 }, newId: 'a-new' },
    );
    expect(edit).toEqual({
      put: [answer('plain', { kind: 'rating', value: 3 }, { origin: 'edited' })],
      remove: [],
    });
  });

  it('taken back or displaced, a suggestion that was accepted does not come back', () => {
    const annotations = [answer('news', { kind: 'class' }, { id: 's-1', origin: 'accepted' })];
    const suggestions = [suggestion('s-1', 'news', { kind: 'class' })];
    expect(withdrawnAnswers(annotations, suggestions)).toEqual({ put: [], remove: ['s-1'], dismiss: ['s-1'] });
    const edit = givenAnswer(
      { annotations, suggestions, labelSet },
      { classId: 'opinion', shape: { kind: 'class' }, newId: 'a-new' },
    );
    expect(edit).toMatchObject({ remove: ['s-1'], dismiss: ['s-1'] });
  });

  it('accepts of rival suggestions the surest, dismisses the others, and removes what stood there', () => {
    const suggestions = [
      suggestion('s-1', 'news', { kind: 'class' }, 0.4),
      suggestion('s-2', 'opinion', { kind: 'class' }, 0.6),
      suggestion('s-3', 'law', { kind: 'tag' }, 0.1),
    ];
    const annotations = [answer('news', { kind: 'class' })];
    const edit = acceptingEdit({ annotations, suggestions, labelSet }, suggestions);
    expect(edit.put.map(({ id, origin, order }) => [id, origin, order])).toEqual([
      ['s-2', 'accepted', 1],
      ['s-3', 'accepted', 2],
    ]);
    expect(edit).toMatchObject({ remove: ['a-news'], dismiss: ['s-1'] });
  });
});

describe('parts of a text', () => {
  it('are ranges in order, each once, of whole lines', () => {
    expect(partsSchema.safeParse(parts).success).toBe(true);
    expect(partsFitText(parts, text)).toBe(true);
    expect(partsFitText(parts, text.replaceAll('\n', '\r\n').replace('\r\n', '\n'))).toBe(false);
    expect(partsSchema.safeParse(parts.toReversed()).success).toBe(false);
    expect(partsSchema.safeParse([parts[0], { ...parts[1], id: 'prompt' }]).success).toBe(false);
    expect(partsFitText([{ id: 'a', role: 'answer', start: 1, end: 3 }], text)).toBe(false);
    expect(partsFitText([{ id: 'a', role: 'answer', start: 0, end: 2 }], text)).toBe(false);
    expect(partsFitText([{ id: 'a', role: 'answer', start: 0, end: 999 }], text)).toBe(false);
    expect(partsFitText([{ id: 'a', role: 'answer', start: 0, end: 1 }], 'a\r\nb')).toBe(true);
  });
});

describe('a class', () => {
  const base = { id: 'x', name: 'X', colour: 0 };
  it('of a kind that needs a rule has one; classes of before stay as they are', () => {
    for (const kind of ['rating', 'ranking', 'preference']) {
      expect(labelClassSchema.safeParse({ ...base, kinds: [kind] }).success, kind).toBe(false);
    }
    for (const kind of ['span', 'tag', 'class', 'box', 'free-text']) {
      expect(labelClassSchema.safeParse({ ...base, kinds: [kind] }).success, kind).toBe(true);
    }
    const rated = { ...base, kinds: ['rating'] };
    expect(labelClassSchema.safeParse({ ...rated, rating: { from: 0, to: 10 } }).success).toBe(true);
    expect(labelClassSchema.safeParse({ ...rated, rating: { from: 0, to: 11 } }).success).toBe(false);
    expect(labelClassSchema.safeParse({ ...rated, rating: { from: 3, to: 3 } }).success).toBe(false);
  });
});
