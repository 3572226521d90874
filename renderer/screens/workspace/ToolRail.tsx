import { Tooltip } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconEye,
  IconFocusCentered,
  IconHandStop,
  IconMagnet,
  IconMap,
  IconMaximize,
  IconPointer,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../app/messages.ts';
import { keysFor } from '../../app/bindings.ts';
import { useKeyNames } from '../../app/key-names.ts';
import { type Action, actionKey } from '../../app/shortcuts.ts';
import { useBindings } from '../../app/use-shortcuts.ts';
import { kindOf } from '../../../shared/annotation/annotation.ts';
import { drawKindOf, kindsIn } from './kind-actions.ts';
import { kindIcons } from './kind-icons.ts';
import classes from './ToolRail.module.css';
import { type Bench, useBenchView, useWorkbench } from '../../workbench/use-workbench.ts';

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
  const canUndo = useWorkbench(bench, (state) => state.strokes.canTakeBack || state.canUndo || state.underWay > 0);
  const canRedo = useWorkbench(bench, (state) => state.strokes.canComeAgain || state.canRedo);
  const drawKind = useWorkbench(bench, (state) => drawKindOf(state, bench.labelSet));
  const snapping = useBenchView(bench, (view) => view.snapping);
  const navigator = useBenchView(bench, (view) => view.navigator);
  return (
    <div className={classes.rail} role="toolbar" aria-orientation="vertical" aria-label={say('workspace.tools')}>
      {hidden ? (
        <Tool action="look" pressed={tool === 'look'} onAction={onAction} icon={<IconEye {...icon} />} />
      ) : null}
      <Tool action="select" pressed={tool === 'select'} onAction={onAction} icon={<IconPointer {...icon} />} />
      {kindsIn(bench.labelSet).map((kind) => {
        const Picture = kindIcons[kind];
        // a label of the whole item is given at once: nothing stays pressed
        const { medium } = kindOf(kind);
        const inHand = medium === 'link' ? tool === 'link' : tool === 'draw' && kind === drawKind;
        const pressed = medium === 'item' ? {} : { pressed: inHand };
        return (
          <Tool key={kind} action={`tool-${kind}`} {...pressed} onAction={onAction} icon={<Picture {...icon} />} />
        );
      })}
      <Tool action="pan" pressed={tool === 'pan'} onAction={onAction} icon={<IconHandStop {...icon} />} />
      <hr className={classes.gap} />
      <Tool action="undo" disabled={!canUndo} onAction={onAction} icon={<IconArrowBackUp {...icon} />} />
      <Tool action="redo" disabled={!canRedo} onAction={onAction} icon={<IconArrowForwardUp {...icon} />} />
      <hr className={classes.gap} />
      <Tool action="zoom-in" onAction={onAction} icon={<IconZoomIn {...icon} />} />
      <Tool action="zoom-out" onAction={onAction} icon={<IconZoomOut {...icon} />} />
      <Tool action="fit" onAction={onAction} icon={<IconMaximize {...icon} />} />
      <Tool action="actual" onAction={onAction} icon={<IconFocusCentered {...icon} />} />
      <hr className={classes.gap} />
      <Tool action="snapping" pressed={snapping} onAction={onAction} icon={<IconMagnet {...icon} />} />
      <Tool action="navigator" pressed={navigator} onAction={onAction} icon={<IconMap {...icon} />} />
      <Tool action="adjust" onAction={onAction} icon={<IconAdjustments {...icon} />} />
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
  const nameOf = useKeyNames();
  const keys = keysFor(useBindings(), action);
  return (
    <Tooltip label={keys ? `${say(actionKey(action))} (${nameOf(keys)})` : say(actionKey(action))} position="right">
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
