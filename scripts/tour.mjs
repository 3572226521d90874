// `npm run tour`: walks through the real app by itself and leaves pictures. Arguments after `--` go to scripts/tour.ts.
import { build } from './build.mjs';
import { withDisplay } from './lib/display.mjs';
import { inProject } from './lib/project.mjs';
import { runNode } from './lib/run.mjs';
import { isMain, runMain } from './lib/say.mjs';
import { prepare } from './prepare.mjs';

/**
 * Builds and takes the tour on a machine that is prepared for it.
 *
 * @param {readonly string[]} args for scripts/tour.ts
 * @returns its exit code
 */
export async function tour(args) {
  await build();
  return withDisplay(async (env) => (await runNode([inProject('scripts', 'tour.ts'), ...args], { env })).code);
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await prepare('tour');
    return tour(process.argv.slice(2));
  });
}
