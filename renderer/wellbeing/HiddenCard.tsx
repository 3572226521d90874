import { IconEyeOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { TaskView } from '../../shared/ipc/views.ts';
import { useMessages } from '../app/messages.ts';
import { Button } from '../ui/Button.tsx';
import { categoryWords, shareWords } from '../ui/flag-words.ts';
import classes from './HiddenCard.module.css';

interface HiddenCardProps {
  readonly task: Pick<TaskView, 'flags' | 'item' | 'note'>;
  /** Says that not looking is fine. */
  readonly fine: string;
  readonly onLabel: () => void;
  readonly onLook: () => void;
  /** Left out where there is nothing to skip. */
  readonly onSkip?: () => void;
}

/** Before anything is unveiled: what is flagged, how much of it, who said so, and that not looking is fine. */
export function HiddenCard({ task, fine, onLabel, onLook, onSkip }: HiddenCardProps) {
  const { say, format } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { flags } = task;
  if (!flags) return null;
  const medium = task.item.medium === 'text' ? 'text' : 'image';
  return (
    <div className={classes.place}>
      <section className={classes.card} aria-labelledby="hidden-title" data-testid="hidden-card">
        <h2 id="hidden-title" ref={heading} tabIndex={-1} className={classes.title}>
          <IconEyeOff size={22} aria-hidden="true" />
          {say('browse.hidden')}
        </h2>
        <dl className={classes.facts}>
          <div>
            <dt>{say('reveal.what')}</dt>
            <dd>{categoryWords(flags, say, format)}</dd>
          </div>
          <div>
            <dt>{say('reveal.severity')}</dt>
            <dd>
              {say('flag.severity', { severity: flags.severity })} (
              {say(
                flags.severity === 1
                  ? 'flag.severityName.s1'
                  : flags.severity === 2
                    ? 'flag.severityName.s2'
                    : 'flag.severityName.s3',
              )}
              )
            </dd>
          </div>
          <div>
            <dt>{say('reveal.share')}</dt>
            <dd>{shareWords(flags, medium, say, format)}</dd>
          </div>
          <div>
            <dt>{say('reveal.source')}</dt>
            <dd>{format.list(flags.origins.map((origin) => say(`flag.origin.${origin}`)))}</dd>
          </div>
        </dl>
        {task.note === '' ? null : (
          <p className={classes.note}>
            <bdi>{task.note}</bdi>
          </p>
        )}
        <p>{fine}</p>
        <div className={classes.actions}>
          <Button look="primary" onClick={onLabel}>
            {say('reveal.withoutLooking')}
          </Button>
          {onSkip ? <Button onClick={onSkip}>{say('action.skip')}</Button> : null}
          <Button onClick={onLook}>{say('reveal.look')}</Button>
        </div>
      </section>
    </div>
  );
}
