import { answersTo } from '../../../../shared/annotation/questions.ts';
import { useMessages } from '../../../app/messages.ts';
import { useWorkbench } from '../../../workbench/use-workbench.ts';
import classes from './Answers.module.css';
import { QuestionFrame } from './QuestionFrame.tsx';
import type { QuestionProps } from './question-props.ts';
import { useQuestionTitle } from './question-words.ts';
import { SavedText } from './SavedText.tsx';

const MOST = 20_000;

/** An answer in the worker's own words. */
export function TextQuestion({ bench, question }: QuestionProps) {
  const { say } = useMessages();
  const title = useQuestionTitle(question);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const [labelClass] = question.classes;
  if (!labelClass) return null;
  const answers = answersTo(question, annotations);
  const shape = answers[0]?.shape;
  const saved = shape?.kind === 'free-text' ? shape.text : '';
  const { most = MOST, lines = 4 } = labelClass.freeText ?? {};
  return (
    <QuestionFrame bench={bench} question={question}>
      <SavedText
        bench={bench}
        field={question.id}
        label={title}
        saved={saved}
        lines={lines}
        most={most}
        required={question.required}
        onKeep={(text, goesOn) => {
          if (text === '') bench.editor.withdraw(answers);
          else if (text !== saved) bench.editor.answer(labelClass.id, { kind: 'free-text', text }, { joins: goesOn });
        }}
      />
      {labelClass.freeText?.most === undefined ? null : (
        <p className={classes.keysHint}>{say('answers.length', { count: saved.length, most })}</p>
      )}
    </QuestionFrame>
  );
}
