import { useMessages } from '../app/messages.ts';
import { Button } from '../ui/Button.tsx';

interface TakeBackProps {
  /** What is taken back; a reader meets it without the line it stands in. */
  readonly what: string;
  /** Absent once it cannot be taken back any more: then there is no button. */
  readonly onTakeBack: (() => void) | undefined;
}

/** Takes back what the requester said or set, at the end of its line. */
export function TakeBack({ what, onTakeBack }: TakeBackProps) {
  const { say } = useMessages();
  if (!onTakeBack) return null;
  return (
    <>
      {' '}
      <Button size="small" look="quiet" aria-label={say('care.takeBackNamed', { what })} onClick={onTakeBack}>
        {say('care.takeBack')}
      </Button>
    </>
  );
}
