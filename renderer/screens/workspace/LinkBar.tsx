import { useMessages } from '../../app/messages.ts';
import { useKeysOf } from '../../app/use-keys-of.ts';
import { swatchOf } from '../../ui/palette.ts';
import { type Bench, useWorkbench } from '../../workbench/use-workbench.ts';
import classes from './LinkBar.module.css';
import { useEndName } from './use-end-name.ts';

/** While a relation is made: its type, which end is asked for, and why two annotations could not be joined. */
export function LinkBar({ bench, hideWords = false }: { bench: Bench; hideWords?: boolean }) {
  const { say } = useMessages();
  const on = useWorkbench(bench, (state) => state.tool === 'link');
  const classId = useWorkbench(bench, (state) => state.linkClassId);
  const from = useWorkbench(bench, (state) => state.linkFrom);
  const refusal = useWorkbench(bench, (state) => state.linkRefusal);
  const endName = useEndName(bench, hideWords);
  const keysOf = useKeysOf();
  if (!on && refusal === null) return null;
  const labelClass = bench.labelSet.classes.find(({ id }) => id === classId);
  const keys = (['previous', 'next'] as const).flatMap((action) => keysOf(action) ?? []).join(' ');
  const name = labelClass?.name ?? '';
  return (
    <div className={classes.bar} data-testid="link-bar">
      {on ? (
        <p className={classes.line} role="status">
          <span
            className={classes.swatch}
            style={{ backgroundColor: swatchOf(bench.labelSet.medium, labelClass?.colour ?? 11) }}
            aria-hidden="true"
          />
          <strong>
            <bdi>{name}</bdi>
          </strong>{' '}
          {from === null ? say('relation.toStart', { keys }) : say('relation.toEnd', { name: endName(from), keys })}
        </p>
      ) : null}
      {refusal === null ? null : (
        <p className={classes.refusal} role="alert">
          {say(`relation.refused.${refusal}`, { name })}
        </p>
      )}
    </div>
  );
}
