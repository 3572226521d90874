import { useMessages } from '../../app/messages.ts';
import { useKeyNames } from '../../app/key-names.ts';
import { actionKey, fitsMedium, shortcutGroup } from '../../app/shortcuts.ts';
import { useBindings } from '../../app/use-shortcuts.ts';
import type { Medium } from '../../../shared/project/label-set.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './ShortcutSheet.module.css';

const groups = ['task', 'edit', 'tools', 'shape', 'suggest', 'view'] as const;

/** Keys that are no `Action`, for the sheet only. */
const more = {
  image: [
    { group: 'edit', key: 'digits', shown: '1 – 9, 0' },
    { group: 'edit', key: 'arrows', shown: '← ↑ ↓ →' },
    { group: 'edit', key: 'grow', shown: 'Shift ← ↑ ↓ →' },
    { group: 'edit', key: 'faster', shown: 'Ctrl ← ↑ ↓ →' },
    { group: 'edit', key: 'add', shown: 'Shift ↖' },
    { group: 'edit', key: 'marquee', shown: '↖ ⋯' },
    { group: 'shape', key: 'vertex', shown: 'Alt ↖' },
    { group: 'shape', key: 'doubleClick', shown: '↖ ↖' },
    { group: 'shape', key: 'penPress', shown: 'Space' },
    { group: 'shape', key: 'penMove', shown: '← ↑ ↓ →' },
    { group: 'view', key: 'wheel', shown: '↕' },
    { group: 'view', key: 'reveal', shown: 'Space' },
    { group: 'view', key: 'panic', shown: 'Esc Esc, F9' },
  ],
  text: [
    { group: 'edit', key: 'digits', shown: '1 – 9, 0' },
    { group: 'edit', key: 'caret', shown: '← ↑ ↓ →' },
    { group: 'edit', key: 'mark', shown: 'Shift ← ↑ ↓ →' },
    { group: 'edit', key: 'word', shown: 'Ctrl ← →' },
    { group: 'edit', key: 'pick', shown: 'Enter' },
    { group: 'view', key: 'reveal', shown: 'Space' },
    { group: 'view', key: 'panic', shown: 'Esc Esc, F9' },
  ],
} as const;

/** All shortcuts of the workspace as they are now, by `?`. */
export function ShortcutSheet({ opened, medium, onClose }: { opened: boolean; medium: Medium; onClose: () => void }) {
  const { say } = useMessages();
  const nameOf = useKeyNames();
  const shown = useBindings().filter(({ action }) => fitsMedium(action, medium));
  return (
    <Dialog
      opened={opened}
      size="66rem"
      title={say('shortcuts.title')}
      onClose={onClose}
      actions={
        <Button look="primary" data-autofocus onClick={onClose}>
          {say('common.close')}
        </Button>
      }
    >
      <p>{say('shortcuts.hint')}</p>
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{say(`shortcuts.${group}`)}</h3>
            <dl className={classes.keys}>
              {shown
                .filter(({ action }) => shortcutGroup(action) === group)
                .map((shortcut) => (
                  <div key={`${shortcut.action} ${shortcut.shown}`}>
                    <dt>
                      <kbd>{nameOf(shortcut)}</kbd>
                    </dt>
                    <dd>{say(actionKey(shortcut.action))}</dd>
                  </div>
                ))}
              {more[medium]
                .filter((line) => line.group === group)
                .map((line) => (
                  <div key={line.key}>
                    <dt>
                      <kbd>{line.shown}</kbd>
                    </dt>
                    <dd>{say(`shortcuts.${line.key}`)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
