import type { Annotation } from '../../../../shared/annotation/annotation.ts';
import { useMessages } from '../../../app/messages.ts';
import type { Action } from '../../../app/actions.ts';
import { groupNumbers, membersOf } from '../../../workbench/details.ts';
import classes from './Details.module.css';
import { KeyHint } from './KeyHint.tsx';

interface GroupLineProps {
  readonly selected: readonly Annotation[];
  readonly annotations: readonly Annotation[];
  readonly onAction: (action: Extract<Action, 'group' | 'ungroup' | 'select-group'>) => void;
}

/** The group that what is selected is in, and the ways into one and out of it. */
export function GroupLine({ selected, annotations, onAction }: GroupLineProps) {
  const { say } = useMessages();
  const groups = new Set(selected.map(({ group }) => group));
  const [group] = groups;
  const shared = groups.size === 1 && group !== undefined ? group : null;
  const inSome = selected.some((one) => one.group !== undefined);
  const size = shared === null ? 0 : membersOf(annotations, shared).length;
  if (selected.length < 2 && !inSome) return null;
  return (
    <div className={classes.group}>
      {shared === null ? null : (
        <p>{say('details.group', { number: groupNumbers(annotations).get(shared) ?? 0, count: size })}</p>
      )}
      {selected.length > 1 && selected.length !== size ? (
        <button type="button" className={classes.option} onClick={() => onAction('group')}>
          {say('details.makeGroup')}
          <KeyHint action="group" />
        </button>
      ) : null}
      {inSome && selected.length < Math.max(size, 2) ? (
        <button type="button" className={classes.option} onClick={() => onAction('select-group')}>
          {say('details.selectGroup')}
          <KeyHint action="select-group" />
        </button>
      ) : null}
      {inSome ? (
        <button type="button" className={classes.option} onClick={() => onAction('ungroup')}>
          {say('details.leaveGroup')}
          <KeyHint action="ungroup" />
        </button>
      ) : null}
    </div>
  );
}
