import { useMessages } from '../../app/messages.ts';
import { useActions, useSession } from '../../app/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty, Page } from '../../ui/Page.tsx';
import { DiscloseForm } from './DiscloseForm.tsx';
import { FlagFile } from './FlagFile.tsx';
import { FlagItems } from './FlagItems.tsx';
import { ProjectLimitsForm } from './ProjectLimitsForm.tsx';
import { SuggestionFile } from './SuggestionFile.tsx';
import classes from './ProjectScreen.module.css';

/** For who sets a project up: what it says of its content, which items are flagged, and limits stricter than the worker's own. */
export function ProjectScreen() {
  const { say } = useMessages();
  const actions = useActions();
  const project = useSession((session) => session.project);
  if (!project) {
    return (
      <Page title={say('care.title')}>
        <Empty action={<Button onClick={() => void actions.go('home')}>{say('browse.toProjects')}</Button>}>
          {say('browse.noProject')}
        </Empty>
      </Page>
    );
  }
  const isAccepted = project.termsAcceptedAt !== null;
  return (
    <Page title={say('care.title')}>
      <p className={classes.intro}>
        <strong>
          <bdi>{project.name}</bdi>
        </strong>
        <br />
        {say('care.intro')}
      </p>
      <DiscloseForm care={project.care} isAccepted={isAccepted} />
      <FlagItems />
      <FlagFile />
      <SuggestionFile />
      <ProjectLimitsForm care={project.care} isAccepted={isAccepted} />
    </Page>
  );
}
