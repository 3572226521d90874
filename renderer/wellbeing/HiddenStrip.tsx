import { IconEyeOff } from '@tabler/icons-react';
import type { TaskView } from '../../shared/ipc/views.ts';
import { useMessages } from '../app/messages.ts';
import { useSession } from '../app/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { flagWords } from '../ui/flag-words.ts';
import classes from './HiddenStrip.module.css';
import { isOffered, revealModes } from './reveal.ts';
import type { RevealControl } from './use-reveal.ts';

interface HiddenStripProps {
  readonly task: Pick<TaskView, 'flags' | 'item'>;
  readonly control: RevealControl;
  readonly onCard: () => void;
}

/** Over a hidden item while it is worked on: what is hidden, how to look, and how far to look. */
export function HiddenStrip({ task, control, onCard }: HiddenStripProps) {
  const { say, format } = useMessages();
  const byToggle = useSession((session) => session.settings.revealByToggle);
  const { reveal } = control;
  const medium = task.item.medium === 'text' ? 'text' : 'image';
  if (!task.flags) return null;
  return (
    <section className={classes.strip} aria-label={say('browse.hidden')} data-phase={reveal.phase}>
      <button type="button" className={classes.what} onClick={onCard}>
        <IconEyeOff size={16} aria-hidden="true" />
        {flagWords(task.flags, medium, say, format)}
      </button>
      <p className={classes.how}>{say(byToggle ? 'reveal.howToggle' : 'reveal.howHold')}</p>
      {medium === 'image' ? (
        <div className={classes.modes} role="radiogroup" aria-label={say('reveal.howMuch')}>
          {revealModes.map((mode) => (
            <Button
              key={mode}
              size="small"
              look="quiet"
              role="radio"
              aria-checked={reveal.mode === mode}
              disabled={!isOffered(reveal, mode)}
              className={reveal.mode === mode ? classes.chosen : undefined}
              onClick={() => control.choose(mode)}
            >
              {say(`reveal.mode.${mode}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <p className="visually-hidden" role="status">
        {say(reveal.phase === 'shown' ? 'reveal.shownNow' : 'reveal.hiddenNow')}
      </p>
      {control.refused === '' ? null : (
        <p className={classes.refused} role="alert">
          {control.refused}
        </p>
      )}
    </section>
  );
}
