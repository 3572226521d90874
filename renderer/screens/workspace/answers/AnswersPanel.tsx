import type { ComponentType } from 'react';
import { answersTo, type ItemKindName } from '../../../../shared/annotation/questions.ts';
import { useMessages } from '../../../app/messages.ts';
import { type Bench, useWorkbench } from '../../../workbench/use-workbench.ts';
import classes from './Answers.module.css';
import { ChoiceQuestion } from './ChoiceQuestion.tsx';
import { PreferenceQuestion } from './PreferenceQuestion.tsx';
import type { QuestionProps } from './question-props.ts';
import { RankingQuestion } from './RankingQuestion.tsx';
import { RatingQuestion } from './RatingQuestion.tsx';
import { TextQuestion } from './TextQuestion.tsx';

const fields: Readonly<Record<ItemKindName, ComponentType<QuestionProps>>> = {
  class: ChoiceQuestion,
  tag: ChoiceQuestion,
  'free-text': TextQuestion,
  rating: RatingQuestion,
  ranking: RankingQuestion,
  preference: PreferenceQuestion,
};

/** All that is asked about the item as a whole; nothing when nothing is. */
export function AnswersPanel({ bench }: { bench: Bench }) {
  const { say } = useMessages();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const { questions, labelSet } = bench;
  if (questions.length === 0) return null;
  const done = questions.filter((question) => answersTo(question, annotations).length > 0).length;
  return (
    <section className={classes.panel} aria-labelledby="answers-title" data-testid="answers">
      <div className={classes.head}>
        <h2 id="answers-title">{say(`answers.title.${labelSet.medium}`)}</h2>
        <p>{say('answers.progress', { done, total: questions.length })}</p>
      </div>
      {questions.map((question) => {
        const Field = fields[question.kind];
        return <Field key={question.id} bench={bench} question={question} />;
      })}
    </section>
  );
}
