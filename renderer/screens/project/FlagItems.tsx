import { useEffect, useId, useState } from 'react';
import type { Input, Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { useActions } from '../../app/use-session.ts';
import { call } from '../../bridge.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SettingsGroup } from '../settings/SettingsGroup.tsx';
import { type ChosenFlag, FlagFields } from './FlagFields.tsx';
import classes from './ProjectScreen.module.css';

type Filter = Input<'care.count'>;

/** Flags every item that fits a search. It cannot be taken back, so it is asked once more. */
export function FlagItems() {
  const { say } = useMessages();
  const actions = useActions();
  const id = useId();
  const [filter, setFilter] = useState<Filter>({ search: '', medium: null });
  const [chosen, setChosen] = useState<ChosenFlag>({ category: 'violence', severity: 2 });
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const counted = useCount(filter, done);
  const flag = async () => {
    setAsking(false);
    const answer = await actions.ask('care.flag', { filter, ...chosen });
    if (answer) setDone(answer.items);
  };
  const category = say(`flag.category.${chosen.category}`);
  const count = counted?.items ?? 0;
  return (
    <SettingsGroup title={say('care.flagItems')} hint={say('care.flagItemsHint')}>
      <div className={classes.form}>
        <div className={classes.field}>
          <label htmlFor={id}>{say('care.search')}</label>
          <input
            id={id}
            type="search"
            value={filter.search}
            maxLength={200}
            onChange={(event) => {
              setDone(null);
              setFilter({ ...filter, search: event.currentTarget.value });
            }}
          />
        </div>
        <Choice
          className={classes.field}
          label={say('browse.medium')}
          value={filter.medium ?? 'all'}
          options={[
            { value: 'all' as const, label: say('browse.all') },
            { value: 'image' as const, label: say('medium.images') },
            { value: 'text' as const, label: say('medium.texts') },
          ]}
          onChange={(medium) => setFilter({ ...filter, medium: medium === 'all' ? null : medium })}
        />
      </div>
      <p role="status" className={classes.word}>
        {counted ? say('care.fit', { count, hidden: counted.hidden }) : ''}
      </p>
      <div className={classes.form}>
        <FlagFields chosen={chosen} onChange={setChosen} />
        <Button disabled={count === 0} onClick={() => setAsking(true)}>
          {say('care.flagThem', { count })}
        </Button>
      </div>
      <p role="status" className={classes.done}>
        {done === null ? '' : say('care.flagged', { count: done })}
      </p>
      <Dialog
        opened={asking}
        title={say('care.flagAsk', { count, category })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{say('common.cancel')}</Button>
            <Button look="primary" data-autofocus onClick={() => void flag()}>
              {say('care.flagDo')}
            </Button>
          </>
        }
      >
        <p>{say('care.forGood')}</p>
      </Dialog>
    </SettingsGroup>
  );
}

/** How many items fit now; asked anew when `again` changes. */
function useCount(filter: Filter, again: number | null): Output<'care.count'> | null {
  const [counted, setCounted] = useState<Output<'care.count'> | null>(null);
  useEffect(() => {
    let over = false;
    void call('care.count', filter).then((answer) => {
      if (!over && answer.ok) setCounted(answer.value);
    });
    return () => {
      over = true;
    };
  }, [filter, again]);
  return counted;
}
