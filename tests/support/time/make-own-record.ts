import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openJournal } from '../../../electron/db/journal-store.ts';
import { openJsonFile } from '../../../electron/services/json-file.ts';
import { createOwnRecordService } from '../../../electron/services/own-record/own-record-service.ts';
import { signedStatementsSchema } from '../../../electron/services/own-record/signed-statements.ts';
import { createKeyStore } from '../../../electron/services/signing/key-store.ts';
import { createTimekeeper } from '../../../electron/services/timekeeper.ts';
import { defaultBreakSettings } from '../../../shared/time/break-settings.ts';
import { temporaryFolder } from '../project-fixture.ts';
import { makeWorld } from './fake-world.ts';

/** A record over two projects, signed off, without any project open. */
export async function makeOwnRecord() {
  const dir = await temporaryFolder();
  const world = makeWorld();
  const journal = openJournal({ path: join(dir, 'record.db') });
  const timekeeper = createTimekeeper({ ...world, journal, breakSettings: () => defaultBreakSettings });
  onTestFinished(() => {
    timekeeper.stop();
    journal.close();
  });
  const work = (minutes: number) => {
    for (let done = 0; done < minutes * 60; done += 5) {
      timekeeper.inputSeen();
      world.wait(5_000);
    }
  };
  timekeeper.setActivity('search');
  timekeeper.signOn();
  work(3);
  for (const [projectId, taskId] of [
    ['p-one', 't-one'],
    ['p-two', 't-two'],
  ] as const) {
    timekeeper.setActivity('task', { projectId, taskId, words: 0, images: 1 });
    work(5);
  }
  timekeeper.signOff();
  const keys = createKeyStore({ file: join(dir, 'keys.json'), findBox: () => null, scryptLogN: 15 });
  const printed: string[] = [];
  const service = createOwnRecordService({
    keys,
    record: { timekeeper, journal },
    version: '0.0.0',
    wallMs: () => world.clock.read().wallMs,
    zone: () => 'Europe/Vienna',
    makeId: (prefix) => `${prefix}-${printed.length}`,
    printPdf: async (html) => {
      printed.push(html);
      return new TextEncoder().encode(`%PDF ${html}`);
    },
    defaultDir: join(dir, 'out'),
    statements: await openJsonFile(join(dir, 'own-statements.json'), signedStatementsSchema, {}),
  });
  return { dir, keys, service, timekeeper, work, printed };
}
