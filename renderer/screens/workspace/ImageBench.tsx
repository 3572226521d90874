import { useCallback, useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import type { Point } from '../../../shared/core/geometry.ts';
import { paletteClasses } from '../../../shared/annotation/questions.ts';
import { useMessages } from '../../app/messages.ts';
import type { Action } from '../../app/actions.ts';
import { useActions } from '../../app/use-session.ts';
import { useShortcuts } from '../../app/use-shortcuts.ts';
import type { CanvasController } from '../../canvas/canvas-controller.ts';
import { ImageCanvas } from '../../canvas/ImageCanvas.tsx';
import { HiddenCard } from '../../wellbeing/HiddenCard.tsx';
import { HiddenStrip } from '../../wellbeing/HiddenStrip.tsx';
import { useLens } from '../../wellbeing/use-lens.ts';
import { useRevealKeys } from '../../wellbeing/use-reveal-keys.ts';
import { useReveal } from '../../wellbeing/use-reveal.ts';
import { AnnotationList } from './AnnotationList.tsx';
import { cutSelected, type Told } from './area-actions.ts';
import { AnswersPanel } from './answers/AnswersPanel.tsx';
import classes from './Bench.module.css';
import type { BenchProps } from './bench-props.ts';
import { ClassPalette } from './ClassPalette.tsx';
import { DrawingBar } from './DrawingBar.tsx';
import { doImageAction } from './image-actions.ts';
import { itemKindFor, toggleItemLabel } from './kind-actions.ts';
import { DetailsPanel } from './details/DetailsPanel.tsx';
import { LinkBar } from './LinkBar.tsx';
import { LooksPanel } from './LooksPanel.tsx';
import { chooseLinkClass, doLinkAction } from '../../workbench/link-actions.ts';
import { isRelationClass } from '../../workbench/linking.ts';

import { ShapeBar } from './ShapeBar.tsx';
import { SimplifyPanel } from './SimplifyPanel.tsx';
import { ToolRail } from './ToolRail.tsx';
import { useOfTask } from './use-of-task.ts';
import { ZoomWord } from './ZoomWord.tsx';

/** An image to label: tools, picture, classes, and the list of what was drawn. */
export function ImageBench({ task, bench, enabled, veiled, onSkip }: BenchProps) {
  const { say } = useMessages();
  const { recheckTask } = useActions();
  const canvas = useRef<CanvasController>(null);
  const [scale, setScale] = useState(1);
  const hidden = task.flags !== null;
  /** The card has been read; a flag that comes while the task is open shows it anew. */
  const [cardRead, setCardRead] = useState(false);
  const cardOpen = hidden && !cardRead;
  const control = useReveal({ taskId: task.id });
  const lens = useLens(canvas, control);

  const { store, editor } = bench;
  const [told, setTold] = useOfTask<Told | null>(task.id, null);
  const [panel, setPanel] = useOfTask<'looks' | 'simplify' | null>(task.id, null);
  const onAction = (action: Action) => {
    setTold(null);
    if (action === 'adjust') return setPanel(panel === 'looks' ? null : 'looks');
    if (action === 'simplify') return setPanel('simplify');
    if (action === 'escape') {
      const isLooking = control.reveal.phase !== 'hidden';
      control.hide();
      setPanel(null);
      if (canvas.current?.cancel() || panel !== null) return !isLooking;
      const { tool } = store.read();
      if (tool !== 'link' && tool !== 'cut') return store.send({ type: 'suggestion selected', id: null });
      store.send({ type: 'tool taken', tool: 'select' });
      return !isLooking;
    }
    if (task.item.medium !== 'image') return false;
    return doImageAction(action, { bench, canvas: canvas.current, item: task.item, hidden, tell: setTold });
  };
  const chooseClass = (classId: string) => {
    const labelClass = bench.labelSet.classes.find(({ id }) => id === classId);
    const itemKind = labelClass && itemKindFor(labelClass);
    if (itemKind) return toggleItemLabel(bench, itemKind, classId);
    if (isRelationClass(bench.labelSet, classId)) return chooseLinkClass(bench, classId);
    editor.chooseClass(classId);
    if (store.read().selectedId === null) store.send({ type: 'tool taken', tool: 'draw' });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (hidden && store.read().tool === 'look') return lens.onKey(event);
    if (isOnControl(event.target)) return false;
    // once the pen is out, Space presses too; on a hidden item it looks
    if (event.code === 'Space' && !hidden && canvas.current?.keys.penAt) {
      if (isButton(event.target)) return false;
      canvas.current.keys.press();
      return true;
    }
    return (
      canvas.current?.arrow({ code: event.code, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }) ?? false
    );
  };
  useShortcuts(
    {
      onAction,
      onKey,
      onClass: (index) => {
        const classId = paletteClasses(bench.labelSet)[index]?.id;
        if (classId !== undefined) chooseClass(classId);
      },
    },
    enabled,
    'image',
  );
  useRevealKeys(control, enabled && hidden);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => canvas.current?.keys.keyDown(event.code);
    const onKeyUp = (event: KeyboardEvent) => canvas.current?.keys.keyUp(event.code);
    // before the shortcuts, which ask whether a key is held
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', onKeyUp);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', onKeyUp);
    };
  }, []);

  const onUndecodable = useCallback(() => void recheckTask(), [recheckTask]);
  const onZoom = useCallback((value: number) => setScale(value), []);
  const { item } = task;
  const onCut = useCallback(
    (line: readonly Point[]) => {
      if (item.medium === 'image') cutSelected(line, { bench, item, tell: setTold });
    },
    [bench, item, setTold],
  );
  const onTry = useCallback((trial: readonly Annotation[]) => canvas.current?.showTrial(trial), []);

  if (task.item.medium !== 'image') return null;
  return (
    <div className={classes.bench}>
      <ToolRail
        bench={bench}
        hidden={hidden}
        onAction={(action) => {
          if (onAction(action) !== false) return;
          if (action === 'undo') editor.undo();
          if (action === 'redo') editor.redo();
          doLinkAction(action, bench);
        }}
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
            onCut={onCut}
            onUndecodable={onUndecodable}
            adjustable={!hidden}
            look={lens.look}
          />
        )}
        {cardOpen && !veiled ? (
          <HiddenCard
            task={task}
            fine={say('reveal.fine')}
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
        {told ? (
          <p className={classes.told} role="status">
            {say(told.key, told.values)}
          </p>
        ) : null}
        {panel === 'looks' ? <LooksPanel bench={bench} adjustable={!hidden} onClose={() => setPanel(null)} /> : null}
        {panel === 'simplify' ? (
          <SimplifyPanel
            bench={bench}
            onTry={onTry}
            onClose={() => {
              setPanel(null);
              canvas.current?.focus();
            }}
          />
        ) : null}
        <DrawingBar bench={bench} />
        <LinkBar bench={bench} />
        <ShapeBar bench={bench} onAction={onAction} />
        <ZoomWord scale={scale} />
      </div>
      <AnswersPanel key={`answers ${task.id}`} bench={bench} />
      <aside className={classes.side}>
        <ClassPalette bench={bench} onChoose={chooseClass} />
        <DetailsPanel key={`details ${task.id}`} bench={bench} />
        <AnnotationList key={`annotations ${task.id}`} bench={bench} />
      </aside>
    </div>
  );
}

/** Arrows on a radio, a list or a menu are theirs; a button has no use for them. */
function isOnControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, [role=radio], [role=tab], [role=option]');
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a');
}
