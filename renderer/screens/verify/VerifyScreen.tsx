import { useMessages } from '../../app/messages.ts';
import { Page } from '../../ui/Page.tsx';

/** Checks a package that somebody handed over, with nothing but its own bytes. */
export function VerifyScreen() {
  const { say } = useMessages();
  return <Page title={say('nav.verify')}>{null}</Page>;
}
