import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { TaskTimesPage } from '../../../shared/ipc/calls/time-calls.ts';
import type { Input } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { Explained } from './Explained.tsx';
import classes from './TaskTimes.module.css';
import { useTaskTimes } from './use-task-times.ts';
import { useTaskTitles } from './use-task-titles.ts';

const ROW_PX = 40;

interface TaskTimesProps {
  readonly of: Input<'time.view'>;
  /** The first of them, as the view had them. */
  readonly first: TaskTimesPage;
}

/** Each task with its own time and its true time; only the rows in view exist, and only their pages are fetched. */
export function TaskTimes({ of, first }: TaskTimesProps) {
  const { say, format } = useMessages();
  const titles = useTaskTitles();
  const scroller = useRef<HTMLDivElement>(null);
  const { at, need } = useTaskTimes(of, first);
  const { count } = first;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const inView = rows.getVirtualItems();
  const [from, to] = [inView[0]?.index ?? 0, inView.at(-1)?.index ?? 0];
  useEffect(() => need(from, to), [need, from, to]);
  const longest = first.tasks[0]?.trueMs || 1;
  return (
    <div className={classes.frame} role="table" aria-label={say('myTime.tasksTitle')} aria-rowcount={count + 1}>
      <div role="row" className={classes.head}>
        <span role="columnheader">{say('browse.columnTask')}</span>
        <span role="columnheader" className={classes.number}>
          <Explained how={say('myTime.explain.own')}>{say('myTime.own')}</Explained>
        </span>
        <span role="columnheader" className={classes.number}>
          <Explained how={say('myTime.explain.true')}>{say('myTime.true')}</Explained>
        </span>
      </div>
      <div
        className={classes.scroller}
        ref={scroller}
        role="rowgroup"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        style={{ height: Math.min(count, 9) * ROW_PX }}
      >
        <div className={classes.rows} style={{ height: rows.getTotalSize() }} role="presentation">
          {inView.map((row) => {
            const task = at(row.index);
            if (!task) return null;
            return (
              <div
                key={row.index}
                role="row"
                aria-rowindex={row.index + 2}
                className={classes.row}
                style={{ height: ROW_PX, transform: `translateY(${row.start}px)` }}
              >
                <span role="cell" className={classes.title}>
                  <bdi>{titles.get(task.id) ?? say('myTime.otherTask')}</bdi>
                </span>
                <span role="cell" className={classes.number}>
                  {format.duration(task.ownMs)}
                </span>
                <span role="cell" className={classes.number}>
                  <span
                    className={classes.length}
                    aria-hidden="true"
                    style={{ width: `${(task.trueMs / longest) * 100}%` }}
                  />
                  <span className={classes.value}>{format.duration(task.trueMs)}</span>
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
