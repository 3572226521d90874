import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface PageProps {
  readonly title: ReactNode;
  /** Beside the title: what can be done with the whole screen. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A screen that scrolls as one sheet: a title, and a column of readable width. */
export function Page({ title, actions, children }: PageProps) {
  return (
    <div className={classes.scroll}>
      <div className={classes.column}>
        <header className={classes.head}>
          <h1>{title}</h1>
          {actions ? <div className={classes.actions}>{actions}</div> : null}
        </header>
        {children}
      </div>
    </div>
  );
}

/** A part of a page with a heading of its own. */
export function Section({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      {hint ? <p className={classes.hint}>{hint}</p> : null}
      {children}
    </section>
  );
}

/** Says why there is nothing here, and what to do next. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
