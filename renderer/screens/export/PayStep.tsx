import type { Output } from '../../../shared/ipc/contract.ts';
import { sayRefusal, useMessages } from '../../app/messages.ts';
import { AmountField } from './AmountField.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import type { Answers } from './hand-over-answers.ts';
import classes from './PayStep.module.css';
import { SmallTeam } from './SmallTeam.tsx';
import { StatementPreview } from './StatementPreview.tsx';
import { Step } from './Step.tsx';
import type { PreviewState } from './use-hand-over.ts';
import { WorkersWord } from './WorkersWord.tsx';

interface PayStepProps {
  readonly preview: PreviewState;
  /** Why there can be no preview yet; null when there can. */
  readonly waitsFor: 'accepted' | 'keys' | null;
  readonly answers: Answers;
  readonly sentMinor: number | null;
  readonly onChange: (change: Partial<Answers>) => void;
}

/** What was paid, in which formats the data goes, and the exact text that the worker signs. */
export function PayStep({ preview, waitsFor, answers, sentMinor, onChange }: PayStepProps) {
  const { say } = useMessages();
  const ready = waitsFor === null && preview.state === 'ready' ? preview.preview : null;
  const complete = sentMinor !== null && answers.formats?.length !== 0;
  return (
    <Step
      step={3}
      title={say('export.pay.title')}
      hint={say('export.pay.hint')}
      state={ready ? { done: complete, words: say(complete ? 'export.pay.ready' : 'export.pay.needed') } : null}
    >
      {waitsFor === null ? null : (
        <p className={classes.waits}>{say(waitsFor === 'accepted' ? 'export.pay.nothing' : 'export.pay.noKeys')}</p>
      )}
      {waitsFor === null && preview.state === 'refused' ? (
        <p role="alert" className={classes.refused} data-code={preview.refusal.code}>
          {sayRefusal(say, preview.refusal)}
        </p>
      ) : null}
      {ready ? (
        <>
          <Figures preview={ready} />
          {ready.recognisable ? <SmallTeam /> : null}
          <div className={classes.columns}>
            <AmountField
              preview={ready}
              typed={answers.sent}
              sentMinor={sentMinor}
              onType={(sent) => onChange({ sent })}
            />
            <WorkersWord answers={answers} onChange={onChange} />
          </div>
          <FormatChoice
            formats={ready.formats}
            chosen={answers.formats ?? ready.formats.map(({ id }) => id)}
            onChoose={(formats) => onChange({ formats })}
          />
          <p className={classes.waits}>{say(`export.pay.detail.${ready.detail}`)}</p>
          <StatementPreview statement={ready.statement} />
        </>
      ) : null}
    </Step>
  );
}

function Figures({ preview }: { preview: Output<'export.preview'> }) {
  const { say, format } = useMessages();
  const { accepted, rejected, pending } = preview.submissions;
  const figures = [
    { value: format.number(accepted), words: say('export.pay.accepted') },
    { value: format.number(rejected), words: say('export.pay.rejected') },
    ...(pending > 0 ? [{ value: format.number(pending), words: say('export.pay.pending') }] : []),
    {
      value: preview.detail === 'none' ? say('export.pay.withheld') : format.duration(preview.workMs),
      words: say('export.pay.work'),
    },
    { value: format.money(preview.dueMinor, preview.currency), words: say('export.pay.due') },
  ];
  return (
    <dl className={classes.figures} aria-label={say('export.pay.facts')}>
      {figures.map(({ value, words }) => (
        <div key={words} className={classes.figure}>
          <dt>{words}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
