/** Where a command reads and writes; tests give their own. */
export interface CommandIo {
  /** Standard output: results only, so that they can be piped. */
  readonly out: (text: string) => void;
  /** Standard error: messages and progress. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Exit statuses: fine; findings or a refusal; wrong usage. */
export const EXIT = { fine: 0, refused: 1, usage: 2 } as const;

/** One word of the command line. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** How it is called, its options, and an example. */
  readonly usage: string;
  /** Answers with the exit status. Throws `AppError` for refusals and `UsageError` for wrong usage. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** The words of a call were wrong; its message says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
