import type { Disclosed } from '../../shared/project/care.ts';
import { useMessages } from '../app/messages.ts';
import { Button } from '../ui/Button.tsx';
import classes from './DisclosedList.module.css';

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
            {onTakeBack ? (
              <>
                {' '}
                <Button
                  size="small"
                  look="quiet"
                  aria-label={say('care.takeBackNamed', { what: category })}
                  onClick={() => onTakeBack(given)}
                >
                  {say('care.takeBack')}
                </Button>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
