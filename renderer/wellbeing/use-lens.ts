import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Point } from '../../shared/core/geometry.ts';
import { useSession } from '../app/use-session.ts';
import type { CanvasController } from '../canvas/canvas-controller.ts';
import { cellAfter, middleCell } from './reveal.ts';
import type { RevealControl } from './use-reveal.ts';

interface Lens {
  /** With the looking tool in hand: what a pointer does, in view pixels. */
  readonly look: { press(at: Point): void; move(at: Point): void; release(): void };
  /** Arrows move the lens over a 3 x 3 grid; true if the key was one. */
  onKey(event: { readonly code: string }): boolean;
}

/** Shows on a canvas what is unveiled of its picture, where the pointer or the keys look. */
export function useLens(canvas: RefObject<CanvasController | null>, control: RevealControl): Lens {
  const lensPx = useSession((session) => session.settings.lensPx);
  const [lensAt, setLensAt] = useState<Point | null>(null);
  const cell = useRef(middleCell);
  const { reveal, unveiled } = control;
  const bitmap = unveiled && 'bitmap' in unveiled ? unveiled.bitmap : null;
  useEffect(() => {
    const at = lensAt ?? canvas.current?.viewport.gridPoint(cell.current.column, cell.current.row) ?? { x: 0, y: 0 };
    canvas.current?.setUnveiled(bitmap && { bitmap, mode: reveal.mode, at, lensPx });
  }, [canvas, bitmap, reveal.mode, lensAt, lensPx]);
  return {
    look: {
      press(at) {
        setLensAt(at);
        control.press();
      },
      move(at) {
        setLensAt(at);
        control.moved();
      },
      release: control.release,
    },
    onKey({ code }) {
      const next = cellAfter(cell.current, code);
      if (!next) return false;
      cell.current = next;
      setLensAt(canvas.current?.viewport.gridPoint(next.column, next.row) ?? null);
      control.moved();
      return true;
    },
  };
}
