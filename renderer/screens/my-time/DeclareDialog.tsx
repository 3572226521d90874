import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DayStretch } from '../../../shared/time/day-view.ts';
import type { Correction } from '../../../shared/time/journal-record.ts';
import { type Phase, phaseSchema } from '../../../shared/time/segment.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './DeclareDialog.module.css';
import { addedRange, correctedRange, dayInput, timeInput } from './declare-times.ts';
import { useTimeWords } from './use-time-words.ts';

interface DeclareDialogProps {
  /** The stretch to correct; null to add time that no session covers. */
  readonly stretch: DayStretch | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Nobody can declare what nobody knows. */
const phases: readonly Phase[] = phaseSchema.options.filter((phase) => phase !== 'undetermined' && phase !== 'ledger');

/** The worker's word about their own time, upward or downward. What was recorded stays. */
export function DeclareDialog({ stretch, onClose, onDone }: DeclareDialogProps) {
  const { say } = useMessages();
  const words = useTimeWords();
  const actions = useActions();
  const projectId = useSession((session) => session.project?.id ?? null);
  const [openedAtMs] = useState(() => Date.now());
  const startMs = stretch?.startUtcMs ?? openedAtMs - 30 * 60_000;
  const endMs = stretch ? stretch.startUtcMs + stretch.durationMs : openedAtMs;
  const [phase, setPhase] = useState<Phase>(stretch && stretch.phase === 'search' ? 'away' : 'search');
  const [day, setDay] = useState(dayInput(startMs));
  const [from, setFrom] = useState(timeInput(startMs));
  const [to, setTo] = useState(timeInput(endMs));
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);

  const save = async () => {
    const range: Correction['range'] | null = stretch
      ? correctedRange(stretch, { from, to })
      : addedRange({ day, from, to, nowMs: Date.now(), projectId });
    setWrong(range === null);
    if (!range) return;
    const done = await actions.ask('time.correct', { range, to: phase, reason: reason.trim() });
    if (done) onDone();
  };
  return (
    <Dialog
      opened
      title={say(stretch ? 'myTime.correct.title' : 'myTime.correct.addTitle')}
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button look="primary" onClick={() => void save()}>
            {say('myTime.correct.save')}
          </Button>
        </>
      }
    >
      <p>
        {stretch
          ? say('myTime.correct.recorded', {
              phase: words.phase(stretch.phase),
              from: words.time(startMs),
              to: words.time(endMs),
            })
          : say('myTime.correct.addHint')}
      </p>
      <Choice
        label={say('myTime.correct.phase')}
        value={phase}
        options={phases.map((value) => ({ value, label: words.phase(value) }))}
        onChange={setPhase}
      />
      <div className={classes.times}>
        {stretch ? null : (
          <TextInput
            type="date"
            label={say('myTime.correct.day')}
            value={day}
            max={dayInput(openedAtMs)}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
        <TextInput
          type="time"
          label={say('myTime.correct.from')}
          value={from}
          error={wrong}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={say('myTime.correct.to')}
          value={to}
          error={wrong}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      {wrong ? (
        <p role="alert" className={classes.wrong}>
          {say('myTime.correct.wrong')}
        </p>
      ) : null}
      <TextInput
        label={say('myTime.correct.reason')}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className={classes.keep}>{say('myTime.correct.keep')}</p>
    </Dialog>
  );
}
