import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { TaskCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { TaskRow } from './TaskRow.tsx';
import classes from './TaskTable.module.css';

const ROW_PX = 84;

interface TaskTableProps {
  readonly list: {
    readonly total: number | null;
    at(index: number): TaskCard | undefined;
    need(from: number, to: number): void;
  };
  readonly currency: string;
  readonly onAccept: (task: TaskCard) => void;
}

/** The tasks, one a row; only the rows in view exist, however long the list is. */
export function TaskTable({ list, currency, onAccept }: TaskTableProps) {
  const { say } = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const total = list.total ?? 0;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const first = shown.at(0)?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const { need } = list;
  useEffect(() => {
    if (total > 0) need(first, last);
  }, [need, total, first, last]);

  return (
    <div className={classes.frame} data-testid="task-list">
      <div className={classes.scroller} ref={scroller}>
        <ul
          aria-label={say('browse.list')}
          aria-busy={list.total === null}
          className={classes.rows}
          style={{ height: rows.getTotalSize() }}
        >
          {shown.map((row) => (
            <li
              key={row.key}
              className={classes.row}
              style={{ height: row.size, transform: `translateY(${row.start}px)` }}
              aria-setsize={total}
              aria-posinset={row.index + 1}
            >
              <TaskRow task={list.at(row.index)} currency={currency} onAccept={onAccept} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
