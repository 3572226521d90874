import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Splits a command's words into options and positional ones, and refuses what it does not know with a `UsageError`.
 *
 * @param positionals names of the words that must be there, for the message
 */
export function parseArguments<const Known extends Options>(
  args: readonly string[],
  options: Known,
  positionals: readonly string[],
) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  const missing = positionals[parsed.positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  const extra = parsed.positionals[positionals.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one word too many.`);
  return parsed;
}
