import { useSyncExternalStore } from 'react';
import { useMessages } from '../../app/messages.ts';
import { brushModes, brushStore, MOST_RADIUS_PX } from '../../canvas/brush.ts';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';
import classes from './DrawingBar.module.css';
import { drawKindOf } from './kind-actions.ts';

/** How the tool in hand is used, where that is more than a drag; for the brush, what it does and how large it is. */
export function DrawingBar({ bench }: { bench: Bench }) {
  const { say } = useMessages();
  const tool = useWorkbench(bench, (state) => state.tool);
  const kind = useWorkbench(bench, (state) => drawKindOf(state, bench.labelSet));
  const activeClassId = useWorkbench(bench, (state) => state.activeClassId);
  const labelClass = bench.labelSet.classes.find(({ id }) => id === activeClassId);
  if (tool === 'cut') return <p className={classes.bar}>{say('drawing.cut')}</p>;
  if (tool !== 'draw') return null;
  const name = labelClass?.name ?? '';
  if (kind === null) return <CannotDraw words={say('drawing.cannot', { name })} />;
  if (kind === 'skeleton' && !labelClass?.skeleton) return <CannotDraw words={say('drawing.noKeyPoints', { name })} />;
  switch (kind) {
    case 'polygon':
    case 'polyline':
    case 'rotated-box':
    case 'skeleton':
      return <p className={classes.bar}>{say(`drawing.${kind}`)}</p>;
    case 'mask':
      return (
        <div className={classes.bar}>
          <BrushControls />
          <p className={classes.hint}>{say('drawing.mask')}</p>
        </div>
      );
    default:
      return null;
  }
}

/** Said where the hand is about to draw, before it tries in vain. */
function CannotDraw({ words }: { words: string }) {
  return (
    <p className={classes.bar} data-tone="warn" role="status">
      {words}
    </p>
  );
}

function BrushControls() {
  const { say, format } = useMessages();
  const brush = useSyncExternalStore(brushStore.subscribe, brushStore.read);
  return (
    <div className={classes.brush} role="group" aria-label={say('brush.label')}>
      {brushModes.map((mode) => (
        <button
          key={mode}
          type="button"
          className={classes.mode}
          aria-pressed={brush.mode === mode}
          onClick={() => brushStore.send({ type: 'mode', mode })}
        >
          {say(`brush.${mode}`)}
        </button>
      ))}
      <input
        type="range"
        min={1}
        max={MOST_RADIUS_PX}
        value={brush.radiusPx}
        aria-label={say('brush.radius')}
        onChange={(event) => brushStore.send({ type: 'radius', radiusPx: event.currentTarget.valueAsNumber })}
      />
      <output>{format.number(brush.radiusPx)}</output>
    </div>
  );
}
