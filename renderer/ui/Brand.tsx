import classes from './Brand.module.css';

/** The mark: four corners of a box, and inside it the tick of a tally. */
export function Brand() {
  return (
    <div className={classes.brand}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className={classes.mark}>
        <path d="M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5" />
        <path d="M8 8v8M12 8v8M16 8v8M6.5 14.5l11-5" className={classes.tally} />
      </svg>
      <span className={classes.name} translate="no">
        Fairmark
      </span>
    </div>
  );
}
