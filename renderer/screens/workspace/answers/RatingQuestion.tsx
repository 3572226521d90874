import { answersTo } from '../../../../shared/annotation/questions.ts';
import { useMessages } from '../../../app/messages.ts';
import { useWorkbench } from '../../../workbench/use-workbench.ts';
import classes from './Answers.module.css';
import { QuestionFrame } from './QuestionFrame.tsx';
import type { QuestionProps } from './question-props.ts';

/** A point on a scale; none is chosen before the worker chooses. */
export function RatingQuestion({ bench, question }: QuestionProps) {
  const { say } = useMessages();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const [labelClass] = question.classes;
  const scale = labelClass?.rating;
  if (!scale) return null;
  const shape = answersTo(question, annotations)[0]?.shape;
  const value = shape?.kind === 'rating' ? shape.value : null;
  const points = Array.from({ length: scale.to - scale.from + 1 }, (_, index) => scale.from + index);
  const rate = (point: number) => {
    if (point !== value) bench.editor.answer(labelClass.id, { kind: 'rating', value: point });
  };
  const nameOf = (point: number): string =>
    [String(point), point === scale.from ? scale.fromName : undefined, point === scale.to ? scale.toName : undefined]
      .filter((part) => part !== undefined)
      .join(', ');
  /** 0 is itself on a scale that has it, and else ten. */
  const onDigit = (digit: number) => {
    const point = digit === 0 && !points.includes(0) ? 10 : digit;
    if (points.includes(point)) rate(point);
    return points.indexOf(point);
  };
  return (
    <QuestionFrame bench={bench} question={question} onDigit={onDigit}>
      <div className={classes.scale} dir="ltr">
        {points.map((point) => (
          <label key={point} className={classes.point}>
            <input
              type="radio"
              name={question.id}
              className="visually-hidden"
              aria-label={nameOf(point)}
              checked={point === value}
              onChange={() => rate(point)}
            />
            <span aria-hidden="true">{point}</span>
          </label>
        ))}
      </div>
      {scale.fromName || scale.toName ? (
        <p className={classes.ends} aria-hidden="true">
          <bdi>{scale.fromName}</bdi>
          <bdi>{scale.toName}</bdi>
        </p>
      ) : null}
      <p className={classes.keysHint}>{say('answers.ratingHint')}</p>
    </QuestionFrame>
  );
}
