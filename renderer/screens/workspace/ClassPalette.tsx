import { useMessages } from '../../app/messages.ts';
import { digitOf } from '../../app/shortcuts.ts';
import { swatchOf } from '../../ui/palette.ts';
import classes from './ClassPalette.module.css';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';

interface ClassPaletteProps {
  readonly bench: Bench;
  readonly onChoose: (classId: string) => void;
}

/** The classes with their digits. Choosing one sets what is drawn next, and the class of what is selected. */
export function ClassPalette({ bench, onChoose }: ClassPaletteProps) {
  const { say } = useMessages();
  const activeClassId = useWorkbench(bench, (state) => state.activeClassId);
  return (
    <section className={classes.palette} aria-labelledby="classes-title">
      <h2 id="classes-title" className={classes.title}>
        {say('workspace.classes')}
      </h2>
      <ul className={classes.list}>
        {bench.labelSet.classes.map((labelClass, index) => (
          <li key={labelClass.id}>
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
          </li>
        ))}
      </ul>
    </section>
  );
}
