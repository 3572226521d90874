import { answersTo } from '../../../../shared/annotation/questions.ts';
import { colourVariable } from '../../../ui/palette.ts';
import { useWorkbench } from '../../../workbench/use-workbench.ts';
import classes from './Answers.module.css';
import { QuestionFrame } from './QuestionFrame.tsx';
import type { QuestionProps } from './question-props.ts';

/** One class, or any number of tags, among the classes of the question. */
export function ChoiceQuestion({ bench, question }: QuestionProps) {
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const answers = answersTo(question, annotations);
  const { kind } = question;
  if (kind !== 'class' && kind !== 'tag') return null;

  const choose = (classId: string) => {
    const there = answers.filter((one) => one.classId === classId);
    if (there.length === 0) bench.editor.answer(classId, { kind });
    else if (kind === 'tag') bench.editor.withdraw(there);
  };
  return (
    <QuestionFrame
      bench={bench}
      question={question}
      onDigit={(digit) => {
        const index = (digit + 9) % 10;
        const labelClass = question.classes[index];
        if (labelClass) choose(labelClass.id);
        return index;
      }}
    >
      <div className={classes.choices}>
        {question.classes.map((labelClass, index) => (
          <label key={labelClass.id} className={classes.choice}>
            <input
              type={kind === 'class' ? 'radio' : 'checkbox'}
              name={question.id}
              checked={answers.some(({ classId }) => classId === labelClass.id)}
              onChange={() => choose(labelClass.id)}
            />
            <span
              className={classes.swatch}
              style={{ backgroundColor: colourVariable(labelClass.colour) }}
              aria-hidden="true"
            />
            <bdi className={classes.choiceName}>{labelClass.name}</bdi>
            {index < 10 ? <kbd aria-hidden="true">{(index + 1) % 10}</kbd> : null}
          </label>
        ))}
      </div>
    </QuestionFrame>
  );
}
