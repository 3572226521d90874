import { itemKindOf, type Shape } from '../../../../shared/annotation/annotation.ts';
import { missingCase } from '../../../../shared/core/missing-case.ts';
import type { ItemKindName } from '../../../../shared/annotation/questions.ts';
import type { Say } from '../../../../shared/i18n/say.ts';

export type AnswerShape = Extract<Shape, { readonly kind: ItemKindName }>;

/** Whether a shape labels the whole item. */
export function isAnswer(shape: Shape): shape is AnswerShape {
  return itemKindOf(shape) !== null;
}

interface AnswerNames {
  /** The name of the class. */
  readonly className: string;
  /** The name of something ranked or compared, as the worker saw it. */
  readonly nameOf: (id: string) => string;
}

/** What an answer says, in one line. */
export function answerWords(say: Say, shape: AnswerShape, { className, nameOf }: AnswerNames): string {
  switch (shape.kind) {
    case 'class':
    case 'tag':
      return className;
    case 'rating':
      return String(shape.value);
    case 'free-text':
      return shape.text.replaceAll(/\s+/g, ' ');
    case 'ranking':
      return shape.places.map((place) => place.map(nameOf).join(' = ')).join(' > ');
    case 'preference': {
      const verdict =
        shape.outcome === 'preferred'
          ? say('answers.betterAnswer', { name: nameOf(shape.preferred ?? '') })
          : say(`answers.outcome.${shape.outcome}`);
      return shape.reason === '' ? verdict : `${verdict}: ${shape.reason.replaceAll(/\s+/g, ' ')}`;
    }
    default:
      return missingCase(shape);
  }
}
