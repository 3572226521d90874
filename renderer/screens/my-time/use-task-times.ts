import { useCallback, useRef, useState } from 'react';
import { TASK_TIMES_PAGE, type TaskTimesPage } from '../../../shared/ipc/calls/time-calls.ts';
import type { Input } from '../../../shared/ipc/contract.ts';
import { useActions } from '../../app/use-session.ts';

type Tasks = TaskTimesPage['tasks'];

interface TaskTimesList {
  /** The task at a place of the list; undefined while its page is on the way. */
  at(index: number): Tasks[number] | undefined;
  /** Fetches the pages that hold these places. */
  need(from: number, to: number): void;
}

/** The tasks of a view, page by page as the list is scrolled; another view, another list. */
export function useTaskTimes({ range, atMs }: Input<'time.view'>, first: TaskTimesPage): TaskTimesList {
  const actions = useActions();
  const [fetched, setFetched] = useState<{ of: TaskTimesPage; pages: ReadonlyMap<number, Tasks> }>({
    of: first,
    pages: new Map(),
  });
  const asked = useRef({ of: first, pages: new Set<number>() });

  const need = useCallback(
    (from: number, to: number) => {
      if (asked.current.of !== first) asked.current = { of: first, pages: new Set() };
      for (let page = pageWith(from); page <= pageWith(to); page += 1) {
        if (page === 0 || asked.current.pages.has(page)) continue;
        asked.current.pages.add(page);
        void actions.ask('time.tasks', { range, atMs, offset: page * TASK_TIMES_PAGE }).then((answer) => {
          // pages of a view that has changed since are dropped
          if (!answer || asked.current.of !== first) return;
          setFetched((before) => ({
            of: first,
            pages: new Map([...(before.of === first ? before.pages : []), [page, answer.tasks]]),
          }));
        });
      }
    },
    [actions, range, atMs, first],
  );

  const at = (index: number) => {
    const page = pageWith(index);
    const tasks = page === 0 ? first.tasks : fetched.of === first ? fetched.pages.get(page) : undefined;
    return tasks?.[index % TASK_TIMES_PAGE];
  };
  return { at, need };
}

function pageWith(index: number): number {
  return Math.floor(index / TASK_TIMES_PAGE);
}
