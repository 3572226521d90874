import { IconEye, IconEyeOff, IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react';
import { type CSSProperties, memo, type MouseEvent, type ReactNode } from 'react';
import type { Annotation } from '../../../shared/annotation/annotation.ts';
import { useMessages } from '../../app/messages.ts';
import { swatchOf } from '../../ui/palette.ts';
import { isEditable, type ReadableBench, useBenchView } from '../../workbench/use-workbench.ts';
import classes from './AnnotationList.module.css';
import { detailsWords } from './details/details-words.ts';
import { AnnotationWords } from './AnnotationWords.tsx';

interface AnnotationRowProps {
  readonly bench: ReadableBench;
  readonly annotation: Annotation;
  readonly hideWords: boolean;
  readonly isSelected: boolean;
  /** Number of its group on the item; null when it is in none. */
  readonly group: number | null;
  readonly place: number;
  readonly total: number;
  readonly style: CSSProperties;
  readonly onChoose: (id: string, event: MouseEvent) => void;
}

const icon = { size: 16, 'aria-hidden': true } as const;

/** One annotation: what it is, where it comes from, and what can be done with it alone. */
export function AnnotationRow({ total, style, ...content }: AnnotationRowProps) {
  const { bench, annotation, isSelected, place } = content;
  const { id, classId } = annotation;
  const dimmed = useBenchView(bench, (view) => view.hiddenIds.has(id) || view.hiddenClasses.has(classId));
  return (
    <li
      className={classes.row}
      style={style}
      aria-setsize={total}
      aria-posinset={place}
      data-selected={isSelected}
      data-dimmed={dimmed}
    >
      <RowContent {...content} />
    </li>
  );
}

/** Renders only when something of its own annotation changes: with each new one the others get a new `total` alone. */
const RowContent = memo(function RowContent(props: Omit<AnnotationRowProps, 'total' | 'style'>) {
  const { bench, annotation, hideWords, isSelected, group, place, onChoose } = props;
  const messages = useMessages();
  const { say } = messages;
  const { id, classId, origin } = annotation;
  const hidden = useBenchView(bench, (view) => view.hiddenIds.has(id));
  const locked = useBenchView(bench, (view) => view.lockedIds.has(id));
  const labelClass = bench.labelSet.classes.find((one) => one.id === classId);
  const name = labelClass?.name ?? classId;
  const named = { name, place };
  const details = detailsWords(annotation, labelClass, messages);
  return (
    <>
      <button
        type="button"
        className={classes.choice}
        aria-pressed={isSelected}
        onClick={(event) => onChoose(id, event)}
      >
        <span
          className={classes.swatch}
          style={{ backgroundColor: swatchOf(bench.labelSet.medium, labelClass?.colour ?? 11) }}
          aria-hidden="true"
        />
        <span className={classes.name}>
          <bdi>{name}</bdi>
        </span>
        <span className={classes.words}>
          {origin === 'hand' ? null : `${say(`suggestion.origin.${origin}`)} · `}
          <AnnotationWords bench={bench} annotation={annotation} hidden={hideWords} />
          {details === '' ? null : <bdi>{` · ${details}`}</bdi>}
          {group === null ? null : ` · ${say('details.inGroup', { number: group })}`}
        </span>
      </button>
      {bench.labelSet.medium === 'image' ? (
        <>
          <RowTool
            name={say(hidden ? 'workspace.showNamed' : 'workspace.hideNamed', named)}
            on={hidden}
            onPress={() => bench.view.send({ type: 'hidden', ids: [id] })}
          >
            {hidden ? <IconEyeOff {...icon} /> : <IconEye {...icon} />}
          </RowTool>
          {isEditable(bench) ? (
            <RowTool
              name={say(locked ? 'workspace.unlockNamed' : 'workspace.lockNamed', named)}
              on={locked}
              onPress={() => bench.view.send({ type: 'locked', ids: [id] })}
            >
              {locked ? <IconLock {...icon} /> : <IconLockOpen {...icon} />}
            </RowTool>
          ) : null}
        </>
      ) : null}
      {isEditable(bench) ? (
        <RowTool name={say('workspace.removeNamed', named)} bad onPress={() => bench.editor.remove(id)}>
          <IconTrash {...icon} />
        </RowTool>
      ) : null}
    </>
  );
});

interface RowToolProps {
  /** What it does, and to which annotation. */
  readonly name: string;
  /** In force now; then it stays in sight. */
  readonly on?: boolean;
  readonly bad?: boolean;
  readonly children: ReactNode;
  readonly onPress: () => void;
}

function RowTool({ name, on = false, bad = false, children, onPress }: RowToolProps) {
  return (
    <button
      type="button"
      className={classes.tool}
      data-quiet
      data-on={on}
      data-tone={bad ? 'bad' : undefined}
      aria-label={name}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
