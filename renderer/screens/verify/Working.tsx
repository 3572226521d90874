import classes from './Working.module.css';

/** Something that takes a while and cannot say how long. */
export function Working({ words, hint }: { words: string; hint: string }) {
  return (
    <div className={classes.working}>
      <p className={classes.words}>{words}</p>
      <div className={classes.track} aria-hidden="true">
        <div className={classes.bar} />
      </div>
      <p className={classes.hint}>{hint}</p>
    </div>
  );
}
