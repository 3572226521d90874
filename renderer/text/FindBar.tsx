import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useMessages } from '../app/messages.ts';
import { Button } from '../ui/Button.tsx';
import type { DocumentMap, ShownRange } from './document-map.ts';
import { findWords, MOST_FOUND, nearestFound } from './find.ts';
import classes from './FindBar.module.css';
import { setHighlight } from './paint-spans.ts';

interface FindBarProps {
  readonly map: DocumentMap;
  /** Where the search begins, in the shown text. */
  readonly from: number;
  /** Brings a stretch of the shown text into view. */
  readonly onShow: (range: ShownRange) => void;
  /** Closes; what was found last is marked, so that it can be labelled at once. */
  readonly onClose: (found: ShownRange | null) => void;
}

/** So many of those found are painted: more cannot be told apart. */
const MOST_PAINTED = 2000;

/** Looks for words in the text. Hidden words are not found: they are not in the window. */
export function FindBar({ map, from, onShow, onClose }: FindBarProps) {
  const { say } = useMessages();
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const found = useMemo(() => findWords(map.shown.text, words), [map, words]);
  const now = found[place] ?? null;

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const near = found.slice(Math.max(0, place - MOST_PAINTED / 2), place + MOST_PAINTED / 2);
    setHighlight(
      'found',
      near.flatMap((one) => map.staticRangeOfShown(one) ?? []),
      2,
    );
    setHighlight('found-now', now ? [map.staticRangeOfShown(now)].filter((range) => range !== null) : [], 3);
    if (now) onShow(now);
    return () => {
      setHighlight('found', [], 2);
      setHighlight('found-now', [], 3);
    };
  }, [map, found, place, now, onShow]);

  const look = (next: string) => {
    setWords(next);
    setPlace(nearestFound(findWords(map.shown.text, next), from));
  };
  const step = (by: 1 | -1) => {
    if (found.length > 0) setPlace((place + by + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose(now);
    else return;
    event.preventDefault();
    // Escape would stop more than the search
    event.stopPropagation();
  };
  const count = found.length >= MOST_FOUND ? say('find.many', { count: MOST_FOUND }) : null;

  return (
    <search className={classes.bar} aria-label={say('action.find')}>
      <label htmlFor={id} className="visually-hidden">
        {say('action.find')}
      </label>
      <input
        id={id}
        ref={field}
        className={classes.field}
        value={words}
        maxLength={500}
        placeholder={say('find.placeholder')}
        dir="auto"
        onChange={(event) => look(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p className={classes.count} role="status">
        {words === ''
          ? ''
          : found.length === 0
            ? say('find.none')
            : (count ?? say('find.place', { place: place + 1, count: found.length }))}
      </p>
      <Button size="small" look="quiet" aria-label={say('find.previous')} onClick={() => step(-1)}>
        <IconChevronUp size={18} aria-hidden="true" />
      </Button>
      <Button size="small" look="quiet" aria-label={say('find.next')} onClick={() => step(1)}>
        <IconChevronDown size={18} aria-hidden="true" />
      </Button>
      <Button size="small" look="quiet" aria-label={say('find.close')} onClick={() => onClose(now)}>
        <IconX size={18} aria-hidden="true" />
      </Button>
    </search>
  );
}
