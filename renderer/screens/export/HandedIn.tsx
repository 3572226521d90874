import { useEffect, useState } from 'react';
import { answersTo, type Question, withoutAnswers } from '../../../shared/annotation/questions.ts';
import type { Output } from '../../../shared/ipc/contract.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { swatchOf } from '../../ui/palette.ts';
import { type ReadableBench, useHandedIn } from '../../workbench/use-workbench.ts';
import { letterOf } from '../../app/option-letter.ts';
import { answerWords, isAnswer } from '../workspace/answers/answer-words.ts';
import { useQuestionTitle } from '../workspace/answers/question-words.ts';
import { AnnotationWords } from '../workspace/AnnotationWords.tsx';
import classes from './HandedIn.module.css';

type HandedInView = Output<'review.open'>;

/** More are counted, not listed: a requester judges by looking at some. */
const MOST_SHOWN = 300;
const noClasses: LabelSet = { medium: 'text', classes: [] };

/** What was handed in, to be read before it is judged. Hidden words stay bars. */
export function HandedIn({ submissionId, title }: { submissionId: string; title: string }) {
  const { say } = useMessages();
  const actions = useActions();
  const [handedIn, setHandedIn] = useState<HandedInView | null>(null);
  useEffect(() => {
    let gone = false;
    void actions.ask('review.open', { submissionId }).then((answer) => {
      if (!gone && answer) setHandedIn(answer);
    });
    return () => {
      gone = true;
    };
  }, [actions, submissionId]);
  return (
    <section className={classes.handedIn} aria-label={say('export.review.lookNamed', { title })}>
      {handedIn ? <Lists handedIn={handedIn} /> : null}
    </section>
  );
}

function Lists({ handedIn }: { handedIn: HandedInView }) {
  const { say } = useMessages();
  const labelSets = useSession((session) => session.project?.labelSets);
  const labelSet = labelSets?.find(({ medium }) => medium === handedIn.medium) ?? noClasses;
  const bench = useHandedIn(handedIn, labelSet);
  const others = withoutAnswers(handedIn.annotations, bench.questions);
  if (bench.questions.length === 0 && others.length === 0) return <p>{say('export.review.nothingLabelled')}</p>;
  return (
    <>
      {bench.questions.length > 0 ? (
        <dl className={classes.answers}>
          {bench.questions.map((question) => (
            <Answer key={question.id} question={question} handedIn={handedIn} />
          ))}
        </dl>
      ) : null}
      <ul className={classes.labels}>
        {others.slice(0, MOST_SHOWN).map((annotation) => (
          <Label key={annotation.id} bench={bench} annotation={annotation} />
        ))}
      </ul>
      {others.length > MOST_SHOWN ? <p>{say('workspace.annotations', { count: others.length })}</p> : null}
    </>
  );
}

function Answer({ question, handedIn }: { question: Question; handedIn: HandedInView }) {
  const { say } = useMessages();
  const title = useQuestionTitle(question);
  const shown = question.options.map(({ id }) => id);
  /** The letter that the worker saw, and what the worker did not: where the answer comes from. */
  const nameOf = (id: string): string => {
    const own = question.options.find((option) => option.id === id)?.name;
    const name = own ?? say('answers.answer', { letter: letterOf(shown, id) });
    const from = handedIn.answers.find((answer) => answer.id === id)?.name ?? null;
    return from === null ? name : say('export.review.from', { name, from });
  };
  const words = answersTo(question, handedIn.annotations).map(({ classId, shape }) => {
    const className = question.classes.find(({ id }) => id === classId)?.name ?? classId;
    return isAnswer(shape) ? answerWords(say, shape, { className, nameOf }) : '';
  });
  return (
    <div>
      <dt>
        <bdi>{title}</bdi>
      </dt>
      <dd data-empty={words.length === 0}>
        <bdi>{words.length === 0 ? say('export.review.unanswered') : words.join(' · ')}</bdi>
      </dd>
    </div>
  );
}

function Label({ bench, annotation }: { bench: ReadableBench; annotation: HandedInView['annotations'][number] }) {
  const { say } = useMessages();
  const labelClass = bench.labelSet.classes.find(({ id }) => id === annotation.classId);
  return (
    <li>
      <span
        className={classes.swatch}
        style={{ backgroundColor: swatchOf(bench.labelSet.medium, labelClass?.colour ?? 11) }}
        aria-hidden="true"
      />
      <bdi className={classes.name}>{labelClass?.name ?? annotation.classId}</bdi>{' '}
      <span className={classes.words}>
        {annotation.origin === 'hand' ? null : `${say(`suggestion.origin.${annotation.origin}`)} · `}
        <AnnotationWords bench={bench} annotation={annotation} hidden={false} />
      </span>
    </li>
  );
}
