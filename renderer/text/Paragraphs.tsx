import { memo, type ReactNode } from 'react';
import { useMessages } from '../app/messages.ts';
import { letterOf } from '../app/option-letter.ts';
import type { DocumentMap } from './document-map.ts';
import classes from './Paragraphs.module.css';
import type { Block } from './parts.ts';
import type { TextRun } from './shown-text.ts';

/** About so many characters fill a line, and so high is one; only for guessing the height of what is not laid out. */
const LINE_CHARACTERS = 70;
const LINE_PX = 41;

interface ParagraphsProps {
  readonly map: DocumentMap;
  /** What each bar hides, in a word. */
  readonly barNames: readonly string[];
  /** The bar that keys and the hand are at. */
  readonly bar: number | null;
  /** Ids of answers to compare, in the order in which they are shown. */
  readonly shownAnswers: readonly string[];
}

/** The text itself, untouched: one text node a paragraph, and bars in it. Rendered once, whatever is marked on it. */
export const Paragraphs = memo(function Paragraphs({ map, barNames, bar, shownAnswers }: ParagraphsProps) {
  const { blocks } = map;
  if (blocks.length < 2) return blocks.map((block) => <Sections key="all" {...{ map, barNames, bar, block }} />);
  return (
    <div className={classes.compared}>
      {blocks.map((block) => (
        <PartFrame key={block.part?.id ?? ''} block={block} shownAnswers={shownAnswers}>
          <Sections {...{ map, barNames, bar, block }} />
        </PartFrame>
      ))}
    </div>
  );
});

interface PartFrameProps {
  readonly block: Block;
  readonly shownAnswers: readonly string[];
  readonly children: ReactNode;
}

/** One part of a text, with its heading. That is no text node: it can be neither marked nor copied. */
function PartFrame({ block: { part }, shownAnswers, children }: PartFrameProps) {
  const { say } = useMessages();
  const role = part?.role ?? 'context';
  const heading = !part
    ? ''
    : part.role === 'answer'
      ? say('answers.answer', { letter: letterOf(shownAnswers, part.id) })
      : say(`answers.part.${part.role}`);
  return (
    <div className={classes.part} role="group" aria-label={heading} data-role={role} data-heading={heading}>
      {children}
    </div>
  );
}

interface SectionsProps extends Omit<ParagraphsProps, 'shownAnswers'> {
  readonly block: Block;
}

function Sections({ map, barNames, bar, block }: SectionsProps) {
  return block.sections.map(({ section, index }) => (
    <div
      key={section.first}
      className={classes.section}
      ref={(element) => map.placeSection(index, element)}
      style={{ containIntrinsicBlockSize: `auto ${guessedHeightPx(section)}px` }}
    >
      {section.paragraphs.map((paragraph, at) => (
        <div
          key={paragraph.start}
          className={classes.paragraph}
          data-blank={paragraph.text.trim() === ''}
          data-paragraph={section.first + at}
          ref={(element) => map.place(section.first + at, element)}
        >
          {map
            .runsOf(paragraph)
            .map((run) =>
              run.bar === null ? (
                run.text
              ) : (
                <Bar key={run.bar} run={run} name={barNames[run.bar] ?? ''} isCurrent={run.bar === bar} />
              ),
            )}
        </div>
      ))}
    </div>
  ));
}

/**
 * Hidden words: a bar that reads, copies and sounds the same whatever it hides. Its words, while they are looked at,
 * stand in its place.
 */
function Bar({ run, name, isCurrent }: { run: TextRun; name: string; isCurrent: boolean }) {
  if (!run.isVeiled) {
    return (
      <span className={classes.unveiled} data-bar={run.bar}>
        {run.text}
      </span>
    );
  }
  return (
    <span
      className={classes.bar}
      role="img"
      aria-label={name}
      data-bar={run.bar}
      data-name={name}
      data-current={isCurrent}
    >
      {run.text}
    </span>
  );
}

function guessedHeightPx({
  length,
  paragraphs,
}: {
  readonly length: number;
  readonly paragraphs: readonly unknown[];
}): number {
  return Math.round((length / LINE_CHARACTERS + paragraphs.length / 2) * LINE_PX);
}
