import type { Preference } from '../../../../shared/annotation/kinds/preference.ts';
import { answersTo } from '../../../../shared/annotation/questions.ts';
import { useMessages } from '../../../app/messages.ts';
import { useWorkbench } from '../../../workbench/use-workbench.ts';
import classes from './Answers.module.css';
import { QuestionFrame } from './QuestionFrame.tsx';
import type { QuestionProps } from './question-props.ts';
import { useOptionNames } from './question-words.ts';
import { SavedText } from './SavedText.tsx';

type Verdict = Pick<Preference, 'outcome' | 'preferred'>;

/** Which of two answers is better, and why. */
export function PreferenceQuestion({ bench, question }: QuestionProps) {
  const { say } = useMessages();
  const nameOf = useOptionNames(question);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const [labelClass] = question.classes;
  const rule = labelClass?.preference;
  const [first, second] = question.options;
  if (!rule || !first || !second) return null;
  const shape = answersTo(question, annotations)[0]?.shape;
  const answer = shape?.kind === 'preference' ? shape : null;
  const verdicts: readonly { readonly verdict: Verdict; readonly words: string }[] = [
    ...[first, second].map(({ id }) => ({
      verdict: { outcome: 'preferred' as const, preferred: id },
      words: say('answers.betterAnswer', { name: nameOf(id) }),
    })),
    ...(rule.tie ? [{ verdict: { outcome: 'tie' as const }, words: say('answers.outcome.tie') }] : []),
    ...(rule.bothBad ? [{ verdict: { outcome: 'both-bad' as const }, words: say('answers.outcome.both-bad') }] : []),
  ];
  const shown: [string, string] = [first.id, second.id];
  const choose = (verdict: Verdict) =>
    bench.editor.answer(labelClass.id, { kind: 'preference', ...verdict, reason: answer?.reason ?? '', shown });
  const isChosen = ({ outcome, preferred }: Verdict): boolean =>
    answer?.outcome === outcome && answer.preferred === preferred;

  return (
    <QuestionFrame
      bench={bench}
      question={question}
      onDigit={(digit) => {
        const entry = verdicts[digit - 1];
        if (entry && !isChosen(entry.verdict)) choose(entry.verdict);
        return digit - 1;
      }}
    >
      <div className={classes.choices}>
        {verdicts.map(({ verdict, words }, index) => (
          <label key={words} className={classes.choice}>
            <input type="radio" name={question.id} checked={isChosen(verdict)} onChange={() => choose(verdict)} />
            <bdi className={classes.choiceName}>{words}</bdi>
            <kbd aria-hidden="true">{index + 1}</kbd>
          </label>
        ))}
      </div>
      {rule.reason === 'none' ? null : (
        <div className={classes.reason}>
          <p className={classes.reasonTitle} aria-hidden="true">
            {say('answers.reason')}
            {rule.reason === 'required' ? <span className={classes.needed}>{say('answers.required')}</span> : null}
          </p>
          <SavedText
            bench={bench}
            field={`${question.id} reason`}
            label={say('answers.reason')}
            saved={answer?.reason ?? ''}
            lines={2}
            most={5000}
            disabled={answer === null}
            required={rule.reason === 'required'}
            placeholder={answer === null ? say('answers.reasonFirst') : undefined}
            onKeep={(reason, goesOn) => {
              if (answer && reason !== answer.reason)
                bench.editor.answer(labelClass.id, { ...answer, reason, shown }, { joins: goesOn });
            }}
          />
        </div>
      )}
    </QuestionFrame>
  );
}
