import { AppError } from '../shared/core/errors.ts';
import { en } from '../shared/i18n/locales/en.ts';
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
      io.err(`${error.code}: ${messageFor(error)}\n`);
      return EXIT.refused;
    }
    throw error;
  }
}

/** The English message of a refusal with its details filled in. */
function messageFor({ code, details }: AppError): string {
  return en.messages.error[code].replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(details[name] ?? ''));
}
