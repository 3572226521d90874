import { join } from 'node:path';

/** What the command line asks of the app. */
export interface LaunchOptions {
  /** Folder that new projects go to. */
  readonly projectsDir: string;
  /** Open the sample project, made first if need be. */
  readonly openSample: boolean;
  /** A project to open at once. */
  readonly projectPath: string | null;
}

/** Reads `--projects-dir=DIR`, `--open-sample` and `--project=DIR`; other arguments are Electron's own. */
export function parseLaunchOptions(argv: readonly string[], documentsDir: string): LaunchOptions {
  const value = (name: string): string | null =>
    argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? null;
  return {
    projectsDir: value('projects-dir') ?? join(documentsDir, 'Fairmark'),
    openSample: argv.includes('--open-sample'),
    projectPath: value('project'),
  };
}
