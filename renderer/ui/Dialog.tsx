import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../app/messages.ts';
import classes from './Dialog.module.css';
import { useEscapeTaken } from './use-escape-taken.ts';

interface DialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  readonly size?: string;
  readonly onClose: () => void;
}

/** A question over the screen. Escape closes it; focus returns to where it was. */
export function Dialog({ opened, title, children, actions, size = '30rem', onClose }: DialogProps) {
  const { say } = useMessages();
  useEscapeTaken(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': say('common.close') }}
      classNames={{ content: classes.content, title: classes.title, header: classes.header, body: classes.outer }}
      transitionProps={{ duration: 0 }}
    >
      <div className={classes.body}>{children}</div>
      <div className={classes.actions}>{actions}</div>
    </Modal>
  );
}
