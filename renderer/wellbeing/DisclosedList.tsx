import type { Disclosed } from '../../shared/project/care.ts';
import { useMessages } from '../app/messages.ts';
import classes from './DisclosedList.module.css';
import { TakeBack } from './TakeBack.tsx';

interface DisclosedListProps {
  readonly disclosed: readonly Disclosed[];
  /** Given only while what was said can still be taken back. */
  readonly onTakeBack?: (given: Disclosed) => void;
}

/** What the requester says is to be expected: category, the worst of it, and its share of the tasks. */
export function DisclosedList({ disclosed, onTakeBack }: DisclosedListProps) {
  const { say, format } = useMessages();
  return (
    <ul className={classes.list}>
      {disclosed.map((given) => {
        const category = say(`flag.category.${given.category}`);
        return (
          <li key={given.category}>
            {say('care.disclosed', { category, severity: given.severity, share: format.percent(given.shareBp) })}
            <TakeBack what={category} onTakeBack={onTakeBack && (() => onTakeBack(given))} />
          </li>
        );
      })}
    </ul>
  );
}
