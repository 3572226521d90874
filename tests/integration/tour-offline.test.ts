import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/project-fixture.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');
const NO_NETWORK = join(ROOT, 'tests', 'support', 'no-network.sh');

/** Exit status of `no-network.sh` where the machine allows no namespace of one's own. */
const NO_NAMESPACE = 97;

/** Runs a command in a network namespace whose every outgoing packet is counted. */
async function withoutNetwork(countFile: string, command: readonly string[]) {
  const { stdout } = await run('bash', [NO_NETWORK, countFile, ...command], { cwd: ROOT, maxBuffer: 1 << 26 });
  return { stdout, packets: Number(await readFile(countFile, 'utf8')) };
}

describe('the tour without a network', () => {
  let canCount = true;

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fairmark-probe-'));
    // the counter must count: one UDP packet to nowhere
    const probe = ['bash', '-c', 'echo probe > /dev/udp/198.51.100.1/53'];
    try {
      expect((await withoutNetwork(join(folder, 'probe'), probe)).packets).toBe(1);
    } catch (error) {
      if ((error as { code?: unknown }).code !== NO_NAMESPACE) throw error;
      canCount = false;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('does the whole main job, leaves pictures, project and package, and sends not one packet', async (test) => {
    test.skip(!canCount, 'this machine allows no network namespace');
    const out = join(await temporaryFolder(), 'tour');
    const tour = [process.execPath, 'scripts/tour.mjs', '--out', out];
    const { stdout, packets } = await withoutNetwork(`${out}.packets`, tour);

    expect(packets).toBe(0);
    expect(stdout).toMatch(/Tasks +4 submitted/);
    expect(stdout).toMatch(/Verification +nothing failed/);
    const pictures = await readdir(join(out, 'screenshots'));
    expect(pictures.length).toBeGreaterThanOrEqual(15);
    expect(pictures.every((name) => /^\d\d-[a-z-]+\.png$/.test(name))).toBe(true);
    expect(await readdir(join(out, 'package'))).toEqual(
      expect.arrayContaining(['bagit.txt', 'manifest-sha256.txt', 'data', 'labour', 'croissant.json', 'README.md']),
    );
    expect(await readdir(join(out, 'project'))).toContain('project.fairmark');

    // the same record on the command line
    const told = await run(
      process.execPath,
      ['cli/fairmark.ts', 'time', join(out, 'project'), '--profile', join(out, 'profile'), '--json'],
      { cwd: ROOT },
    );
    const time = JSON.parse(told.stdout) as { workMs: number; tasks: { id: string; trueMs: number }[] };
    expect(time.workMs).toBeGreaterThan(5_000);
    expect(time.tasks.reduce((sum, { trueMs }) => sum + trueMs, 0)).toBe(time.workMs);
  }, 240_000);
});
