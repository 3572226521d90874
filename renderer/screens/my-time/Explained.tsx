import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Explained.module.css';

/** A number that says how it came about, on hover and on focus. */
export function Explained({ how, children }: { how: string; children: ReactNode }) {
  return (
    <Tooltip label={how} multiline w={300} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes.value}>
        {children}
      </button>
    </Tooltip>
  );
}
