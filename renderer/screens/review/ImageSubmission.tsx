import {
  IconAdjustments,
  IconEye,
  IconFocusCentered,
  IconMap,
  IconMaximize,
  IconTag,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Annotation, imageKindOf, linkKindOf } from '../../../shared/annotation/annotation.ts';
import type { Rect } from '../../../shared/core/geometry.ts';
import { useMessages } from '../../app/messages.ts';
import type { Action } from '../../app/actions.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import type { CanvasController } from '../../canvas/canvas-controller.ts';
import { ImageCanvas } from '../../canvas/ImageCanvas.tsx';
import { HiddenCard } from '../../wellbeing/HiddenCard.tsx';
import { HiddenStrip } from '../../wellbeing/HiddenStrip.tsx';
import { useLens } from '../../wellbeing/use-lens.ts';
import { useRevealKeys } from '../../wellbeing/use-reveal-keys.ts';
import { useReveal } from '../../wellbeing/use-reveal.ts';
import { type ReadableBench, useBenchView, useWorkbench } from '../../workbench/use-workbench.ts';
import classes from '../workspace/Bench.module.css';
import { LooksPanel } from '../workspace/LooksPanel.tsx';
import { ToolButton } from '../workspace/ToolButton.tsx';
import rail from '../workspace/ToolRail.module.css';
import { doViewAction } from '../workspace/view-actions.ts';
import { ZoomWord } from '../workspace/ZoomWord.tsx';
import type { SubmissionBenchProps } from './submission-props.ts';
import { SubmissionSide } from './SubmissionSide.tsx';

const icon = { size: 20, stroke: 1.7, 'aria-hidden': true } as const;

/** A picture with what was drawn on it, as it was handed in: looked at, never changed. Hidden ones stay veiled. */
export function ImageSubmission({ submission, bench, enabled }: SubmissionBenchProps) {
  const { say } = useMessages();
  const canvas = useRef<CanvasController>(null);
  const [scale, setScale] = useState(1);
  const [looks, setLooks] = useState(false);
  const [cardRead, setCardRead] = useState(false);
  const hidden = submission.flags !== null;
  const cardOpen = hidden && !cardRead;
  const control = useReveal({ submissionId: submission.id });
  const lens = useLens(canvas, control);
  const { store } = bench;
  const selectedId = useWorkbench(bench, (state) => state.selectedId);

  // What is chosen in the list comes into view.
  useEffect(() => {
    const { annotations } = store.read();
    const place = placeOf(annotations, selectedId);
    const viewport = canvas.current?.viewport;
    if (!place || !viewport) return;
    const { seen } = viewport;
    const isSeen =
      place.x < seen.x + seen.width &&
      place.x + place.width > seen.x &&
      place.y < seen.y + seen.height &&
      place.y + place.height > seen.y;
    if (!isSeen) viewport.centreOn({ x: place.x + place.width / 2, y: place.y + place.height / 2 });
  }, [store, selectedId]);

  const onAction = (action: Action): unknown => {
    switch (action) {
      case 'escape': {
        const isLooking = control.reveal.phase !== 'hidden';
        control.hide();
        setLooks(false);
        if (looks) return !isLooking;
        store.send({ type: 'tool taken', tool: 'read' });
        return store.send({ type: 'selected', id: null });
      }
      case 'adjust':
        return setLooks((open) => !open);
      case 'look':
        if (!hidden || cardOpen) return undefined;
        return store.send({ type: 'tool taken', tool: store.read().tool === 'look' ? 'read' : 'look' });
      default:
        return doViewAction(action, { bench, canvas: canvas.current });
    }
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    if (hidden && store.read().tool === 'look') return lens.onKey(event);
    if (event.target instanceof HTMLElement && event.target.matches('input, select, [role=radio]')) return false;
    return (
      canvas.current?.arrow({ code: event.code, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }) ?? false
    );
  };
  useShortcuts({ onAction, onKey }, enabled, 'image');
  useRevealKeys(control, enabled && hidden && !cardOpen);
  const onZoom = useCallback((value: number) => setScale(value), []);

  const { item } = submission;
  if (item.medium !== 'image') return null;
  return (
    <div className={classes.bench}>
      <ReadRail bench={bench} hidden={hidden} onAction={onAction} />
      <div className={classes.middle}>
        {hidden && !cardOpen ? (
          <HiddenStrip task={submission} control={control} onCard={() => setCardRead(false)} />
        ) : null}
        <ImageCanvas
          bench={bench}
          title={submission.title}
          url={item.url}
          item={item}
          controls={canvas}
          onZoom={onZoom}
          adjustable={!hidden}
          look={lens.look}
        />
        {cardOpen ? (
          <HiddenCard
            task={submission}
            fine={say('review.fine')}
            onLabel={() => {
              setCardRead(true);
              store.send({ type: 'tool taken', tool: 'read' });
            }}
            onLook={() => {
              setCardRead(true);
              store.send({ type: 'tool taken', tool: 'look' });
            }}
          />
        ) : null}
        {looks ? <LooksPanel bench={bench} adjustable={!hidden} onClose={() => setLooks(false)} /> : null}
        <ZoomWord scale={scale} />
      </div>
      <SubmissionSide submission={submission} bench={bench} />
    </div>
  );
}

/** Where an annotation lies; of a relation, where the one lies that it starts from. */
function placeOf(annotations: readonly Annotation[], id: string | null): Rect | null {
  const found = annotations.find((one) => one.id === id);
  if (!found) return null;
  const ends = linkKindOf(found.shape)?.ends(found.shape);
  const placed = ends ? annotations.find((one) => one.id === ends.from) : found;
  return (placed && imageKindOf(placed.shape)?.bounds(placed.shape)) ?? null;
}

interface ReadRailProps {
  readonly bench: ReadableBench;
  readonly hidden: boolean;
  readonly onAction: (action: Action) => void;
}

/** The ways to look at the picture, each with its key. */
function ReadRail({ bench, hidden, onAction }: ReadRailProps) {
  const { say } = useMessages();
  const tool = useWorkbench(bench, (state) => state.tool);
  const labels = useBenchView(bench, (view) => view.labels);
  const navigator = useBenchView(bench, (view) => view.navigator);
  return (
    <div className={rail.rail} role="toolbar" aria-orientation="vertical" aria-label={say('workspace.tools')}>
      {hidden ? (
        <ToolButton action="look" pressed={tool === 'look'} onAction={onAction} icon={<IconEye {...icon} />} />
      ) : null}
      <ToolButton action="zoom-in" onAction={onAction} icon={<IconZoomIn {...icon} />} />
      <ToolButton action="zoom-out" onAction={onAction} icon={<IconZoomOut {...icon} />} />
      <ToolButton action="fit" onAction={onAction} icon={<IconMaximize {...icon} />} />
      <ToolButton action="actual" onAction={onAction} icon={<IconFocusCentered {...icon} />} />
      <hr className={rail.gap} />
      <ToolButton action="labels" pressed={labels} onAction={onAction} icon={<IconTag {...icon} />} />
      <ToolButton action="navigator" pressed={navigator} onAction={onAction} icon={<IconMap {...icon} />} />
      <ToolButton action="adjust" onAction={onAction} icon={<IconAdjustments {...icon} />} />
    </div>
  );
}
