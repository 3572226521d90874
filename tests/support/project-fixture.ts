import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createProject, type NewItem } from '../../electron/services/project/create-project.ts';
import { openProjectSession, type ProjectSession } from '../../electron/services/project/project-session.ts';
import { makeProjectFacts } from './make-facts.ts';

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'fairmark-test-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** A project on disk, open; closed and removed after the test. */
export async function openTestProject(items: readonly NewItem[], facts = makeProjectFacts()): Promise<ProjectSession> {
  const root = join(await temporaryFolder(), 'project');
  await createProject(root, facts, items);
  const session = openProjectSession(root);
  onTestFinished(() => session.close());
  return session;
}
