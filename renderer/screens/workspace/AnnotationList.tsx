import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { paletteClasses, withoutAnswers } from '../../../shared/annotation/questions.ts';
import { useMessages } from '../../app/messages.ts';
import { useFixedRows } from '../../ui/use-fixed-rows.ts';
import { groupNumbers } from '../../workbench/details.ts';
import { chooseLinkEnd } from '../../workbench/link-actions.ts';
import { isEditable, type ReadableBench, useWorkbench } from '../../workbench/use-workbench.ts';
import classes from './AnnotationList.module.css';
import { AnnotationRow } from './AnnotationRow.tsx';
import { SuggestionList } from './SuggestionList.tsx';

const ROW_PX = 36;

/**
 * All annotations but the answers about the whole item; only the rows in view exist. What they cover is hidden with the
 * text (`hideWords`). Where nothing may be changed it only chooses.
 */
export function AnnotationList({ bench, hideWords = false }: { bench: ReadableBench; hideWords?: boolean }) {
  const { say } = useMessages();
  const all = useWorkbench(bench, (state) => state.annotations);
  const annotations = useMemo(() => withoutAnswers(all, bench.questions), [all, bench]);
  const selectedIds = useWorkbench(bench, (state) => state.selectedIds);
  const selectedId = useWorkbench(bench, (state) => state.selectedId);
  const [classId, setClassId] = useState<string | null>(null);
  const listed = useMemo(
    () => (classId === null ? annotations : annotations.filter((one) => one.classId === classId)),
    [annotations, classId],
  );
  const selected = useMemo(() => new Set(selectedIds), [selectedIds]);
  const groups = useMemo(() => groupNumbers(annotations), [annotations]);
  const selectedIndex = listed.findIndex(({ id }) => id === selectedId);
  const { scroller, rows, heightPx } = useFixedRows(listed.length, ROW_PX, selectedIndex);
  // rows are given the same function however the list changes: those that stay as they are need not render
  const listedNow = useRef(listed);
  useEffect(() => {
    listedNow.current = listed;
  }, [listed]);

  /** Ctrl adds one or takes one away, Shift adds all between the last one and this one. */
  const choose = useCallback(
    (id: string, event: MouseEvent) => {
      if (isEditable(bench)) {
        if (bench.store.read().tool === 'link') return chooseLinkEnd(bench, id);
        bench.store.send({ type: 'tool taken', tool: 'select' });
      }
      const { selectedIds: ids, selectedId: lastId } = bench.store.read();
      const last = event.shiftKey ? listedNow.current.findIndex((one) => one.id === lastId) : -1;
      if (last !== -1) {
        const index = listedNow.current.findIndex((one) => one.id === id);
        const between = listedNow.current.slice(Math.min(last, index), Math.max(last, index) + 1);
        bench.store.send({
          type: 'selected many',
          ids: [...ids, ...between.map((one) => one.id).filter((one) => one !== id), id],
        });
      } else if (event.ctrlKey || event.metaKey) {
        const next = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
        bench.store.send({ type: 'selected many', ids: next });
      } else bench.store.send({ type: 'selected', id });
      return undefined;
    },
    [bench],
  );

  return (
    <>
      <section className={classes.panel} aria-labelledby="annotations-title">
        <div className={classes.head}>
          <h2 id="annotations-title" className={classes.title}>
            {selectedIds.length > 1
              ? say('workspace.selectedCount', { count: selectedIds.length })
              : say('workspace.annotations', { count: annotations.length })}
          </h2>
          {annotations.length > 1 && paletteClasses(bench.labelSet).length > 1 ? (
            <select
              className={classes.filter}
              aria-label={say('workspace.filter')}
              value={classId ?? ''}
              onChange={(event) => setClassId(event.currentTarget.value === '' ? null : event.currentTarget.value)}
            >
              <option value="">{say('workspace.filterAll')}</option>
              {paletteClasses(bench.labelSet).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          ) : null}
        </div>
        {annotations.length === 0 ? (
          <p className={classes.empty}>
            {say(isEditable(bench) ? 'workspace.noAnnotations' : 'export.review.nothingLabelled')}
          </p>
        ) : null}
        <div className={classes.scroller} ref={scroller}>
          <ul className={classes.rows} style={{ height: heightPx }} aria-labelledby="annotations-title">
            {rows.map((index) => {
              const annotation = listed[index];
              return annotation ? (
                <AnnotationRow
                  key={annotation.id}
                  bench={bench}
                  annotation={annotation}
                  hideWords={hideWords}
                  group={annotation.group === undefined ? null : (groups.get(annotation.group) ?? null)}
                  isSelected={selected.has(annotation.id)}
                  place={index + 1}
                  total={listed.length}
                  style={{ height: ROW_PX, transform: `translateY(${index * ROW_PX}px)` }}
                  onChoose={choose}
                />
              ) : null;
            })}
          </ul>
        </div>
      </section>
      {isEditable(bench) ? <SuggestionList bench={bench} hideWords={hideWords} /> : null}
    </>
  );
}
