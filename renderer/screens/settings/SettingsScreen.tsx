import { useMessages } from '../../app/messages.ts';
import { Page } from '../../ui/Page.tsx';

/** The worker's own settings on this machine. */
export function SettingsScreen() {
  const { say } = useMessages();
  return <Page title={say('nav.settings')}>{null}</Page>;
}
