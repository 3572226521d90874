import { IconArrowDown, IconArrowUp, IconEqual, IconGripVertical } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { answersTo } from '../../../../shared/annotation/questions.ts';
import {
  movedDown,
  movedUp,
  placedAt,
  placeOf,
  type Places,
  rankOf,
  tiedWith,
  tiedWithAbove,
} from '../../../../shared/annotation/ranking-moves.ts';
import { useMessages } from '../../../app/messages.ts';
import { useWorkbench } from '../../../workbench/use-workbench.ts';
import classes from './Answers.module.css';
import { QuestionFrame } from './QuestionFrame.tsx';
import type { QuestionProps } from './question-props.ts';
import { useOptionNames } from './question-words.ts';

const icon = { size: 16, 'aria-hidden': true } as const;
const noPlaces: Places = [];

/** Puts answers or options in order. Nothing has a place before the worker gives it one. */
export function RankingQuestion({ bench, question }: QuestionProps) {
  const { say } = useMessages();
  const nameOf = useOptionNames(question);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const list = useRef<HTMLOListElement>(null);
  /** A row that moves loses the focus; it gets it back where it went. */
  const [moved, setMoved] = useState<{ readonly id: string } | null>(null);
  useEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-option="${CSS.escape(moved.id)}"] button`)?.focus();
  }, [moved]);

  const [labelClass] = question.classes;
  if (!labelClass?.ranking) return null;
  const { ties } = labelClass.ranking;
  const shape = answersTo(question, annotations)[0]?.shape;
  const places = shape?.kind === 'ranking' ? shape.places : noPlaces;
  const shown = question.options.map(({ id }) => id);
  const rows = [...places.flat(), ...shown.filter((id) => placeOf(places, id) === -1)];

  const rank = (next: Places, id: string) => {
    setMoved({ id });
    if (JSON.stringify(next) === JSON.stringify(places)) return;
    bench.editor.answer(labelClass.id, { kind: 'ranking', places: next.map((place) => [...place]), shown });
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    if (event.key === 'ArrowUp') rank(movedUp(places, id), id);
    else if (event.key === 'ArrowDown') rank(movedDown(places, id), id);
    else if (event.key === '=' && ties) rank(tiedWithAbove(places, id), id);
    else if (digit !== undefined && !event.shiftKey) rank(placedAt(places, id, Number(digit) - 1), id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onDrop = (event: DragEvent<HTMLLIElement>, onto: string) => {
    const id = event.dataTransfer.getData('text/plain');
    if (!shown.includes(id)) return;
    event.preventDefault();
    if (id === onto) return;
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    const at = placeOf(places, onto);
    if (at === -1) return rank(placedAt(places, id, places.length), id);
    if (ties && share > 0.3 && share < 0.7) return rank(tiedWith(places, id, onto), id);
    const rest = places.map((place) => place.filter((one) => one !== id)).filter((place) => place.length > 0);
    rank(placedAt(places, id, placeOf(rest, onto) + (share < 0.5 ? 0 : 1)), id);
  };

  return (
    <QuestionFrame bench={bench} question={question}>
      <ol className={classes.ranking} ref={list}>
        {rows.map((id) => {
          const place = rankOf(places, id);
          const name = nameOf(id);
          const words = place === null ? say('answers.noPlace') : say('answers.place', { rank: place });
          return (
            // Dragging is for the mouse: the buttons in it do the same.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
            <li
              key={id}
              className={classes.rank}
              data-option={id}
              data-placed={place !== null}
              draggable
              onDragStart={(event) => event.dataTransfer.setData('text/plain', id)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => onDrop(event, id)}
            >
              <button
                type="button"
                className={classes.rankName}
                aria-label={say('answers.placed', { name, place: words })}
                onKeyDown={(event) => onKeyDown(event, id)}
                onClick={() => {
                  if (place === null) rank(placedAt(places, id, places.length), id);
                }}
              >
                <IconGripVertical {...icon} />
                <span className={classes.place} aria-hidden="true">
                  {place ?? '–'}
                </span>
                <bdi className={classes.choiceName}>{name}</bdi>
              </button>
              {ties ? (
                <button
                  type="button"
                  className={classes.rankTool}
                  aria-label={say('answers.tieNamed', { name })}
                  title={say('answers.tie')}
                  disabled={place === null || placeOf(places, id) === 0}
                  onClick={() => rank(tiedWithAbove(places, id), id)}
                >
                  <IconEqual {...icon} />
                </button>
              ) : null}
              <button
                type="button"
                className={classes.rankTool}
                aria-label={say('answers.betterNamed', { name })}
                title={say('answers.better')}
                onClick={() => rank(movedUp(places, id), id)}
              >
                <IconArrowUp {...icon} />
              </button>
              <button
                type="button"
                className={classes.rankTool}
                aria-label={say('answers.worseNamed', { name })}
                title={say('answers.worse')}
                onClick={() => rank(movedDown(places, id), id)}
              >
                <IconArrowDown {...icon} />
              </button>
            </li>
          );
        })}
      </ol>
      <p className={classes.keysHint}>{say(ties ? 'answers.rankingTies' : 'answers.rankingHint')}</p>
      <p className="visually-hidden" role="status">
        {moved && rankOf(places, moved.id) !== null
          ? say('answers.placed', {
              name: nameOf(moved.id),
              place: say('answers.place', { rank: rankOf(places, moved.id) ?? 0 }),
            })
          : ''}
      </p>
    </QuestionFrame>
  );
}
