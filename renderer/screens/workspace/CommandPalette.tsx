import { useId, useState, type KeyboardEvent } from 'react';
import { useKeyNames } from '../../app/key-names.ts';
import { useMessages } from '../../app/messages.ts';
import { keysFor } from '../../app/bindings.ts';
import { actionKey, allActions, fitsMedium } from '../../app/actions.ts';
import { digitOf } from '../../app/key-press.ts';
import { runAction, runClass, useBindings } from '../../app/use-shortcuts.ts';
import { paletteClasses } from '../../../shared/annotation/questions.ts';
import type { LabelSet } from '../../../shared/project/label-set.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import classes from './CommandPalette.module.css';
import { foundByName } from './find-by-name.ts';

interface CommandPaletteProps {
  readonly opened: boolean;
  readonly labelSet: LabelSet;
  readonly onClose: () => void;
}

/** Everything that can be done here, run by its name. */
export function CommandPalette({ opened, labelSet, onClose }: CommandPaletteProps) {
  const { say } = useMessages();
  return (
    <DialogFrame opened={opened} onClose={onClose} yOffset="12vh" size="34rem" title={say('palette.title')} titleUnseen>
      {opened ? <PaletteBody labelSet={labelSet} onClose={onClose} /> : null}
    </DialogFrame>
  );
}

function PaletteBody({ labelSet, onClose }: Omit<CommandPaletteProps, 'opened'>) {
  const { say } = useMessages();
  const bindings = useBindings();
  const nameOf = useKeyNames();
  const id = useId();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const entries = [
    ...allActions
      .filter((action) => action !== 'palette' && action !== 'escape' && fitsMedium(action, labelSet.medium))
      .map((action) => {
        const keys = keysFor(bindings, action);
        return { name: say(actionKey(action)), keys: keys ? nameOf(keys) : null, run: () => runAction(action) };
      }),
    ...paletteClasses(labelSet).map(({ name }, index) => ({
      name: say('palette.classNamed', { name }),
      keys: digitOf(index),
      run: () => runClass(index),
    })),
  ];
  const found = foundByName(entries, words);
  const at = Math.min(chosen, found.length - 1);

  const run = (index: number) => {
    const entry = found[index];
    if (!entry) return;
    onClose();
    // what it opens may want the focus that this dialog gives back
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((at + step + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Enter') run(at);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        className={classes.field}
        type="text"
        role="combobox"
        aria-label={say('palette.field')}
        placeholder={say('palette.field')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 ? <p className={classes.nothing}>{say('palette.nothing')}</p> : null}
      <div id={`${id}-list`} className={classes.list} role="listbox" aria-label={say('palette.title')}>
        {found.map((entry, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the keys
          <div
            key={entry.name}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.entry}
            ref={index === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onMouseMove={() => setChosen(index)}
            onClick={() => run(index)}
          >
            <bdi>{entry.name}</bdi>
            {entry.keys === null ? null : <kbd>{entry.keys}</kbd>}
          </div>
        ))}
      </div>
    </>
  );
}
