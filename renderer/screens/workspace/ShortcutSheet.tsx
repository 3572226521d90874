import { Fragment, useState } from 'react';
import { useMessages } from '../../app/messages.ts';
import { useKeyNames } from '../../app/key-names.ts';
import { actionKey, allActions, fitsMedium, shortcutGroup } from '../../app/actions.ts';
import { useBindings } from '../../app/use-shortcuts.ts';
import type { Medium } from '../../../shared/project/label-set.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { foundByName } from './find-by-name.ts';
import { KeyCaps } from './KeyCaps.tsx';
import classes from './ShortcutSheet.module.css';

const groups = ['task', 'choose', 'edit', 'draw', 'shape', 'details', 'tools', 'suggest', 'view', 'looks'] as const;

/** Of the menu that nobody sees. */
const ofTheWindow = [
  { group: 'view', key: 'enlarge', keys: ['Ctrl +', 'Ctrl −', 'Ctrl 0'] },
  { group: 'view', key: 'fullScreen', keys: ['F11'] },
] as const;

/** Keys that are no `Action`, for the sheet only. */
const more = {
  image: [
    { group: 'choose', key: 'digits', keys: ['1 – 9, 0'] },
    { group: 'details', key: 'options', keys: ['Shift 1 – 9'] },
    { group: 'edit', key: 'arrows', keys: ['← ↑ ↓ →'] },
    { group: 'edit', key: 'grow', keys: ['Shift ← ↑ ↓ →'] },
    { group: 'edit', key: 'faster', keys: ['Ctrl ← ↑ ↓ →'] },
    { group: 'choose', key: 'add', keys: ['Shift ↖'] },
    { group: 'choose', key: 'marquee', keys: ['↖ ⋯'] },
    { group: 'shape', key: 'vertex', keys: ['Alt ↖'] },
    { group: 'shape', key: 'doubleClick', keys: ['↖ ↖'] },
    { group: 'draw', key: 'penPress', keys: ['Space'] },
    { group: 'draw', key: 'penMove', keys: ['← ↑ ↓ →'] },
    { group: 'view', key: 'wheel', keys: ['↕'] },
    ...ofTheWindow,
    { group: 'view', key: 'reveal', keys: ['Space'] },
    { group: 'task', key: 'panic', keys: ['Esc Esc', 'F9'] },
  ],
  text: [
    { group: 'choose', key: 'digits', keys: ['1 – 9, 0'] },
    { group: 'details', key: 'options', keys: ['Shift 1 – 9'] },
    { group: 'edit', key: 'caret', keys: ['← ↑ ↓ →'] },
    { group: 'edit', key: 'mark', keys: ['Shift ← ↑ ↓ →'] },
    { group: 'edit', key: 'word', keys: ['Ctrl ← →'] },
    { group: 'choose', key: 'pick', keys: ['Enter'] },
    ...ofTheWindow,
    { group: 'view', key: 'reveal', keys: ['Space'] },
    { group: 'task', key: 'panic', keys: ['Esc Esc', 'F9'] },
  ],
} as const;

interface SheetProps {
  readonly opened: boolean;
  readonly medium: Medium;
  readonly onClose: () => void;
}

/** All shortcuts of the workspace as they are now, by `?`; typing finds one by its words or its key. */
export function ShortcutSheet({ opened, medium, onClose }: SheetProps) {
  const { say } = useMessages();
  return (
    <Dialog
      opened={opened}
      size="74rem"
      title={say('shortcuts.title')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {say('common.close')}
        </Button>
      }
    >
      {opened ? <SheetBody medium={medium} /> : null}
    </Dialog>
  );
}

interface Row {
  readonly id: string;
  readonly group: (typeof groups)[number];
  readonly does: string;
  /** As they are shown; each does the same. */
  readonly keys: readonly string[];
}

function SheetBody({ medium }: Pick<SheetProps, 'medium'>) {
  const { say } = useMessages();
  const nameOf = useKeyNames();
  const bindings = useBindings();
  const [words, setWords] = useState('');
  const rows: readonly Row[] = [
    ...allActions
      .filter((action) => fitsMedium(action, medium))
      .map((action) => {
        const keys = bindings.filter((shortcut) => shortcut.action === action).map(nameOf);
        return { id: action, group: shortcutGroup(action), does: say(actionKey(action)), keys };
      })
      .filter(({ keys }) => keys.length > 0),
    ...more[medium].map(({ group, key, keys }) => ({
      id: key,
      group,
      does: say(`shortcuts.${key}`),
      keys: keys.map((shown) => nameOf({ codes: [], shown })),
    })),
  ];
  const found = new Set(
    foundByName(
      rows.map((row) => ({ ...row, name: `${row.does} ${row.keys.join(' ')}` })),
      words,
    ).map(({ id }) => id),
  );
  return (
    <>
      <div className={classes.head}>
        <p>{say('shortcuts.hint')}</p>
        <input
          className={classes.field}
          type="search"
          aria-label={say('shortcuts.find')}
          placeholder={say('shortcuts.find')}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      {found.size === 0 ? <p role="status">{say('palette.nothing')}</p> : null}
      <div className={classes.groups}>
        {groups.map((group) => {
          const shown = rows.filter((row) => row.group === group && found.has(row.id));
          return shown.length === 0 ? null : (
            <section key={group}>
              <h3>{say(`shortcuts.${group}`)}</h3>
              <dl className={classes.keys}>
                {shown.map(({ id, does, keys }) => (
                  <div key={id}>
                    <dt>
                      {keys.map((one, index) => (
                        <Fragment key={one}>
                          {index > 0 ? <span className={classes.or}> · </span> : null}
                          <KeyCaps shown={one} />
                        </Fragment>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </>
  );
}
