import { Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconEye,
  IconFocusCentered,
  IconHandStop,
  IconMaximize,
  IconPointer,
  IconSquarePlus2,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../app/messages.ts';
import { type Action, actionKey, shortcuts } from '../../app/shortcuts.ts';
import classes from './ToolRail.module.css';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';

interface ToolRailProps {
  readonly bench: Bench;
  readonly hidden: boolean;
  readonly onAction: (action: Action) => void;
}

const icon = { size: 20, stroke: 1.7, 'aria-hidden': true } as const;

/** The tools and the ways to look at the picture, each with its key. */
export function ToolRail({ bench, hidden, onAction }: ToolRailProps) {
  const { say } = useMessages();
  const tool = useWorkbench(bench, (state) => state.tool);
  const canUndo = useWorkbench(bench, (state) => state.canUndo || state.underWay > 0);
  const canRedo = useWorkbench(bench, (state) => state.canRedo);
  return (
    <div className={classes.rail} role="toolbar" aria-orientation="vertical" aria-label={say('workspace.tools')}>
      {hidden ? (
        <Tool action="look" pressed={tool === 'look'} onAction={onAction} icon={<IconEye {...icon} />} />
      ) : null}
      <Tool action="select" pressed={tool === 'select'} onAction={onAction} icon={<IconPointer {...icon} />} />
      <Tool action="draw" pressed={tool === 'draw'} onAction={onAction} icon={<IconSquarePlus2 {...icon} />} />
      <Tool action="pan" pressed={tool === 'pan'} onAction={onAction} icon={<IconHandStop {...icon} />} />
      <hr className={classes.gap} />
      <Tool action="undo" disabled={!canUndo} onAction={onAction} icon={<IconArrowBackUp {...icon} />} />
      <Tool action="redo" disabled={!canRedo} onAction={onAction} icon={<IconArrowForwardUp {...icon} />} />
      <hr className={classes.gap} />
      <Tool action="zoom-in" onAction={onAction} icon={<IconZoomIn {...icon} />} />
      <Tool action="zoom-out" onAction={onAction} icon={<IconZoomOut {...icon} />} />
      <Tool action="fit" onAction={onAction} icon={<IconMaximize {...icon} />} />
      <Tool action="actual" onAction={onAction} icon={<IconFocusCentered {...icon} />} />
    </div>
  );
}

interface ToolProps {
  readonly action: Action;
  readonly icon: ReactNode;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onAction: (action: Action) => void;
}

function Tool({ action, icon: picture, pressed, disabled = false, onAction }: ToolProps) {
  const { say } = useMessages();
  const keys = shortcuts.find((shortcut) => shortcut.action === action)?.shown ?? '';
  return (
    <Tooltip label={`${say(actionKey(action))} (${keys})`} position="right">
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
