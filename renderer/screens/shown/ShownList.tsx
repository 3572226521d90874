import type { ShownItem } from '../../../shared/content/own-notes.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './ShownScreen.module.css';

/** Flagged items that were open, newest first. */
export function ShownList({ items }: { items: readonly ShownItem[] }) {
  const { say, format } = useMessages();
  if (items.length === 0) return <p>{say('shown.none')}</p>;
  return (
    <div className={classes.tablePlace}>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['when', 'item', 'flags', 'openFor', 'visibleFor'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`shown.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.toReversed().map((item) => (
            <tr key={`${item.taskId} ${item.atMs}`}>
              <td>{format.instant(item.atMs)}</td>
              <td>
                <bdi>{item.title}</bdi>
              </td>
              <td>
                {format.list(item.categories.map((category) => say(`flag.category.${category}`)))},{' '}
                {say('flag.severity', { severity: item.severity })}
              </td>
              <td>{format.duration(item.openMs)}</td>
              <td>{format.duration(item.unveiledMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
