import type { Mark } from '../../shared/annotation/annotation.ts';
import {
  commonAttributes,
  grouped,
  marksFor,
  quickOptions,
  toggledOption,
  ungrouped,
  withGroups,
  withMark,
} from './details.ts';
import type { Bench } from './use-workbench.ts';
import { detailedOf, selectedOf } from './bench-selection.ts';

/** Does what a key or a name asks for about marks and groups of what is selected; false when it is about neither. */
export function doDetailAction(action: string, bench: Bench): unknown {
  const { store, editor } = bench;
  const { annotations } = store.read();
  const selected = () => selectedOf(store.read());
  switch (action) {
    case 'mark-difficult':
    case 'mark-occluded':
    case 'mark-truncated':
    case 'mark-crowd':
      return toggleMark(bench, action.slice('mark-'.length) as Mark);
    case 'group':
      return editor.apply(grouped(selected(), annotations, newGroup));
    case 'ungroup':
      return editor.apply(ungrouped(selected(), annotations));
    case 'select-group':
      return store.send({ type: 'selected many', ids: withGroups(selected(), annotations) });
    default:
      return false;
  }
}

/** Gives what is selected, or was just drawn, a mark, or takes it away; marks that mean nothing here are left alone. */
export function toggleMark({ store, editor, labelSet }: Bench, mark: Mark): void {
  const selected = detailedOf(store.read());
  if (selected.length > 0 && marksFor(selected, labelSet.medium).includes(mark)) editor.apply(withMark(selected, mark));
}

/** Sets the choice or flag at a place among the attributes of what is selected, or was just drawn, or takes it away. */
export function toggleOption({ store, editor, labelSet }: Bench, index: number): void {
  const selected = detailedOf(store.read());
  const option = quickOptions(commonAttributes(selected, labelSet))[index];
  if (option) editor.apply(toggledOption(selected, option));
}

const newGroup = (): string => `g-${crypto.randomUUID()}`;
