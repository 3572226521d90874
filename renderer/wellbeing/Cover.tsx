import { type ReactNode, useEffect, useId, useRef } from 'react';
import classes from './Cover.module.css';
import { useReturnFocus } from './use-return-focus.ts';

interface CoverProps {
  readonly title: string;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A quiet screen in front of the work: it takes the focus, and gives it back where it was. */
export function Cover({ title, testId, children }: CoverProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnFocus();
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.screen} aria-labelledby={id} data-testid={testId}>
      <h1 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </section>
  );
}
