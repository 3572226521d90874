import { memo } from 'react';
import type { DocumentMap } from './document-map.ts';
import classes from './Paragraphs.module.css';

/** About so many characters fill a line, and so high is one; only for guessing the height of what is not laid out. */
const LINE_CHARACTERS = 70;
const LINE_PX = 41;

/** The text itself, one text node a paragraph, untouched. Rendered once a text, whatever is marked on it. */
export const Paragraphs = memo(function Paragraphs({ map }: { map: DocumentMap }) {
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
          {paragraph.text}
        </div>
      ))}
    </div>
  ));
});

function guessedHeightPx({
  length,
  paragraphs,
}: {
  readonly length: number;
  readonly paragraphs: readonly unknown[];
}): number {
  return Math.round((length / LINE_CHARACTERS + paragraphs.length / 2) * LINE_PX);
}
