import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { DisclosedList } from '../../wellbeing/DisclosedList.tsx';
import { nightWords } from '../../wellbeing/exposure-words.ts';
import type { Exposure } from '../../wellbeing/use-exposure.ts';
import classes from './DisclosureCard.module.css';

interface DisclosureCardProps {
  readonly disclosure: Output<'exposure.disclosure'>;
  readonly caps: Exposure['caps'];
}

/** Categories, severity, expected share and caps; what the requester did not disclose stands apart. */
export function DisclosureCard({ disclosure, caps }: DisclosureCardProps) {
  const { say, format } = useMessages();
  const { tasks, flaggedTasks, categories, undisclosed, said } = disclosure;
  return (
    <div className={classes.card} data-testid="disclosure">
      <p>{say('exposure.share', { count: flaggedTasks, total: tasks })}</p>
      <ul>
        {categories.map(({ category, tasks: count, severity }) => (
          <li key={category}>
            {say('exposure.category', { category: say(`flag.category.${category}`), count, severity })}
          </li>
        ))}
      </ul>
      {said.length > 0 ? (
        <div>
          <p>{say('care.expected')}</p>
          <DisclosedList disclosed={said} />
        </div>
      ) : null}
      {undisclosed > 0 ? (
        <p className={classes.undisclosed}>{say('exposure.undisclosed', { count: undisclosed })}</p>
      ) : null}
      <p className={classes.caps}>
        {say('exposure.caps', {
          session: format.duration(caps.sessionMs),
          day: format.duration(caps.dayMs),
          ...nightWords(caps.nightFromHours, format),
        })}
      </p>
    </div>
  );
}
