import { useEffect, useState } from 'react';
import { useActions, useSession } from '../../app/use-session.ts';

const PAGE = 200;
/** Projects with more tasks show ids beyond this; the report itself has them all. */
const MOST = 2000;

/** Titles of the open project's tasks, by id. */
export function useTaskTitles(): ReadonlyMap<string, string> {
  const actions = useActions();
  const projectId = useSession((session) => session.project?.id ?? null);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let over = false;
    void (async () => {
      if (projectId === null) return;
      const found = new Map<string, string>();
      for (let offset = 0; offset < MOST && !over; offset += PAGE) {
        const page = await actions.ask('task.browse', {
          search: '',
          medium: null,
          state: null,
          flagged: null,
          offset,
          limit: PAGE,
        });
        for (const task of page?.tasks ?? []) found.set(task.id, task.title);
        if (!page || offset + PAGE >= page.total) break;
      }
      if (!over) setTitles(found);
    })();
    return () => {
      over = true;
    };
  }, [actions, projectId]);
  return titles;
}
