import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { paletteClasses } from '../../../shared/annotation/questions.ts';
import { useMessages } from '../../app/messages.ts';
import { swatchOf } from '../../ui/palette.ts';
import { type ReadableBench, useBenchView, useWorkbench } from '../../workbench/use-workbench.ts';
import palette from '../workspace/ClassPalette.module.css';
import classes from './Submission.module.css';

const icon = { size: 16, 'aria-hidden': true } as const;

/** The classes that were used, how often, and whether they are shown on the picture. */
export function ClassSight({ bench }: { bench: ReadableBench }) {
  const { say, format } = useMessages();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const hidden = useBenchView(bench, (view) => view.hiddenClasses);
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { classId } of annotations) found.set(classId, (found.get(classId) ?? 0) + 1);
    return found;
  }, [annotations]);
  const used = paletteClasses(bench.labelSet).filter(({ id }) => counts.has(id));
  if (used.length < 2) return null;
  return (
    <section className={classes.classes} aria-labelledby="class-sight-title">
      <h2 id="class-sight-title" className={palette.title}>
        {say('review.classes')}
      </h2>
      <ul className={palette.list}>
        {used.map(({ id, name, colour }) => {
          const isHidden = hidden.has(id);
          return (
            <li key={id}>
              <button
                type="button"
                className={palette.choice}
                aria-label={say(isHidden ? 'workspace.showClass' : 'workspace.hideClass', { name })}
                onClick={() => bench.view.send({ type: 'class hidden', classId: id })}
              >
                <span
                  className={palette.swatch}
                  style={{ backgroundColor: swatchOf(bench.labelSet.medium, colour) }}
                  aria-hidden="true"
                />
                <bdi className={palette.name}>{name}</bdi>
                <span className={classes.count}>{format.number(counts.get(id) ?? 0)}</span>
                {isHidden ? <IconEyeOff {...icon} /> : <IconEye {...icon} />}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
