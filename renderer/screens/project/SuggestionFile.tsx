import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { FileToTake } from './FileToTake.tsx';
import classes from './ProjectScreen.module.css';
import { ReadFindings } from './ReadFindings.tsx';

type Report = Output<'suggestion.import'>;

/** Takes what a model predicted from a file: first what would happen, then the act. */
export function SuggestionFile() {
  const { say } = useMessages();
  const actions = useActions();
  return (
    <FileToTake
      title={say('predictions.title')}
      hint={say('predictions.hint')}
      testId="prediction-preview"
      read={(file) => actions.ask('suggestion.import', file)}
      isWorthTaking={({ added, newlyHidden }) => added + newlyHidden > 0}
      takeWords={({ added }) => say('predictions.take', { count: added })}
      takenWords={({ added }) => say('predictions.taken', { count: added })}
      Preview={PredictionReport}
    />
  );
}

function PredictionReport({ report }: { report: Report }) {
  const { say } = useMessages();
  const { format, added, present, items, unknownClasses, refused, newlyHidden, told, toldOf } = report;
  return (
    <>
      <p>
        {format}
        {' · '}
        {added === 0 ? say('care.addsNothing') : say('predictions.adds', { count: added, items })}
      </p>
      {present > 0 ? <p className={classes.word}>{say('predictions.present', { count: present })}</p> : null}
      {newlyHidden > 0 ? <p>{say('predictions.hides', { count: newlyHidden })}</p> : null}
      {unknownClasses.map(({ name, count }) => (
        <p key={name}>{say('predictions.unknownClass', { name, count })}</p>
      ))}
      {refused > 0 ? <p>{say('predictions.refused', { count: refused })}</p> : null}
      <ReadFindings label={say('predictions.toldList')} told={told} of={toldOf} />
    </>
  );
}
