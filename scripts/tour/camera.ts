import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Takes the tour's pictures: numbered in the order of the tour, named by what they show. */
export interface Camera {
  take(name: string): Promise<void>;
  readonly taken: readonly string[];
}

/** Long enough for a transition to end, so that no picture shows half of one. */
const SETTLE_MS = 350;

/** Prepares an empty folder for pictures of `page`. */
export async function openCamera(dir: string, page: Page): Promise<Camera> {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const taken: string[] = [];
  return {
    taken,
    async take(name) {
      await page.waitForTimeout(SETTLE_MS);
      const file = `${String(taken.length + 1).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: join(dir, file) });
      taken.push(file);
      process.stdout.write(`  ${file}\n`);
    },
  };
}
