import { IconTextDirectionRtl } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMessages } from '../../app/messages.ts';
import { countBidiControls } from '../../text/invisibles.ts';
import { Button } from '../../ui/Button.tsx';
import { type ReadableBench, useBenchView } from '../../workbench/use-workbench.ts';
import classes from './BidiNotice.module.css';

/** Warns of characters that change the order in which words are seen: what is marked may not be what it looks like. */
export function BidiNotice({ bench, text }: { bench: ReadableBench; text: string }) {
  const { say } = useMessages();
  const shown = useBenchView(bench, (view) => view.invisibles);
  const count = useMemo(() => countBidiControls(text), [text]);
  if (count === 0) return null;
  return (
    <div className={classes.notice} role="note">
      <IconTextDirectionRtl size={18} aria-hidden="true" />
      <p>{say('text.bidi', { count })}</p>
      <Button
        size="small"
        look="quiet"
        keys="P"
        aria-pressed={shown}
        onClick={() => bench.view.send({ type: 'toggled', what: 'invisibles' })}
      >
        {say('action.invisibles')}
      </Button>
    </div>
  );
}
