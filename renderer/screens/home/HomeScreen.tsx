import { useEffect, useState } from 'react';
import type { FolderSurveyView, ProjectCard } from '../../../shared/ipc/views.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty, Page, Section } from '../../ui/Page.tsx';
import classes from './HomeScreen.module.css';
import { Intro } from './Intro.tsx';
import { NewProjectPage } from './new-project/NewProjectPage.tsx';

/** The first screen: what Fairmark is, the projects of this machine, and three ways to get one. */
export function HomeScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const version = useSession((session) => session.info?.version ?? '');
  const [projects, setProjects] = useState<readonly ProjectCard[] | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    void actions.ask('project.list', {}).then((answer) => setProjects(answer?.projects ?? []));
  }, [actions]);

  const [survey, setSurvey] = useState<FolderSurveyView | null>(null);

  const run = (work: () => Promise<void>) => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };

  if (survey) return <NewProjectPage survey={survey} onClose={() => setSurvey(null)} />;
  return (
    <Page
      title={say('home.title')}
      actions={
        <>
          <Button look="primary" disabled={busy} onClick={() => run(() => actions.chooseProject())}>
            {say('home.open')}
          </Button>
          <Button
            disabled={busy}
            title={say('home.ownHint')}
            onClick={() => run(async () => setSurvey(await actions.chooseOwnFiles()))}
          >
            {say('home.own')}
          </Button>
          <Button disabled={busy} title={say('home.sampleHint')} onClick={() => run(() => actions.makeSample())}>
            {say('home.sample')}
          </Button>
        </>
      }
    >
      {projects?.length === 0 ? <Intro /> : null}
      {projects && projects.length > 0 ? (
        <Section title={say('home.recent')}>
          <ul className={classes.projects}>
            {projects.map((project) => (
              <ProjectRow
                key={project.path}
                project={project}
                busy={busy}
                onOpen={() => run(() => actions.openProject(project.path))}
              />
            ))}
          </ul>
        </Section>
      ) : null}
      {projects?.length === 0 ? <Empty>{say('home.empty')}</Empty> : null}
      {projects && projects.length > 0 ? <Intro quiet /> : null}
      <p className={classes.version}>{say('home.version', { version })}</p>
    </Page>
  );
}

function ProjectRow({ project, busy, onOpen }: { project: ProjectCard; busy: boolean; onOpen: () => void }) {
  const { say, format } = useMessages();
  const isCurrent = useSession((session) => session.project?.path === project.path);
  return (
    <li className={classes.project}>
      <button type="button" className={classes.open} disabled={busy || !project.present} onClick={onOpen}>
        <span className={classes.name}>
          <bdi>{project.name}</bdi>
          {isCurrent ? <span className={classes.current}>{say('home.current')}</span> : null}
        </span>
        <span className={classes.when}>{say('home.lastOpened', { when: format.instant(project.lastOpenedAt) })}</span>
        <span className={classes.path}>
          <bdi>{project.path}</bdi>
        </span>
      </button>
      {project.present ? null : <p className={classes.missing}>{say('home.missing')}</p>}
    </li>
  );
}
