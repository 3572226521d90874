import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../app/messages.ts';
import classes from './DialogFrame.module.css';
import { useEscapeTaken } from './use-escape-taken.ts';

interface DialogFrameProps {
  readonly opened: boolean;
  readonly title: string;
  readonly size: string;
  /** For readers only, without a button to close: where the first thing in it says what it is. */
  readonly titleUnseen?: boolean;
  /** Distance from the upper edge of the window; in its middle without it. */
  readonly yOffset?: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/**
 * A window over the screen, named for readers, that keeps the focus. Escape closes it; focus returns to where it was.
 *
 * Put together from the library's parts, since its own head is a <header>: a second banner beside the page's.
 */
export function DialogFrame({ opened, title, size, titleUnseen, yOffset, children, onClose }: DialogFrameProps) {
  const { say } = useMessages();
  useEscapeTaken(opened);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered={yOffset === undefined}
      {...(yOffset === undefined ? {} : { yOffset })}
      // given to the content itself, the class would go to the screen-wide box around it as well
      classNames={{ content: classes.content }}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={titleUnseen === true ? 'visually-hidden' : classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          {titleUnseen === true ? null : <Modal.CloseButton aria-label={say('common.close')} />}
        </div>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
}
