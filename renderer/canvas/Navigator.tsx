import { type PointerEvent, useEffect, useRef } from 'react';
import type { Size } from '../../shared/core/geometry.ts';
import { useMessages } from '../app/messages.ts';
import type { CanvasController } from './canvas-controller.ts';
import { drawPicture } from './draw-picture.ts';
import classes from './Navigator.module.css';
import type { Picture } from './picture.ts';
import { visibleRect } from './view.ts';

/** Longest side of the overview, in view pixels. */
const LONGEST_PX = 180;

interface NavigatorProps {
  readonly controller: CanvasController;
  /** What is shown of the item now: of a hidden one the derivative, never what is unveiled. */
  readonly picture: Picture;
  readonly item: Size;
}

/** The whole picture in small, with a frame around what is seen. A press or a drag moves there. */
export function Navigator({ controller, picture, item }: NavigatorProps) {
  const { say } = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const scale = LONGEST_PX / Math.max(item.width, item.height);
  const size = { width: Math.max(item.width * scale, 8), height: Math.max(item.height * scale, 8) };

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, LONGEST_PX, LONGEST_PX);
    drawPicture(context, picture, { size: item, view: { scale, x: 0, y: 0 }, frame: size });
  });

  // Moved directly: a frame that waits for React would lag behind the picture.
  useEffect(
    () =>
      controller.viewport.watch((view, frameSize) => {
        const seen = visibleRect(view, frameSize);
        const left = Math.max(seen.x, 0);
        const top = Math.max(seen.y, 0);
        const right = Math.min(seen.x + seen.width, item.width);
        const bottom = Math.min(seen.y + seen.height, item.height);
        const { style } = frame.current ?? {};
        if (!style) return;
        style.left = `${left * scale}px`;
        style.top = `${top * scale}px`;
        style.width = `${Math.max(right - left, 0) * scale}px`;
        style.height = `${Math.max(bottom - top, 0) * scale}px`;
      }),
    [controller, item.width, item.height, scale],
  );

  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons === 0) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    controller.viewport.centreOn({ x: (event.clientX - left) / scale, y: (event.clientY - top) / scale });
  };

  return (
    <div
      className={classes.navigator}
      style={size}
      role="img"
      aria-label={say('looks.navigator')}
      data-testid="navigator"
      onPointerDown={move}
      onPointerMove={move}
    >
      <canvas ref={canvas} width={size.width} height={size.height} />
      <div ref={frame} className={classes.seen} />
    </div>
  );
}
