import {
  type PointerEvent as ReactPointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isDirected } from '../../shared/annotation/relations.ts';
import type { Point, Size } from '../../shared/core/geometry.ts';
import { useMessages } from '../app/messages.ts';
import { joinTwo } from '../workbench/link-actions.ts';
import { isEditable, type ReadableBench, useBenchView, useWorkbench } from '../workbench/use-workbench.ts';
import { brightOf } from '../ui/palette.ts';
import { brushStore } from './brush.ts';
import { CanvasController, sizeOf } from './canvas-controller.ts';
import { imageKindFor } from './image-kind-for.ts';
import classes from './ImageCanvas.module.css';
import { ImageStage } from './image-stage.ts';
import { Navigator } from './Navigator.tsx';
import { PenWords } from './PenWords.tsx';
import { SelectionWords } from './SelectionWords.tsx';
import type { DetailState } from './fine-detail.ts';
import { keptShare } from './picture.ts';
import { usePicture } from './use-picture.ts';

/** Wheel steps to zoom factor; a notch of 100 makes about 1.2. */
const WHEEL_FACTOR = 0.0018;
const DOUBLE_PRESS_MS = 500;
const DOUBLE_PRESS_PX = 5;

interface ImageCanvasProps {
  readonly bench: ReadableBench;
  readonly title: string;
  readonly url: string;
  readonly item: Size;
  readonly controls: Ref<CanvasController | null>;
  readonly onZoom: (scale: number) => void;
  /** A line was drawn along which what is selected is cut; in image pixels. Nobody cuts what is only looked at. */
  readonly onCut?: (line: readonly Point[]) => void;
  /** The picture cannot be decoded here. */
  readonly onUndecodable?: () => void;
  /** Whether brightness and contrast may be changed: never for hidden items. */
  readonly adjustable: boolean;
  /** With the looking tool in hand the pointer unveils instead of drawing. */
  readonly look: { press(at: Point): void; move(at: Point): void; release(): void };
}

