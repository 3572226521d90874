import { type KeyboardEvent, useMemo } from 'react';
import { linkKindOf, type Mark } from '../../../../shared/annotation/annotation.ts';
import { useMessages } from '../../../app/messages.ts';
import { runAction } from '../../../app/use-shortcuts.ts';
import { toggleMark } from '../../../workbench/detail-actions.ts';
import { commonAttributes, commonMark, marksFor, quickOptions } from '../../../workbench/details.ts';
import { type Bench, useWorkbench } from '../../../workbench/use-workbench.ts';
import { detailedOf } from '../../../workbench/bench-selection.ts';
import { useEndName } from '../use-end-name.ts';
import { AttributeField } from './AttributeField.tsx';
import classes from './Details.module.css';
import { focusItem } from './focus-details.ts';
import { GroupLine } from './GroupLine.tsx';
import { KeyHint } from './KeyHint.tsx';

/**
 * What is said of the selected annotations besides their shape: attributes, marks, group; while none is, of what was
 * just drawn. Neither, no panel.
 */
export function DetailsPanel({ bench, hideWords = false }: { bench: Bench; hideWords?: boolean }) {
  const { say } = useMessages();
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const selectedIds = useWorkbench(bench, (state) => state.selectedIds);
  const drawnId = useWorkbench(bench, (state) => state.drawnId);
  const selected = useMemo(
    () => detailedOf({ annotations, selectedIds, drawnId }),
    [annotations, selectedIds, drawnId],
  );
  const attributes = useMemo(() => commonAttributes(selected, bench.labelSet), [selected, bench.labelSet]);
  const endName = useEndName(bench, hideWords);
  if (selected.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    focusItem();
  };
  const options = quickOptions(attributes);
  const placed = selected.filter(({ shape }) => linkKindOf(shape) === null);
  const [only] = selected;
  const ends = only && linkKindOf(only.shape)?.ends(only.shape);
  const name = bench.labelSet.classes.find(({ id }) => id === only?.classId)?.name ?? '';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves any of its fields
    <section className={classes.panel} aria-labelledby="details-title" data-testid="details" onKeyDown={onKeyDown}>
      <h2 id="details-title" className={classes.title}>
        {selected.length > 1 ? say('details.ofMany', { count: selected.length }) : null}
        {selected.length === 1 ? say(selectedIds.length === 0 ? 'details.ofDrawn' : 'details.of', { name }) : null}
      </h2>
      <p className="visually-hidden" role="status">
        {ends && selected.length === 1
          ? say('relation.selected', { name, from: endName(ends.from), to: endName(ends.to) })
          : ''}
      </p>
      <div className={classes.fields}>
        {attributes.map((attribute) => (
          <AttributeField
            // what is typed belongs to what was selected when it was typed
            key={`${attribute.id} ${selected.map(({ id }) => id).join(' ')}`}
            bench={bench}
            attribute={attribute}
            selected={selected}
            firstOption={options.findIndex(({ attributeId }) => attributeId === attribute.id)}
          />
        ))}
        <div className={classes.marks} role="group" aria-label={say('details.marks')}>
          {marksFor(selected, bench.labelSet.medium).map((mark) => (
            <MarkToggle key={mark} bench={bench} mark={mark} state={commonMark(selected, mark)} />
          ))}
        </div>
        {placed.length === 0 ? null : (
          <GroupLine selected={placed} annotations={annotations} onAction={(action) => runAction(action)} />
        )}
      </div>
    </section>
  );
}

function MarkToggle({ bench, mark, state }: { bench: Bench; mark: Mark; state: 'all' | 'some' | 'none' }) {
  const { say } = useMessages();
  const pressed = { all: true, some: 'mixed', none: false } as const;
  return (
    <button
      type="button"
      className={classes.option}
      aria-pressed={pressed[state]}
      onClick={() => toggleMark(bench, mark)}
    >
      {say(`details.mark.${mark}`)}
      <KeyHint action={`mark-${mark}`} />
    </button>
  );
}
