import type { ReactNode } from 'react';
import classes from './Dialog.module.css';
import { DialogFrame } from './DialogFrame.tsx';

interface DialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly size?: string;
  readonly onClose: () => void;
}

/** A question over the screen, with its answers below. */
export function Dialog({ children, actions, size = '30rem', ...frame }: DialogProps) {
  return (
    <DialogFrame size={size} {...frame}>
      <div className={classes.outer}>
        <div className={classes.body}>{children}</div>
        <div className={classes.actions}>{actions}</div>
      </div>
    </DialogFrame>
  );
}