/** The picture with its annotations. Converts pointer positions to the frame's pixels and forwards them. */
export function ImageCanvas(props: ImageCanvasProps) {
  const { bench, title, url, item, controls, onZoom, onCut, onUndecodable, adjustable, look } = props;
  const { say } = useMessages();
  const container = useRef<HTMLDivElement>(null);
  const controller = useRef<CanvasController | null>(null);
  /** Shows one item after the other: to make its canvases anew for each takes longer than all the rest. */
  const stage = useRef<ImageStage | null>(null);
  const lastPress = useRef<Press | null>(null);
  const [shownBy, setShownBy] = useState<CanvasController | null>(null);
  const [detail, setDetail] = useState<DetailState>('none');
  const navigator = useBenchView(bench, (view) => view.navigator);
  const tool = useWorkbench(bench, (state) => state.tool);
  const picture = usePicture(url);
  const { width, height } = item;
  useImperativeHandle<CanvasController | null, CanvasController | null>(controls, () => controller.current);

  // before the frame is painted, as the picture's: a picture that is there shows in it
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    stage.current ??= new ImageStage(element, sizeOf(element), setDetail);
    const classById = new Map(bench.labelSet.classes.map((one) => [one.id, one]));
    const made = new CanvasController({
      stage: stage.current,
      container: element,
      item: { width, height },
      bench: bench.store,
      benchView: bench.view,
      adjustable,
      editor: isEditable(bench) ? bench.editor : null,
      lookOf: (id) => ({ name: classById.get(id)?.name ?? id, colour: brightOf(classById.get(id)?.colour ?? 11) }),
      linkLookOf: (id) => ({
        name: classById.get(id)?.name ?? id,
        colour: brightOf(classById.get(id)?.colour ?? 11),
        directed: isDirected(classById.get(id)),
      }),
      onLink: (ends) => (isEditable(bench) ? joinTwo(bench, ends) : undefined),
      kindFor: (id) => imageKindFor(classById.get(id)?.kinds ?? []),
      onZoom,
      onCut: (line) => onCut?.(line),
      setting: () => ({
        skeleton: classById.get(bench.store.read().activeClassId)?.skeleton ?? null,
        brush: brushStore.read(),
      }),
    });
    controller.current = made;
    lastPress.current = null;
    setShownBy(made);
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    // React listens to wheels passively; zooming must not scroll.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      made.viewport.zoomBy(Math.exp(-event.deltaY * WHEEL_FACTOR * (event.ctrlKey ? 4 : 1)), pointIn(element, event));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    const cancel = () => made.cancel();
    window.addEventListener('blur', cancel);
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', onWheel);
      window.removeEventListener('blur', cancel);
      controller.current = null;
      setShownBy(null);
      made.destroy();
    };
  }, [bench, width, height, onZoom, onCut, adjustable]);
  // after what shows an item on it
  useLayoutEffect(
    () => () => {
      stage.current?.destroy();
      stage.current = null;
    },
    [],
  );

  const undecodable = picture.state === 'failed';
  useEffect(() => {
    if (undecodable) onUndecodable?.();
  }, [undecodable, onUndecodable]);

  useLayoutEffect(() => {
    controller.current?.setPicture(picture.state === 'ready' ? picture.picture : null);
  }, [picture]);

  const onPointer = (event: ReactPointerEvent<HTMLDivElement>) => {
    const atInView = pointIn(event.currentTarget, event);
    const keys = { shift: event.shiftKey, alt: event.altKey };
    if (event.type === 'pointerdown') {
      if (event.button > 1) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus({ preventScroll: true });
      const button = event.button === 1 ? 'middle' : 'left';
      if (tool === 'look' && button === 'left') return look.press(atInView);
      const again = isSecondPress(lastPress.current, event);
      lastPress.current = again ? null : { x: event.clientX, y: event.clientY, timeMs: event.timeStamp };
      return controller.current?.pointer({ type: 'down', atInView, button, again, ...keys });
    }
    if (tool === 'look') {
      if (event.type === 'pointerup') look.release();
      else look.move(atInView);
    }
    return controller.current?.pointer({ type: event.type === 'pointerup' ? 'up' : 'move', atInView, ...keys });
  };

  return (
    <div className={classes.frame}>
      {/* A drawing surface is no widget that ARIA knows: `application` hands every key to it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above */}
      <div
        ref={container}
        className={classes.canvas}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
        role="application"
        aria-label={say('canvas.label', { title })}
        aria-describedby="canvas-help"
        data-testid="canvas"
        onPointerDown={onPointer}
        onPointerMove={onPointer}
        onPointerUp={onPointer}
        onPointerCancel={() => {
          look.release();
          controller.current?.cancel();
        }}
        onPointerLeave={() => controller.current?.pointerLeft()}
        onContextMenu={(event) => event.preventDefault()}
        onDragStart={(event) => event.preventDefault()}
      />
      <p id="canvas-help" className="visually-hidden">
        {say(isEditable(bench) ? 'canvas.help' : 'review.canvasHelp')}
      </p>
      <SelectionWords bench={bench} />
      {shownBy ? <PenWords controller={shownBy} /> : null}
      {navigator && shownBy && picture.state === 'ready' ? (
        <Navigator controller={shownBy} picture={picture.picture} item={item} />
      ) : null}
      {detail === 'loading' || detail === 'failed' ? (
        <p className={classes.reduced} role="status" data-testid="detail" data-state={detail}>
          {say(detail === 'loading' ? 'canvas.sharpening' : 'canvas.reduced', {
            percent: Math.round(100 * keptShare(item)),
          })}
        </p>
      ) : null}
      {picture.state === 'failed' ? (
        <p className={classes.failed} role="alert">
          {say('canvas.failed')}
        </p>
      ) : null}
    </div>
  );
}

interface Press extends Point {
  readonly timeMs: number;
}

/** Pointer events count no clicks: two presses at one place within half a second are a double click. */
function isSecondPress(last: Press | null, event: ReactPointerEvent): boolean {
  if (!last || event.timeStamp - last.timeMs > DOUBLE_PRESS_MS) return false;
  return Math.hypot(event.clientX - last.x, event.clientY - last.y) <= DOUBLE_PRESS_PX;
}

function pointIn(element: HTMLElement, event: { readonly clientX: number; readonly clientY: number }): Point {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}
