// `npm start`: makes everything ready, builds and opens the app with the sample project. What stands after `--` goes to
// the app: `npm start -- --lang=sw`. Without a display it takes the tour instead.
import { build } from './build.mjs';
import { hasDisplay } from './lib/display.mjs';
import { launchCommand } from './lib/launch.mjs';
import { projectRoot } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { runMain, say, Stop } from './lib/say.mjs';
import { prepare } from './prepare.mjs';
import { tour } from './tour.mjs';

await runMain(async () => {
  const runtime = await prepare(hasDisplay() ? 'start' : 'tour');
  if (!hasDisplay()) {
    say('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): taking the tour in a virtual one.');
    return tour([]);
  }
  if (runtime === undefined) throw new Stop('There is no Electron to start.');
  await build();
  const { executable, args } = launchCommand(runtime, projectRoot, ['--open-sample', ...process.argv.slice(2)]);
  const { code } = await run(executable, args);
  return code;
});
