import { useVirtualizer } from '@tanstack/react-virtual';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../app/messages.ts';
import { swatchOf } from '../../ui/palette.ts';
import classes from './AnnotationList.module.css';
import { AnnotationWords } from './AnnotationWords.tsx';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';

const ROW_PX = 36;

/** All annotations of the task; only the rows in view exist. What they cover is hidden with the text (`hideWords`). */
export function AnnotationList({ bench, hideWords = false }: { bench: Bench; hideWords?: boolean }) {
  const { say } = useMessages();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedId = useWorkbench(bench, (state) => state.selectedId);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const selectedIndex = annotations.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (selectedIndex !== -1) rows.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [rows, selectedIndex]);

  return (
    <section className={classes.panel} aria-labelledby="annotations-title">
      <h2 id="annotations-title" className={classes.title}>
        {say('workspace.annotations', { count: annotations.length })}
      </h2>
      {annotations.length === 0 ? <p className={classes.empty}>{say('workspace.noAnnotations')}</p> : null}
      <div className={classes.scroller} ref={scroller}>
        <ul className={classes.rows} style={{ height: rows.getTotalSize() }} aria-labelledby="annotations-title">
          {rows.getVirtualItems().map((row) => {
            const annotation = annotations[row.index];
            if (!annotation) return null;
            const labelClass = bench.labelSet.classes.find(({ id }) => id === annotation.classId);
            const name = labelClass?.name ?? annotation.classId;
            return (
              <li
                key={annotation.id}
                className={classes.row}
                style={{ height: ROW_PX, transform: `translateY(${row.start}px)` }}
                aria-setsize={annotations.length}
                aria-posinset={row.index + 1}
                data-selected={annotation.id === selectedId}
              >
                <button
                  type="button"
                  className={classes.choice}
                  aria-pressed={annotation.id === selectedId}
                  onClick={() => {
                    bench.store.send({ type: 'tool taken', tool: 'select' });
                    bench.store.send({ type: 'selected', id: annotation.id });
                  }}
                >
                  <span
                    className={classes.swatch}
                    style={{ backgroundColor: swatchOf(bench.labelSet.medium, labelClass?.colour ?? 11) }}
                    aria-hidden="true"
                  />
                  <span className={classes.name}>
                    <bdi>{name}</bdi>
                  </span>
                  <span className={classes.words}>
                    <AnnotationWords annotation={annotation} hidden={hideWords} />
                  </span>
                </button>
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={say('workspace.removeNamed', { name, place: row.index + 1 })}
                  onClick={() => bench.editor.remove(annotation.id)}
                >
                  <IconTrash size={16} aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
