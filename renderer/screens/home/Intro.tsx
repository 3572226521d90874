import { useMessages } from '../../app/messages.ts';
import classes from './Intro.module.css';

/** What Fairmark does, in three sentences; large the first time, quiet later. */
export function Intro({ quiet = false }: { quiet?: boolean }) {
  const { say } = useMessages();
  return (
    <section className={quiet ? classes.quiet : classes.intro}>
      <h2 className={classes.title}>{say('home.introTitle')}</h2>
      <ol className={classes.sentences}>
        <li>{say('home.introRecord')}</li>
        <li>{say('home.introHide')}</li>
        <li>{say('home.introOwn')}</li>
      </ol>
    </section>
  );
}
