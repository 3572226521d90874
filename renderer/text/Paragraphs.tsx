import { memo } from 'react';
import type { DocumentMap } from './document-map.ts';
import classes from './Paragraphs.module.css';
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
}

/** The text itself, untouched: one text node a paragraph, and bars in it. Rendered once, whatever is marked on it. */
export const Paragraphs = memo(function Paragraphs({ map, barNames, bar }: ParagraphsProps) {
  return map.sections.map((section, index) => (
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
});

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
