const MOST_LINES = 20;

/** What an import was asked for on the command line. */
export interface ImportWanted {
  readonly project: string;
  readonly path: string;
  readonly format: string | undefined;
  readonly source: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** A title with its count, and the first of what it counts; nothing where there is none. */
export function listed(title: string, all: readonly string[]): readonly string[] {
  if (all.length === 0) return [];
  const rest = all.length - MOST_LINES;
  const more = rest > 0 ? [`  … and ${rest} more`] : [];
  return [`${title}: ${all.length}`, ...all.slice(0, MOST_LINES).map((one) => `  ${one}`), ...more];
}
