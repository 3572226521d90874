import { IconPackageExport } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Output } from '../../../shared/ipc/contract.ts';
import { useMessages } from '../../app/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { ReportView } from '../verify/ReportView.tsx';
import { LossList } from './LossList.tsx';
import classes from './ResultView.module.css';

const GUIDE = 'labour/VERIFY.md';
const COMMAND = 'sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt';

/** What was written and where, what the formats could not carry, and how anyone can check it. */
export function ResultView({ result, onBack }: { result: Output<'export.run'>; onBack: () => void }) {
  const { say, format } = useMessages();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus(), []);
  const [before = '', after = ''] = say('export.result.checkMore', { file: '\n' }).split('\n');
  return (
    <Page title={say('export.result.title')} actions={<Button onClick={onBack}>{say('export.result.again')}</Button>}>
      <div ref={top} tabIndex={-1} className={classes.written} role="group" aria-label={say('export.result.title')}>
        <IconPackageExport size={28} aria-hidden="true" className={classes.icon} />
        <dl className={classes.facts}>
          <div>
            <dt>{say('export.result.folder')}</dt>
            <dd className={classes.folder} data-testid="export-folder">
              <bdi>{result.dir}</bdi>
            </dd>
          </div>
          <div>
            <dt>{say('export.result.files')}</dt>
            <dd>{format.number(result.files)}</dd>
          </div>
        </dl>
      </div>
      <Section title={say('export.result.losses')}>
        {result.losses.length > 0 ? <LossList losses={result.losses} /> : <p>{say('export.result.noLosses')}</p>}
      </Section>
      <Section title={say('export.result.check')}>
        <p>{say('export.result.checkFiles')}</p>
        <pre className={classes.command} translate="no">
          <code>{COMMAND}</code>
        </pre>
        <p>
          {before}
          <code className={classes.file}>{GUIDE}</code>
          {after}
        </p>
      </Section>
      <Section title={say('export.result.report')}>
        <ReportView report={result.verification} />
      </Section>
    </Page>
  );
}
