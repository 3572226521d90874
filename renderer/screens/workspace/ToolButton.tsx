import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../../app/messages.ts';
import { type Action, actionKey } from '../../app/actions.ts';
import { useKeysOf } from '../../app/use-keys-of.ts';
import classes from './ToolRail.module.css';

interface ToolButtonProps {
  readonly action: Action;
  readonly icon: ReactNode;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onAction: (action: Action) => void;
}

/** One tool or way to look, with its key. */
export function ToolButton({ action, icon: picture, pressed, disabled = false, onAction }: ToolButtonProps) {
  const { say } = useMessages();
  const keys = useKeysOf()(action);
  return (
    <Tooltip
      label={keys === undefined ? say(actionKey(action)) : `${say(actionKey(action))} (${keys})`}
      position="right"
    >
      <button
        type="button"
        className={classes.tool}
        aria-label={say(actionKey(action))}
        aria-pressed={pressed}
        aria-disabled={disabled}
        onClick={() => (disabled ? undefined : onAction(action))}
      >
        {picture}
      </button>
    </Tooltip>
  );
}
