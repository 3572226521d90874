import { IconEye, IconEyeOff, IconLock, IconLockOpen } from '@tabler/icons-react';
import { paletteClasses } from '../../../shared/annotation/questions.ts';
import type { LabelClass } from '../../../shared/project/label-set.ts';
import { useMessages } from '../../app/messages.ts';
import { digitOf } from '../../app/key-press.ts';
import { swatchOf } from '../../ui/palette.ts';
import classes from './ClassPalette.module.css';
import { type Bench, useBenchView, useWorkbench } from '../../workbench/use-workbench.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

interface ClassPaletteProps {
  readonly bench: Bench;
  readonly onChoose: (classId: string) => void;
}

/** The classes with their digits. Choosing one sets what is drawn next, and the class of what is selected. */
export function ClassPalette({ bench, onChoose }: ClassPaletteProps) {
  const { say } = useMessages();
  // with the tool for relations in hand, the type of the next relation is the class that is in hand
  const activeClassId = useWorkbench(bench, (state) =>
    state.tool === 'link' ? state.linkClassId : state.activeClassId,
  );
  return (
    <section className={classes.palette} aria-labelledby="classes-title">
      <h2 id="classes-title" className={classes.title}>
        {say('workspace.classes')}
      </h2>
      <ul className={classes.list}>
        {paletteClasses(bench.labelSet).map((labelClass, index) => (
          <li key={labelClass.id} className={classes.row}>
            <button
              type="button"
              className={classes.choice}
              aria-pressed={labelClass.id === activeClassId}
              // Keeps the words that are selected in a text.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(labelClass.id)}
            >
              <span
                className={classes.swatch}
                style={{ backgroundColor: swatchOf(bench.labelSet.medium, labelClass.colour) }}
                aria-hidden="true"
              />
              <span className={classes.name}>
                <bdi>{labelClass.name}</bdi>
              </span>
              {digitOf(index) === null ? null : <kbd aria-hidden="true">{digitOf(index)}</kbd>}
            </button>
            {bench.labelSet.medium === 'image' ? <ClassLooks bench={bench} labelClass={labelClass} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Hides or locks everything of a class. */
function ClassLooks({ bench, labelClass: { id, name } }: { bench: Bench; labelClass: LabelClass }) {
  const { say } = useMessages();
  const hidden = useBenchView(bench, (view) => view.hiddenClasses.has(id));
  const locked = useBenchView(bench, (view) => view.lockedClasses.has(id));
  return (
    <>
      <button
        type="button"
        className={classes.tool}
        data-on={hidden}
        aria-label={say(hidden ? 'workspace.showClass' : 'workspace.hideClass', { name })}
        onClick={() => bench.view.send({ type: 'class hidden', classId: id })}
      >
        {hidden ? <IconEyeOff {...icon} /> : <IconEye {...icon} />}
      </button>
      <button
        type="button"
        className={classes.tool}
        data-on={locked}
        aria-label={say(locked ? 'workspace.unlockClass' : 'workspace.lockClass', { name })}
        onClick={() => bench.view.send({ type: 'class locked', classId: id })}
      >
        {locked ? <IconLock {...icon} /> : <IconLockOpen {...icon} />}
      </button>
    </>
  );
}
