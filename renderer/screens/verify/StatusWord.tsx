import { IconArrowsSplit, IconCircleCheck, IconCircleX, IconQuote } from '@tabler/icons-react';
import type { ClaimStatus } from '../../../shared/manifest/report.ts';
import { useMessages } from '../../app/messages.ts';
import classes from './StatusWord.module.css';

const icons = {
  VERIFIED: IconCircleCheck,
  ASSERTED: IconQuote,
  DISPUTED: IconArrowsSplit,
  FAILED: IconCircleX,
} as const;

/** A status by its word, its own icon, and only then its colour. */
export function StatusWord({ status }: { status: ClaimStatus }) {
  const { say } = useMessages();
  const Icon = icons[status];
  return (
    <span className={classes.word} data-status={status}>
      <Icon size={18} aria-hidden="true" />
      {say(`verify.status.${status}`)}
    </span>
  );
}
