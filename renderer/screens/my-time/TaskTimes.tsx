import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { TimeReport } from '../../../shared/time/report.ts';
import { useMessages } from '../../app/messages.ts';
import { Explained } from './Explained.tsx';
import classes from './TaskTimes.module.css';
import { useTaskTitles } from './use-task-titles.ts';

const ROW_PX = 40;

/** Each task with its own time and its true time; only the rows in view exist. */
export function TaskTimes({ tasks }: { tasks: TimeReport['tasks'] }) {
  const { say, format } = useMessages();
  const titles = useTaskTitles();
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = tasks.toSorted((a, b) => b.trueMs - a.trueMs || (a.id < b.id ? -1 : 1));
  const rows = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const longest = sorted[0]?.trueMs ?? 1;
  return (
    <div className={classes.frame} role="table" aria-label={say('myTime.tasksTitle')} aria-rowcount={sorted.length + 1}>
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
        style={{ height: Math.min(sorted.length, 9) * ROW_PX }}
      >
        <div className={classes.rows} style={{ height: rows.getTotalSize() }} role="presentation">
          {rows.getVirtualItems().map((row) => {
            const task = sorted[row.index];
            if (!task) return null;
            return (
              <div
                key={task.id}
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
