import type { ButtonHTMLAttributes, ReactNode } from 'react';
import classes from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` at most once a screen; `quiet` has no border until it is touched. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal' | 'large';
  /** Keys that do the same, shown beside the words. */
  readonly keys?: string | undefined;
  readonly icon?: ReactNode;
}

/** A button of Fairmark. */
export function Button({ look = 'secondary', size = 'normal', keys, icon, children, className, ...rest }: ButtonProps) {
  const names = [classes.button, classes[look], classes[size], className].filter(Boolean).join(' ');
  return (
    <button type="button" className={names} {...rest}>
      {icon}
      {children}
      {keys ? (
        <kbd className={classes.keys} aria-hidden="true">
          {keys}
        </kbd>
      ) : null}
    </button>
  );
}
