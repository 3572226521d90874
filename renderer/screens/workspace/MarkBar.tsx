import { linkKindOf, textKindOf } from '../../../shared/annotation/annotation.ts';
import type { TextRange } from '../../../shared/annotation/span-pieces.ts';
import { useMessages } from '../../app/messages.ts';
import type { Action } from '../../app/actions.ts';
import { useKeysOf } from '../../app/use-keys-of.ts';
import { useSession } from '../../app/use-session.ts';
import type { DocumentMap } from '../../text/document-map.ts';
import { Button } from '../../ui/Button.tsx';
import { type Bench, useBenchView, useWorkbench } from '../../workbench/use-workbench.ts';
import { lookedAt } from '../../workbench/bench-selection.ts';
import classes from './MarkBar.module.css';
import { useEndName } from './use-end-name.ts';

interface MarkBarProps {
  readonly bench: Bench;
  readonly map: DocumentMap;
  readonly marked: TextRange | null;
  /** The words are hidden now, here as well. */
  readonly hideWords: boolean;
  /** What the bar hides that keys are at; null where they are at none, or while it is looked at. */
  readonly barName: string | null;
  readonly onAction: (action: Action) => unknown;
}

/** Under the text: what to do next with what is marked or selected, how marking works, and undo. */
export function MarkBar({ bench, map, marked, hideWords, barName, onAction }: MarkBarProps) {
  const { say } = useMessages();
  const wholeWords = useSession((session) => session.settings.wholeWords);
  const invisibles = useBenchView(bench, (view) => view.invisibles);
  const selected = useWorkbench(bench, (state) => state.selectedId !== null);
  const isRelation = useWorkbench(bench, ({ annotations, selectedId }) =>
    annotations.some(({ id, shape }) => id === selectedId && shape.kind === 'relation'),
  );
  const lookedId = useWorkbench(bench, (state) => lookedAt(state)?.id ?? null);
  const endName = useEndName(bench, hideWords);
  const canUndo = useWorkbench(bench, (state) => state.canUndo || state.underWay > 0);
  const canRedo = useWorkbench(bench, (state) => state.canRedo);
  const keys = useKeysOf();

  const suggested = (): string | null => {
    const looked = lookedId === null ? null : lookedAt(bench.store.read());
    const ends = looked && linkKindOf(looked.shape)?.ends(looked.shape);
    if (!looked || !(ends ?? textKindOf(looked.shape))) return null;
    const name = bench.labelSet.classes.find(({ id }) => id === looked.classId)?.name ?? looked.classId;
    const answer = { accept: keys('accept') ?? '', reject: keys('reject') ?? '' };
    return ends
      ? say('suggestion.lookedLink', { name, from: endName(ends.from), to: endName(ends.to), ...answer })
      : say('suggestion.lookedSpan', {
          name,
          words: endName(looked.id),
          ...answer,
          earlier: keys('end-earlier') ?? '',
          later: keys('end-later') ?? '',
        });
  };

  const words = (): string => {
    if (marked && map.hides(marked)) return barName ? `${barName}. ${say('text.markedBar')}` : say('text.markedHidden');
    if (marked) {
      const said = say('text.marked', { count: marked.end - marked.start });
      return selected ? `${said} ${say('text.orPiece', { keys: keys('continue') ?? '' })}` : said;
    }
    const looked = suggested();
    if (looked !== null) return looked;
    if (isRelation) return say('relation.selectedHint', { keys: keys('reverse') ?? '' });
    return say(selected ? 'text.selected' : 'text.hint');
  };

  return (
    <div className={classes.bar} data-testid="mark-bar">
      <p role="status">{words()}</p>
      <div className={classes.actions}>
        {map.bars.length > 1 ? (
          <Button size="small" look="quiet" keys={keys('next-hidden')} onClick={() => onAction('next-hidden')}>
            {say('action.next-hidden')}
          </Button>
        ) : null}
        <Button
          size="small"
          look="quiet"
          keys={keys('snapping')}
          aria-pressed={wholeWords}
          onClick={() => onAction('snapping')}
        >
          {say('text.wholeWords')}
        </Button>
        <Button
          size="small"
          look="quiet"
          keys={keys('invisibles')}
          aria-pressed={invisibles}
          title={say('action.invisibles')}
          onClick={() => onAction('invisibles')}
        >
          <span aria-hidden="true">¶</span>
          <span className="visually-hidden">{say('action.invisibles')}</span>
        </Button>
        <Button size="small" look="quiet" keys={keys('find')} onClick={() => onAction('find')}>
          {say('text.find')}
        </Button>
        <Button size="small" look="quiet" disabled={!selected} onClick={() => bench.editor.removeSelected()}>
          {say('action.remove')}
        </Button>
        <Button size="small" look="quiet" disabled={!canUndo} onClick={() => bench.editor.undo()}>
          {say('action.undo')}
        </Button>
        <Button size="small" look="quiet" disabled={!canRedo} onClick={() => bench.editor.redo()}>
          {say('action.redo')}
        </Button>
      </div>
    </div>
  );
}
