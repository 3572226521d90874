import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openJournal } from '../../electron/db/journal-store.ts';
import { RECORD_APPLICATION_ID, recordMigrations } from '../../electron/db/migrations/record/all.ts';
import { openDatabase } from '../../electron/db/open-database.ts';
import { createTimekeeper } from '../../electron/services/timekeeper.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { ownRecordSchema } from '../../shared/manifest/statements/own-record.ts';
import { workStatementSchema } from '../../shared/manifest/statements/work-statement.ts';
import { beatSchema } from '../../shared/time/beat.ts';
import { defaultBreakSettings } from '../../shared/time/break-settings.ts';
import { journalEventSchema } from '../../shared/time/journal-record.ts';
import { timeReportSchema } from '../../shared/time/report.ts';
import { temporaryFolder } from '../support/project-fixture.ts';
import { makeWorld } from '../support/time/fake-world.ts';

/** Every name that a schema can carry, however deep. */
function namesIn(schema: z.ZodType): readonly string[] {
  const found = new Set<string>();
  const look = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(look);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties') for (const name of Object.keys(value ?? {})) found.add(name);
        if (key === 'enum' && Array.isArray(value)) for (const name of value) found.add(String(name));
        look(value);
      }
    }
  };
  look(z.toJSONSchema(schema, { unrepresentable: 'any' }));
  return [...found];
}

/** What surveillance is made of: as whole words of a name in camel or snake case. */
const surveillance =
  /^(key|keys|keystroke|keystrokes|code|char|x|y|left|top|pointer|mouse|click|clicks|count|coordinate|title|url|screenshot|camera|microphone|audio|video|location|latitude|longitude|clipboard|app|process|executable|score|productivity|ip|host|user|email)$/i;
const wordsOf = (name: string) => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').split(/[ _.-]/);

describe('what the record can hold', () => {
  it('no column of record.db names a key, a coordinate, a title or another app', async () => {
    const path = join(await temporaryFolder(), 'record.db');
    openJournal({ path }).close();
    const db = openDatabase({
      path,
      applicationId: RECORD_APPLICATION_ID,
      migrations: recordMigrations,
      codes: { inUse: 'RECORD_IN_USE', newer: 'RECORD_NEWER', damaged: 'RECORD_DAMAGED' },
    });
    const columns = db
      .prepare<[], { name: string }>(
        `SELECT p.name FROM sqlite_schema s, pragma_table_info(s.name) p WHERE s.type = 'table'`,
      )
      .all()
      .map(({ name }) => name);
    db.close();
    expect(columns.length).toBeGreaterThan(15);
    expect(columns.filter((name) => wordsOf(name).some((word) => surveillance.test(word)))).toEqual([]);
  });

  it('no body of a record does', () => {
    const names = [...namesIn(journalEventSchema), ...namesIn(beatSchema)];
    expect(names).toContain('inputAgoMs');
    // `app` is where idle time was seen: in this app alone, as opposed to `system`
    const telling = names.filter((name) => name !== 'app' && wordsOf(name).some((word) => surveillance.test(word)));
    expect(telling).toEqual([]);
  });

  it('the window says that there was input and nothing about it', () => {
    expect(namesIn(contract['time.input'].input)).toEqual([]);
    expect(contract['time.input'].input.safeParse({ key: 'a' }).success).toBe(false);
  });
});

describe('what can leave the machine', () => {
  it('whether somebody was interacting or attending is in no report, statement or window', () => {
    const leaving = [
      timeReportSchema,
      workStatementSchema,
      ownRecordSchema,
      contract['time.view'].output,
      contract['time.snapshot'].output,
      contract['own.preview'].output,
    ];
    for (const schema of leaving) {
      const names = namesIn(schema);
      expect(names.filter((name) => /interacting|attending|uncertain|inputAgo|presence/i.test(name))).toEqual([]);
    }
  });
});

describe('signed off', () => {
  it('nothing is written, whatever happens: every byte of the record stays as it was', async () => {
    const dir = await temporaryFolder();
    const bytes = () =>
      readdirSync(dir)
        .toSorted()
        .map((name) => [
          name,
          createHash('sha256')
            .update(readFileSync(join(dir, name)))
            .digest('hex'),
        ]);
    const world = makeWorld();
    const journal = openJournal({ path: join(dir, 'record.db') });
    const keeper = createTimekeeper({ ...world, journal, breakSettings: () => defaultBreakSettings });
    keeper.setActivity('search');
    keeper.signOn();
    keeper.inputSeen();
    world.wait(30_000);
    keeper.signOff();
    const before = bytes();
    for (const activity of ['task', 'queue', 'ledger', 'search'] as const) {
      keeper.setActivity(activity, { projectId: 'p1', taskId: 't1' });
      keeper.inputSeen();
      keeper.windowState('hidden');
      keeper.windowState('focused');
      keeper.stillReading();
      for (const event of ['lock', 'suspend', 'resume', 'unlock', 'shutdown'] as const) world.emit(event);
      world.setIdle(() => 0);
      world.wait(10 * 60_000);
      world.sleep(3_600_000);
      world.setWall(-3_600_000);
      keeper.snapshot();
    }
    expect(() =>
      keeper.noteExposure({
        flaggedItems: 1,
        openMs: 1,
        unveiledMs: 1,
        lensReveals: 0,
        fullReveals: 0,
        undisclosedHazards: 0,
      }),
    ).toThrow('SIGNED_OFF');
    expect(bytes()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    keeper.stop();
    journal.close();
  });
});
