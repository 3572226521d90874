import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '../../../shared/ipc/contract.ts';
import type { TaskCard } from '../../../shared/ipc/views.ts';
import { useActions } from '../../app/use-session.ts';

/** What the worker looks for. */
export type TaskFilters = Pick<Input<'task.browse'>, 'search' | 'medium' | 'state' | 'flagged'>;

export const noFilters: TaskFilters = { search: '', medium: null, state: null, flagged: null };

const PAGE = 100;

interface TaskList {
  /** Null until the first page came. */
  readonly total: number | null;
  /** The task at a place of the list; undefined while its page is on the way. */
  at(index: number): TaskCard | undefined;
  /** Fetches the pages that hold these places. */
  need(from: number, to: number): void;
}

/** The tasks that fit the filters, fetched page by page as the list is scrolled. */
export function useTaskList(filters: TaskFilters, projectId: string | null): TaskList {
  const actions = useActions();
  const [pages, setPages] = useState<{
    readonly total: number | null;
    readonly byPage: ReadonlyMap<number, readonly TaskCard[]>;
  }>({ total: null, byPage: new Map() });
  const asked = useRef<{ readonly run: object; readonly pages: Set<number> }>({ run: {}, pages: new Set() });

  const fetchPage = useCallback(
    async (page: number, run: object) => {
      asked.current.pages.add(page);
      const answer = await actions.ask('task.browse', { ...filters, offset: page * PAGE, limit: PAGE });
      // An answer to filters that have changed since is dropped.
      if (!answer || asked.current.run !== run) return;
      setPages((before) => ({
        total: answer.total,
        byPage: new Map(page === 0 ? [[0, answer.tasks]] : [...before.byPage, [page, answer.tasks]]),
      }));
    },
    [actions, filters],
  );

  useEffect(() => {
    const run = {};
    asked.current = { run, pages: new Set() };
    if (projectId !== null) void fetchPage(0, run);
  }, [fetchPage, projectId]);

  const need = useCallback(
    (from: number, to: number) => {
      const { run, pages: known } = asked.current;
      for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page += 1) {
        if (!known.has(page)) void fetchPage(page, run);
      }
    },
    [fetchPage],
  );

  const at = useCallback((index: number) => pages.byPage.get(Math.floor(index / PAGE))?.[index % PAGE], [pages]);
  return { total: pages.total, at, need };
}
