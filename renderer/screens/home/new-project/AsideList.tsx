import type { FolderSurveyView } from '../../../../shared/ipc/views.ts';
import { useMessages } from '../../../app/messages.ts';
import classes from './NewProject.module.css';

/** How much there is to label, and each file that will not be: nothing is left out in silence. */
export function AsideList({ survey: { images, texts, aside, told } }: { survey: FolderSurveyView }) {
  const { say } = useMessages();
  const found = [
    ...(images > 0 ? [say('newProject.images', { count: images })] : []),
    ...(texts > 0 ? [say('newProject.texts', { count: texts })] : []),
  ];
  return (
    <>
      <p className={classes.found}>{found.join(' · ')}</p>
      {aside > 0 ? (
        <details className={classes.aside}>
          <summary>{say('newProject.aside', { count: aside })}</summary>
          <ul>
            {told.map(({ path, why }) => (
              <li key={path}>
                <bdi>{path}</bdi>: {say(`newProject.why.${why}`)}
              </li>
            ))}
          </ul>
          {aside > told.length ? <p>{say('newProject.more', { count: aside - told.length })}</p> : null}
        </details>
      ) : null}
    </>
  );
}
