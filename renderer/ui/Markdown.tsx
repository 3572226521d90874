import { Fragment, useMemo } from 'react';
import { missingCase } from '../../shared/core/missing-case.ts';
import { type Block, type Inline, parseMarkdown } from './markdown.ts';
import classes from './Markdown.module.css';

/** Instructions as their author wrote them: text only, nothing fetched, nothing to click. */
export function Markdown({ source }: { source: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source]);
  return (
    <div className={classes.text} dir="auto">
      {blocks.map((block, index) => (
        // The blocks of a text never change places.
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.of) {
    case 'heading':
      // below the heading of the panel, whichever level a text begins with
      return (
        <h3 className={block.level === 1 ? classes.first : undefined}>
          <Inlines inlines={block.inlines} />
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Inlines inlines={block.inlines} />
        </blockquote>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'rule':
      return <hr />;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((inlines, index) => (
            <li key={index}>
              <Inlines inlines={inlines} />
            </li>
          ))}
        </List>
      );
    }
    default:
      return missingCase(block);
  }
}

function Inlines({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => <Fragment key={index}>{inlineView(inline)}</Fragment>);
}

function inlineView(inline: Inline) {
  switch (inline.of) {
    case 'text':
      return inline.text;
    case 'strong':
      return <strong>{inline.text}</strong>;
    case 'em':
      return <em>{inline.text}</em>;
    case 'code':
      return <code>{inline.text}</code>;
    case 'link':
    case 'image':
      return (
        <>
          {inline.text} <span className={classes.address}>({inline.address})</span>
        </>
      );
    default:
      return missingCase(inline);
  }
}
