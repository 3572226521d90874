import { useEffect, useId, useMemo, useSyncExternalStore } from 'react';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { simplified } from '../../../shared/annotation/simplify.ts';
import { useMessages } from '../../app/messages.ts';
import { reshaped } from '../../canvas/gestures/change.ts';
import { MOST_TOLERANCE_PX, toleranceStore } from '../../canvas/tolerance.ts';
import { Button } from '../../ui/Button.tsx';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';
import { selectedOf } from '../../workbench/bench-selection.ts';
import classes from './LooksPanel.module.css';

interface SimplifyPanelProps {
  readonly bench: Bench;
  /** Shows what would come of it, in place of what is there; none shows what is there again. */
  readonly onTry: (annotations: readonly Annotation[]) => void;
  readonly onClose: () => void;
}

/** Leaves points out of the selected outlines: how far they may move is chosen, what it costs is seen and said first. */
export function SimplifyPanel({ bench, onTry, onClose }: SimplifyPanelProps) {
  const { say } = useMessages();
  const id = useId();
  const tolerancePx = useSyncExternalStore(toleranceStore.subscribe, toleranceStore.read);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedIds = useWorkbench(bench, (state) => state.selectedIds);
  const tried = useMemo(
    () =>
      selectedOf({ annotations, selectedIds }).flatMap((annotation) => {
        const result = simplified(annotation.shape, tolerancePx);
        return result ? [{ annotation: reshaped(annotation, result.shape), result }] : [];
      }),
    [annotations, selectedIds, tolerancePx],
  );
  useEffect(() => {
    onTry(tried.map(({ annotation }) => annotation));
    return () => onTry([]);
  }, [tried, onTry]);
  const sum = (of: 'pointsBefore' | 'pointsAfter'): number => tried.reduce((all, { result }) => all + result[of], 0);
  const [before, after] = [sum('pointsBefore'), sum('pointsAfter')];
  const apply = () => {
    const changed = tried.filter(({ result }) => result.pointsAfter < result.pointsBefore);
    if (changed.length > 0) bench.editor.put(changed.map(({ annotation }) => annotation));
    onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter and Escape as in any dialog
    <form
      className={classes.panel}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        }
        // a slider takes no Enter of its own
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) apply();
      }}
    >
      <h2 id={`${id}-title`} className={classes.title}>
        {say('simplify.title')}
      </h2>
      <div className={classes.slider}>
        <label htmlFor={id}>{say('simplify.tolerance')}</label>
        <input
          id={id}
          type="range"
          ref={focusOnce}
          min={0}
          max={MOST_TOLERANCE_PX}
          step={0.25}
          value={tolerancePx}
          aria-valuetext={say('simplify.pixels', { px: tolerancePx })}
          onChange={(event) => toleranceStore.send(event.currentTarget.valueAsNumber)}
        />
        <output htmlFor={id}>{say('simplify.pixels', { px: tolerancePx })}</output>
      </div>
      <p role="status">
        {tried.length === 0
          ? say('simplify.nothing')
          : say('simplify.outcome', {
              before,
              count: after,
              error: Math.max(...tried.map(({ result }) => result.errorPx)),
            })}
      </p>
      <p className={classes.hint}>{say('simplify.hint')}</p>
      <div className={classes.actions}>
        <Button size="small" look="quiet" onClick={onClose}>
          {say('common.cancel')}
        </Button>
        <Button size="small" type="submit" disabled={after === before}>
          {say('simplify.apply')}
        </Button>
      </div>
    </form>
  );
}

/** The panel was asked for: its one control has the keys at once. */
function focusOnce(element: HTMLInputElement | null): void {
  element?.focus();
}
