import type { Disclosed } from '../../shared/project/care.ts';
import { useMessages } from '../app/messages.ts';
import classes from './DisclosedList.module.css';

/** What the requester says is to be expected: category, the worst of it, and its share of the tasks. */
export function DisclosedList({ disclosed }: { disclosed: readonly Disclosed[] }) {
  const { say, format } = useMessages();
  return (
    <ul className={classes.list}>
      {disclosed.map(({ category, severity, shareBp }) => (
        <li key={category}>
          {say('care.disclosed', {
            category: say(`flag.category.${category}`),
            severity,
            share: format.percent(shareBp),
          })}
        </li>
      ))}
    </ul>
  );
}
