import { Checkbox, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SubmissionView } from '../../../shared/ipc/calls/review-calls.ts';
import { type RejectionCode, rejectionCodeSchema } from '../../../shared/project/task.ts';
import { sayRefusal, useMessages } from '../../app/messages.ts';
import type { Refusal } from '../../app/session.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { usePlaceNames } from './place-names.ts';
import classes from './RejectDialog.module.css';

interface RejectDialogProps {
  readonly submission: SubmissionView;
  /** The annotations that were selected when this was asked. */
  readonly selectedIds: readonly string[];
  readonly onClose: () => void;
  readonly onRejected: () => void;
}

/** Asks for a reason that can be counted, and for words. Without words there is no rejection. */
export function RejectDialog({ submission, selectedIds, onClose, onRejected }: RejectDialogProps) {
  const { say } = useMessages();
  const [code, setCode] = useState<RejectionCode>('inaccurate');
  const [reason, setReason] = useState('');
  const [points, setPoints] = useState(true);
  const places = usePlaceNames(submission, selectedIds);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const reject = async () => {
    const answer = await call('review.reject', {
      submissionId: submission.id,
      code,
      reason,
      places: points ? [...selectedIds] : [],
    });
    if (answer.ok) onRejected();
    else setRefusal(answer.error);
  };

  return (
    <Dialog
      opened
      title={say('export.reject.title', { title: submission.title })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('common.cancel')}</Button>
          <Button look="danger" disabled={reason.trim() === ''} onClick={() => void reject()}>
            {say('export.reject.confirm')}
          </Button>
        </>
      }
    >
      <p>{say('export.reject.hint')}</p>
      <Radio.Group
        label={say('export.reject.code')}
        value={code}
        onChange={(value) => setCode(rejectionCodeSchema.catch('other').parse(value))}
      >
        <div className={classes.codes}>
          {rejectionCodeSchema.options.map((option) => (
            <Radio
              key={option}
              value={option}
              label={say(`export.reject.codes.${option}`)}
              {...(option === code ? { 'data-autofocus': true } : {})}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={say('export.reject.words')}
        description={say('export.reject.wordsHint')}
        value={reason}
        maxLength={2000}
        rows={4}
        required
        withAsterisk={false}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {places === '' ? (
        <p className={classes.hint}>{say('review.pointHint')}</p>
      ) : (
        <Checkbox
          checked={points}
          label={say('review.points', { places })}
          onChange={(event) => setPoints(event.currentTarget.checked)}
        />
      )}
      {refusal ? <p role="alert">{sayRefusal(say, refusal)}</p> : null}
    </Dialog>
  );
}
