import classes from './SummaryView.module.css';

/** One number, large, with its words. */
export function Figure({ value, words, strong = false }: { value: string; words: string; strong?: boolean }) {
  return (
    <div className={classes.figure} data-strong={strong}>
      <dt>{words}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** One line of words beside their name. */
export function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
