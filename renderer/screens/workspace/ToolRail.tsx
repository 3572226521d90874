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
import { useMessages } from '../../app/messages.ts';
import type { Action } from '../../app/actions.ts';
import { kindOf } from '../../../shared/annotation/annotation.ts';
import { drawKindOf, kindsIn } from './kind-actions.ts';
import { kindIcons } from './kind-icons.ts';
import { ToolButton } from './ToolButton.tsx';
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
        <ToolButton action="look" pressed={tool === 'look'} onAction={onAction} icon={<IconEye {...icon} />} />
      ) : null}
      <ToolButton action="select" pressed={tool === 'select'} onAction={onAction} icon={<IconPointer {...icon} />} />
      {kindsIn(bench.labelSet).map((kind) => {
        const Picture = kindIcons[kind];
        // a label of the whole item is given at once: nothing stays pressed
        const { medium } = kindOf(kind);
        const inHand = medium === 'link' ? tool === 'link' : tool === 'draw' && kind === drawKind;
        const pressed = medium === 'item' ? {} : { pressed: inHand };
        return (
          <ToolButton
            key={kind}
            action={`tool-${kind}`}
            {...pressed}
            onAction={onAction}
            icon={<Picture {...icon} />}
          />
        );
      })}
      <ToolButton action="pan" pressed={tool === 'pan'} onAction={onAction} icon={<IconHandStop {...icon} />} />
      <hr className={classes.gap} />
      <ToolButton action="undo" disabled={!canUndo} onAction={onAction} icon={<IconArrowBackUp {...icon} />} />
      <ToolButton action="redo" disabled={!canRedo} onAction={onAction} icon={<IconArrowForwardUp {...icon} />} />
      <hr className={classes.gap} />
      <ToolButton action="zoom-in" onAction={onAction} icon={<IconZoomIn {...icon} />} />
      <ToolButton action="zoom-out" onAction={onAction} icon={<IconZoomOut {...icon} />} />
      <ToolButton action="fit" onAction={onAction} icon={<IconMaximize {...icon} />} />
      <ToolButton action="actual" onAction={onAction} icon={<IconFocusCentered {...icon} />} />
      <hr className={classes.gap} />
      <ToolButton action="snapping" pressed={snapping} onAction={onAction} icon={<IconMagnet {...icon} />} />
      <ToolButton action="navigator" pressed={navigator} onAction={onAction} icon={<IconMap {...icon} />} />
      <ToolButton action="adjust" onAction={onAction} icon={<IconAdjustments {...icon} />} />
    </div>
  );
}
