// `npm run pictures`: draws a scene in the real app and takes the pictures of the README, in light and dark.
// Arguments after `--` go to scripts/pictures.ts.
import { build } from './build.mjs';
import { withDisplay } from './lib/display.mjs';
import { inProject } from './lib/project.mjs';
import { runNode } from './lib/run.mjs';
import { isMain, runMain } from './lib/say.mjs';
import { prepare } from './prepare.mjs';

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await prepare('tour');
    await build();
    const words = [inProject('scripts', 'pictures.ts'), ...process.argv.slice(2)];
    return withDisplay(async (env) => (await runNode(words, { env })).code);
  });
}
