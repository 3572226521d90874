import classes from './Brand.module.css';

/** The mark: four strokes of a tally and the fifth across; work that is counted. */
export function Brand() {
  return (
    <div className={classes.brand}>
      <svg viewBox="0 0 28 24" width="26" height="22" aria-hidden="true" className={classes.mark}>
        <path d="M5 4v16M11 4v16M17 4v16M23 4v16" />
        <path d="M2 17.5 26 6.5" className={classes.across} />
      </svg>
      <span className={classes.name} translate="no">
        Fairmark
      </span>
    </div>
  );
}
