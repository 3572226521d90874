import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { call } from '../../bridge.ts';
import classes from './SignStep.module.css';

const kinds = ['place', 'person', 'device'] as const;

/** Before anything is written: pictures are published as they are, and what they tell beside what they show. */
export function MetadataNotice({ accepted }: { accepted: number }) {
  const { say } = useMessages();
  const counts = useMetadata(accepted);
  if (!counts || kinds.every((kind) => counts[kind] === 0)) return null;
  return (
    <div className={classes.metadata} role="note" data-testid="metadata">
      <p>{say('export.sign.metadata')}</p>
      <ul>
        {kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <li key={kind}>
              {say(`export.sign.metadataKinds.${kind}`, { count: counts[kind], total: counts.images })}
            </li>
          ))}
      </ul>
      <p>{say('export.sign.metadataHint')}</p>
    </div>
  );
}

/** Asked anew when more is accepted. */
function useMetadata(accepted: number): Output<'export.metadata'> | null {
  const [counts, setCounts] = useState<Output<'export.metadata'> | null>(null);
  useEffect(() => {
    let over = false;
    if (accepted > 0) {
      void call('export.metadata', {}).then((answer) => {
        if (!over && answer.ok) setCounts(answer.value);
      });
    }
    return () => {
      over = true;
    };
  }, [accepted]);
  return counts;
}
