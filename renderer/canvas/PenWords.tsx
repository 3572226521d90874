import { useSyncExternalStore } from 'react';
import { useMessages } from '../app/messages.ts';
import type { CanvasController } from './canvas-controller.ts';

/** Tells a screen reader where the keys draw; changes only when the pen rests. */
export function PenWords({ controller }: { controller: CanvasController }) {
  const { say } = useMessages();
  const pen = useSyncExternalStore(controller.keys.pen.subscribe, controller.keys.pen.read);
  return (
    <p className="visually-hidden" role="status" data-testid="pen">
      {pen
        ? say(pen.pressed ? 'canvas.penPressed' : 'canvas.pen', { x: Math.round(pen.at.x), y: Math.round(pen.at.y) })
        : ''}
    </p>
  );
}
