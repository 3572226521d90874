// `npm run bench -- [suite …] [--json]`: runs tests/bench/<suite>.bench.ts one after the other, all without names.
// `--json` prints one array of { suite, name, n, value, unit, limit, ratio } on standard output and nothing else.
import { readdirSync } from 'node:fs';
import { build } from './build.mjs';
import { withDisplay } from './lib/display.mjs';
import { inProject, nodeForTools } from './lib/project.mjs';
import { run } from './lib/run.mjs';
import { runMain, say, Stop } from './lib/say.mjs';
import { prepare } from './prepare.mjs';

const ending = '.bench.ts';

await runMain(async () => {
  const given = process.argv.slice(2);
  const wanted = given.filter((argument) => !argument.startsWith('--'));
  const options = given.filter((argument) => argument.startsWith('--'));
  const known = readdirSync(inProject('tests', 'bench'))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Stop(`There is no suite ${unknown.join(', ')}. Suites: ${known.join(', ')}`);

  await prepare('tour');
  await build();
  const asJson = options.includes('--json');
  const figures = await withDisplay(async (env) => {
    const all = [];
    for (const suite of wanted.length > 0 ? wanted : known) {
      say(`── bench: ${suite} ──`);
      const file = inProject('tests', 'bench', `${suite}${ending}`);
      const { code, output } = await run(nodeForTools(), [file, ...options], { env, answer: asJson });
      if (code !== 0) throw new Stop(`The suite ${suite} ended with code ${code}.`);
      if (asJson) all.push(...JSON.parse(output));
    }
    return all;
  });
  if (asJson) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
});
