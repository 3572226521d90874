import { useMessages } from '../../app/messages.ts';
import { Page } from '../../ui/Page.tsx';

/** Reviews, signs and hands over what was labelled. */
export function ExportScreen() {
  const { say } = useMessages();
  return <Page title={say('nav.export')}>{null}</Page>;
}
