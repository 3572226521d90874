import { Tooltip } from '@mantine/core';
import {
  IconBrush,
  IconLayersSubtract,
  IconLayersUnion,
  IconPolygon,
  IconScissors,
  IconVectorTriangle,
} from '@tabler/icons-react';
import { useMessages } from '../../app/messages.ts';
import { type Action, actionKey } from '../../app/actions.ts';
import { useKeysOf } from '../../app/use-keys-of.ts';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';
import { selectedOf } from '../../workbench/bench-selection.ts';
import classes from './DrawingBar.module.css';
import { actionsOnShapes } from './actions-on-shapes.ts';

interface ShapeBarProps {
  readonly bench: Bench;
  readonly onAction: (action: Action) => void;
}

/** What can be done with the areas that are selected: join, take out, cut, turn into another kind. */
export function ShapeBar({ bench, onAction }: ShapeBarProps) {
  const { say } = useMessages();
  const keysOf = useKeysOf();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedIds = useWorkbench(bench, (state) => state.selectedIds);
  const tool = useWorkbench(bench, (state) => state.tool);
  const selected = selectedOf({ annotations, selectedIds });
  const actions = tool === 'select' ? actionsOnShapes(selected, bench.labelSet) : [];
  if (actions.length === 0) return null;
  const toPolygon = selected.some(({ shape }) => shape.kind === 'mask');
  return (
    <div className={classes.bar} role="toolbar" aria-label={say('workspace.shapeTools')}>
      <div className={classes.shapes}>
        {actions.map((action) => {
          const keys = keysOf(action);
          const name = say(actionKey(action));
          const Picture = action === 'convert' ? (toPolygon ? IconPolygon : IconBrush) : icons[action];
          return (
            <Tooltip key={action} label={keys === undefined ? name : `${name} (${keys})`} position="bottom">
              <button type="button" className={classes.shape} aria-label={name} onClick={() => onAction(action)}>
                <Picture size={18} stroke={1.7} aria-hidden="true" />
              </button>
            </Tooltip>
          );
        })}
      </div>
    </div>
  );
}

const icons = {
  unite: IconLayersUnion,
  subtract: IconLayersSubtract,
  split: IconScissors,
  simplify: IconVectorTriangle,
} as const;
