import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface ForgetDialogProps {
  readonly opened: boolean;
  readonly counted: Output<'exposure.shown'>['counted'];
  readonly onClose: () => void;
  readonly onForget: () => void;
}

/** Says truthfully what deletion means: what goes, and what stays because a chain holds it. */
export function ForgetDialog({ opened, counted, onClose, onForget }: ForgetDialogProps) {
  const { say, format } = useMessages();
  const time = format.duration(counted.unveiledMs);
  return (
    <Dialog
      opened={opened}
      title={say('shown.forgetTitle')}
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {say('common.cancel')}
          </Button>
          <Button look="danger" onClick={onForget}>
            {say('shown.forgetDo')}
          </Button>
        </>
      }
    >
      <p>{say('shown.forgetBody')}</p>
      <p>{say('shown.forgetStays', { count: counted.flaggedItems, time })}</p>
    </Dialog>
  );
}
