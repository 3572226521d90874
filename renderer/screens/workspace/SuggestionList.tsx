import { IconCheck, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { acceptedFrom, siftedSuggestions, waitingSuggestions } from '../../../shared/annotation/suggestion.ts';
import { withoutAnswers as unasked } from '../../../shared/annotation/questions.ts';
import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { swatchOf } from '../../ui/palette.ts';
import { useFixedRows } from '../../ui/use-fixed-rows.ts';
import { type Bench, useBenchView, useWorkbench } from '../../workbench/use-workbench.ts';
import { AnnotationWords } from './AnnotationWords.tsx';
import { SuggestionSieveBar } from './SuggestionSieveBar.tsx';
import classes from './AnnotationList.module.css';

const ROW_PX = 36;

/** What models suggest, apart from what was labelled: each waits until it is accepted or rejected. */
export function SuggestionList({ bench, hideWords = false }: { bench: Bench; hideWords?: boolean }) {
  const { say, format } = useMessages();
  const suggestions = useWorkbench(bench, (state) => state.suggestions);
  const annotations = useWorkbench(bench, (state) => state.annotations);
  const dismissed = useWorkbench(bench, (state) => state.dismissed);
  const chosenId = useWorkbench(bench, (state) => state.suggestionId);
  const sieve = useBenchView(bench, (view) => view.sieve);
  const all = useMemo(
    // those of questions wait beside their question
    () => unasked(waitingSuggestions(suggestions, annotations, dismissed), bench.questions),
    [suggestions, annotations, dismissed, bench],
  );
  const waiting = useMemo(() => siftedSuggestions(all, sieve), [all, sieve]);
  const chosenIndex = waiting.findIndex(({ id }) => id === chosenId);
  const { scroller, rows, heightPx } = useFixedRows(waiting.length, ROW_PX, chosenIndex);
  if (all.length === 0) return null;

  return (
    <section className={classes.suggestions} aria-labelledby="suggestions-title" data-testid="suggestions">
      <div className={classes.head}>
        <h2 id="suggestions-title" className={classes.title}>
          {say('suggestion.title', { count: waiting.length })}
        </h2>
        <Button size="small" look="quiet" onClick={() => bench.editor.accept(waiting, waiting)}>
          {say('suggestion.acceptAll')}
        </Button>
        <Button size="small" look="quiet" onClick={() => bench.editor.reject(waiting, waiting)}>
          {say('suggestion.rejectAll')}
        </Button>
      </div>
      {all.some(({ score }) => score !== null) ? (
        <SuggestionSieveBar bench={bench} leftOut={all.length - waiting.length} />
      ) : null}
      <div className={classes.scroller} ref={scroller}>
        <ul className={classes.rows} style={{ height: heightPx }} aria-labelledby="suggestions-title">
          {rows.map((index) => {
            const one = waiting[index];
            if (!one) return null;
            const labelClass = bench.labelSet.classes.find(({ id }) => id === one.classId);
            const name = labelClass?.name ?? one.classId;
            const place = index + 1;
            return (
              <li
                key={one.id}
                className={classes.row}
                style={{ height: ROW_PX, transform: `translateY(${index * ROW_PX}px)` }}
                aria-setsize={waiting.length}
                aria-posinset={place}
                data-selected={one.id === chosenId}
              >
                <button
                  type="button"
                  className={classes.choice}
                  aria-pressed={one.id === chosenId}
                  title={say('suggestion.from', { source: one.source })}
                  onClick={() => bench.store.send({ type: 'suggestion selected', id: one.id })}
                >
                  <span
                    className={classes.swatch}
                    data-dashed="true"
                    style={{ borderColor: swatchOf(bench.labelSet.medium, labelClass?.colour ?? 11) }}
                    aria-hidden="true"
                  />
                  <span className={classes.name}>
                    <bdi>{name}</bdi>
                  </span>
                  <span className={classes.words}>
                    {one.score === null ? null : `${format.percent(Math.round(one.score * 10_000))} · `}
                    <AnnotationWords bench={bench} annotation={acceptedFrom(one, 0)} hidden={hideWords} />
                  </span>
                </button>
                <button
                  type="button"
                  className={classes.tool}
                  aria-label={say('suggestion.acceptNamed', { name, place })}
                  onClick={() => bench.editor.accept([one], waiting)}
                >
                  <IconCheck size={16} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className={classes.tool}
                  data-tone="bad"
                  aria-label={say('suggestion.rejectNamed', { name, place })}
                  onClick={() => bench.editor.reject([one], waiting)}
                >
                  <IconX size={16} aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
