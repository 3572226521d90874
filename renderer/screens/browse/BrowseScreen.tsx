import { useDeferredValue, useEffect, useState } from 'react';
import type { TaskCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty, Page } from '../../ui/Page.tsx';
import { RejectedNotice } from '../review/RejectedNotice.tsx';
import { AcceptFlagged } from './AcceptFlagged.tsx';
import classes from './BrowseScreen.module.css';
import { FilterBar } from './FilterBar.tsx';
import { TaskTable } from './TaskTable.tsx';
import { TermsPanel } from './TermsPanel.tsx';
import { noFilters, useTaskList } from './use-task-list.ts';

/** The tasks of the open project, and all a worker needs to know before accepting one. */
export function BrowseScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const project = useSession((session) => session.project);
  const [filters, setFilters] = useState(noFilters);
  const shownFilters = useDeferredValue(filters);
  const list = useTaskList(shownFilters, project?.id ?? null);
  const [asking, setAsking] = useState<TaskCard | null>(null);

  useEffect(() => void actions.refreshProject(), [actions]);

  if (!project) {
    return (
      <Page title={say('browse.title')}>
        <Empty action={<Button onClick={() => void actions.go('home')}>{say('browse.toProjects')}</Button>}>
          {say('browse.noProject')} {say('browse.noProjectHint')}
        </Empty>
      </Page>
    );
  }

  const accept = (task: TaskCard) => {
    if (task.flags && task.state !== 'active') setAsking(task);
    else void actions.acceptTask(task.id);
  };
  const filtered = filters !== noFilters;
  const { counts } = project;

  return (
    <div className={classes.screen}>
      <div className={classes.head}>
        <div className={classes.title}>
          <h1>
            <bdi>{project.name}</bdi>
          </h1>
          <p className={classes.counts}>
            {say('browse.open', { count: counts.open })} · {say('browse.submitted', { count: counts.submitted })} ·{' '}
            {say('browse.skipped', { count: counts.skipped })}
          </p>
        </div>
        <Button onClick={() => void actions.setReading(true)}>{say('browse.instructions')}</Button>
      </div>
      <TermsPanel terms={project.terms} care={project.care} />
      <RejectedNotice />
      <FilterBar filters={filters} total={list.total} onChange={setFilters} />
      {list.total === 0 ? (
        <div className={classes.empty}>
          <Empty
            action={
              filtered ? <Button onClick={() => setFilters(noFilters)}>{say('browse.clearFilters')}</Button> : undefined
            }
          >
            {say(filtered ? 'browse.empty' : 'browse.emptyAll')}
          </Empty>
        </div>
      ) : (
        <TaskTable list={list} currency={project.terms.currency} onAccept={accept} />
      )}
      <AcceptFlagged
        task={asking}
        onClose={() => setAsking(null)}
        onAccept={(task) => {
          setAsking(null);
          void actions.acceptTask(task.id);
        }}
      />
    </div>
  );
}
