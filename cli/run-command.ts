import { AppError } from '../shared/core/errors.ts';
import { sayEnglish } from '../shared/i18n/say.ts';
import { type Command, type CommandIo, EXIT, UsageError } from './command.ts';

/** Runs one command: help, refusals in words with their code, wrong usage with the way it should be. */
export async function runCommand(command: Command, args: readonly string[], io: CommandIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    io.out(`${command.usage}\n`);
    return EXIT.fine;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`${error.message}\n\n${command.usage}\n`);
      return EXIT.usage;
    }
    if (error instanceof AppError) {
      io.err(`${error.code}: ${sayEnglish(`error.${error.code}`, error.details)}\n`);
      return EXIT.refused;
    }
    throw error;
  }
}
