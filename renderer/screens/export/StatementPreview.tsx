import { useMemo } from 'react';
import { useMessages } from '../../app/messages.ts';
import { jsonLines } from './json-lines.ts';
import classes from './StatementPreview.module.css';

/** The worker's statement as it will be signed. The lines are laid out, but their characters are all and only its own. */
export function StatementPreview({ statement }: { statement: string }) {
  const { say } = useMessages();
  const lines = useMemo(() => jsonLines(statement), [statement]);
  const bytes = useMemo(() => new TextEncoder().encode(statement).length, [statement]);
  return (
    <details className={classes.preview}>
      <summary>{say('export.pay.statement')}</summary>
      <p className={classes.hint}>
        {say('export.pay.statementHint')} {say('export.pay.statementSize', { count: bytes })}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <pre className={classes.text} tabIndex={0} aria-label={say('export.pay.statement')} data-testid="statement">
        {lines.map((line, index) => (
          <code key={index} className={classes.line} style={{ paddingInlineStart: `${line.depth * 1.25}rem` }}>
            {line.text}
          </code>
        ))}
      </pre>
    </details>
  );
}
