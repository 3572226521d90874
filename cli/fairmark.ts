#!/usr/bin/env node
import { commands } from './commands/all.ts';
import { type CommandIo, EXIT } from './command.ts';
import { runCommand } from './run-command.ts';

const io: CommandIo = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
};

const width = Math.max(...commands.map(({ name }) => name.length));
const overview = `Fairmark on the command line.

${commands.map(({ name, summary }) => `  fairmark ${name.padEnd(width)}  ${summary}`).join('\n')}

"fairmark COMMAND --help" says how each is called. Every command takes --json.
Exit status: 0 fine, 1 findings or a refusal, 2 wrong usage.
`;

const [word, ...rest] = process.argv.slice(2);
const command = commands.find(({ name }) => name === word);
if (command) {
  process.exitCode = await runCommand(command, rest, io);
} else if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
  io.out(overview);
  process.exitCode = word === undefined ? EXIT.usage : EXIT.fine;
} else {
  io.err(`There is no command "${word}".\n\n${overview}`);
  process.exitCode = EXIT.usage;
}
