import { IconAlignLeft, IconEyeOff } from '@tabler/icons-react';
import type { TaskCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { flagWords } from '../../ui/flag-words.ts';
import classes from './TaskRow.module.css';

interface TaskRowProps {
  readonly task: TaskCard | undefined;
  readonly currency: string;
  readonly onAccept: (task: TaskCard) => void;
}

/** One task: preview, title, flags in words, pay, estimate beside true time, and what can be done with it. */
export function TaskRow({ task, currency, onAccept }: TaskRowProps) {
  const { say, format } = useMessages();
  if (!task) return <div className={classes.row} aria-hidden="true" />;
  const facts = [
    say(`medium.${task.medium}`),
    task.state === 'skipped' ? say('state.skipped') : null,
    task.words === null ? null : say('browse.words', { count: task.words }),
    task.language === null ? null : format.languageName(task.language),
  ].filter((fact) => fact !== null);
  return (
    <div className={classes.row} data-state={task.state}>
      <div className={classes.preview}>
        {task.thumbnailUrl === null ? (
          <IconAlignLeft size={28} stroke={1.4} aria-hidden="true" />
        ) : (
          <img src={task.thumbnailUrl} alt="" decoding="async" draggable={false} />
        )}
      </div>
      <div className={classes.words}>
        <p className={classes.title}>
          <bdi>{task.title}</bdi>
        </p>
        {task.flags ? (
          <p className={classes.flags}>
            <IconEyeOff size={15} aria-hidden="true" />
            {say('browse.hiddenLine', { flags: flagWords(task.flags, task.medium, say, format) })}
          </p>
        ) : null}
        {task.submission?.verdict === 'rejected' ? (
          <p className={classes.reason}>
            <bdi>{say('export.review.because', { reason: task.submission.reason })}</bdi>
          </p>
        ) : null}
        <p className={classes.facts}>{facts.join(' · ')}</p>
      </div>
      <p className={classes.pay}>{format.money(task.payMinor, currency)}</p>
      <div className={classes.time} title={say('browse.typicalHint')}>
        <p>{say('browse.estimate', { time: format.duration(task.estimateMs) })}</p>
        <p className={classes.typical}>
          {task.typicalMs === null
            ? say('browse.typicalUnknown')
            : say('browse.typical', { time: format.duration(task.typicalMs) })}
        </p>
      </div>
      <div className={classes.action}>
        <TaskAction task={task} onAccept={onAccept} />
      </div>
    </div>
  );
}

function TaskAction({ task, onAccept }: { task: TaskCard; onAccept: (task: TaskCard) => void }) {
  const { say } = useMessages();
  switch (task.state) {
    case 'open':
      return (
        <Button
          size="small"
          aria-label={say('browse.acceptNamed', { title: task.title })}
          onClick={() => onAccept(task)}
        >
          {say('browse.accept')}
        </Button>
      );
    case 'active':
      return (
        <Button
          size="small"
          look="primary"
          aria-label={say('browse.resumeNamed', { title: task.title })}
          onClick={() => onAccept(task)}
        >
          {say('browse.resume')}
        </Button>
      );
    case 'submitted':
      return <HandedIn task={task} />;
    case 'skipped':
      return (
        <Button
          size="small"
          look="quiet"
          aria-label={say('browse.reopenNamed', { title: task.title })}
          onClick={() => onAccept(task)}
        >
          {say('browse.reopen')}
        </Button>
      );
  }
}

/** What became of what was handed in, and the way to look at it again. */
function HandedIn({ task: { submission, title } }: { task: TaskCard }) {
  const { say } = useMessages();
  const actions = useActions();
  if (!submission) return <span>{say('state.submitted')}</span>;
  const isRejected = submission.verdict === 'rejected';
  return (
    <>
      <span data-verdict={submission.verdict}>{say(`verdict.${submission.verdict}`)}</span>
      <Button
        size="small"
        look={isRejected ? 'secondary' : 'quiet'}
        aria-label={say(isRejected ? 'review.seeWhyNamed' : 'review.seeNamed', { title })}
        onClick={() => void actions.lookAt('handed-in', submission.id)}
      >
        {say(isRejected ? 'review.seeWhy' : 'review.see')}
      </Button>
    </>
  );
}
