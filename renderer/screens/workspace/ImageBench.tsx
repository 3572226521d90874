import { useCallback, useEffect, useRef, useState } from 'react';
import type { Point } from '../../../shared/core/geometry.ts';
import type { Action } from '../../app/shortcuts.ts';
import { useSession } from '../../app/use-session.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import type { CanvasController } from '../../canvas/canvas-controller.ts';
import { ImageCanvas } from '../../canvas/ImageCanvas.tsx';
import { HiddenCard } from '../../wellbeing/HiddenCard.tsx';
import { HiddenStrip } from '../../wellbeing/HiddenStrip.tsx';
import { cellAfter, middleCell } from '../../wellbeing/reveal.ts';
import { useRevealKeys } from '../../wellbeing/use-reveal-keys.ts';
import { useReveal } from '../../wellbeing/use-reveal.ts';
import { AnnotationList } from './AnnotationList.tsx';
import classes from './Bench.module.css';
import type { BenchProps } from './bench-props.ts';
import { ClassPalette } from './ClassPalette.tsx';
import { ToolRail } from './ToolRail.tsx';
import { ZoomWord } from './ZoomWord.tsx';

/** An image to label: tools, picture, classes, and the list of what was drawn. */
export function ImageBench({ task, bench, enabled, veiled, onSkip }: BenchProps) {
  const canvas = useRef<CanvasController>(null);
  const [scale, setScale] = useState(1);
  const lensPx = useSession((session) => session.settings.lensPx);
  const hidden = task.flags !== null;
  /** The card has been read; a flag that comes while the task is open shows it anew. */
  const [cardRead, setCardRead] = useState(false);
  const cardOpen = hidden && !cardRead;
  const control = useReveal(task);
  const [lensAt, setLensAt] = useState<Point | null>(null);
  const cell = useRef(middleCell);
  const { reveal, unveiled } = control;

  const bitmap = unveiled && 'bitmap' in unveiled ? unveiled.bitmap : null;
  useEffect(() => {
    const at = lensAt ?? canvas.current?.gridPoint(cell.current.column, cell.current.row) ?? { x: 0, y: 0 };
    canvas.current?.setUnveiled(bitmap && { bitmap, mode: reveal.mode, at, lensPx });
  }, [bitmap, reveal.mode, lensAt, lensPx]);

  const { store, editor } = bench;
  const onAction = (action: Action) => {
    switch (action) {
      case 'select':
      case 'draw':
      case 'pan':
        return store.send({ type: 'tool taken', tool: action });
      case 'look':
        return hidden ? store.send({ type: 'tool taken', tool: 'look' }) : undefined;
      case 'create':
        return canvas.current?.createInTheMiddle();
      case 'fit':
        return canvas.current?.fit();
      case 'actual':
        return canvas.current?.actual();
      case 'zoom-in':
        return canvas.current?.zoomIn();
      case 'zoom-out':
        return canvas.current?.zoomOut();
      case 'escape':
        control.hide();
        if (!canvas.current?.cancel()) store.send({ type: 'selected', id: null });
        return undefined;
      default:
        return false;
    }
  };
  const chooseClass = (classId: string) => {
    editor.chooseClass(classId);
    if (store.read().selectedId === null) store.send({ type: 'tool taken', tool: 'draw' });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (hidden && store.read().tool === 'look') {
      const next = cellAfter(cell.current, event.code);
      if (!next) return false;
      cell.current = next;
      setLensAt(canvas.current?.gridPoint(next.column, next.row) ?? null);
      control.moved();
      return true;
    }
    if (isOnControl(event.target)) return false;
    return (
      canvas.current?.arrow({ code: event.code, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }) ?? false
    );
  };
  useShortcuts(
    {
      onAction,
      onKey,
      onClass: (index) => {
        const classId = bench.labelSet.classes[index]?.id;
        if (classId !== undefined) chooseClass(classId);
      },
    },
    enabled,
  );
  useRevealKeys(control, enabled && hidden);
  useEffect(() => {
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.code.startsWith('Arrow')) canvas.current?.arrowsReleased();
    };
    window.addEventListener('keyup', onKeyUp);
    return () => window.removeEventListener('keyup', onKeyUp);
  }, []);

  const look = {
    press(at: Point) {
      setLensAt(at);
      control.press();
    },
    move(at: Point) {
      setLensAt(at);
      control.moved();
    },
    release: control.release,
  };
  const onZoom = useCallback((value: number) => setScale(value), []);

  if (task.item.medium !== 'image') return null;
  return (
    <div className={classes.bench}>
      <ToolRail
        bench={bench}
        hidden={hidden}
        onAction={(action) =>
          action === 'undo' ? editor.undo() : action === 'redo' ? editor.redo() : onAction(action)
        }
      />
      <div className={classes.middle}>
        {hidden && !cardOpen ? <HiddenStrip task={task} control={control} onCard={() => setCardRead(false)} /> : null}
        {veiled ? (
          <div className={classes.veil} />
        ) : (
          <ImageCanvas
            bench={bench}
            title={task.title}
            url={task.item.url}
            item={task.item}
            controls={canvas}
            onZoom={onZoom}
            adjustable={!hidden}
            look={look}
          />
        )}
        {cardOpen && !veiled ? (
          <HiddenCard
            task={task}
            onLabel={() => {
              setCardRead(true);
              store.send({ type: 'tool taken', tool: 'draw' });
            }}
            onLook={() => {
              setCardRead(true);
              store.send({ type: 'tool taken', tool: 'look' });
            }}
            onSkip={onSkip}
          />
        ) : null}
        <ZoomWord scale={scale} />
      </div>
      <aside className={classes.side}>
        <ClassPalette bench={bench} onChoose={chooseClass} />
        <AnnotationList bench={bench} />
      </aside>
    </div>
  );
}

/** Arrows on a radio, a list or a menu are theirs. */
function isOnControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, input, [role=radio], [role=tab]');
}
