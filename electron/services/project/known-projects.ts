import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProjectCard } from '../../../shared/ipc/views.ts';
import { type JsonFile, openJsonFile } from '../json-file.ts';
import { PROJECT_FILE } from './project-session.ts';

const knownSchema = z.array(z.strictObject({ path: z.string(), name: z.string(), lastOpenedAt: z.int().min(0) }));
type Known = z.infer<typeof knownSchema>;

/** More than anyone scrolls through; the oldest leaves the list, never the disk. */
const LISTED = 50;

/** The projects of the home screen, the last opened first. */
export interface KnownProjects {
  list(): ProjectCard[];
  opened(project: { path: string; name: string }, atMs: number): Promise<void>;
}

export async function openKnownProjects(file: string): Promise<KnownProjects> {
  const store: JsonFile<Known> = await openJsonFile(file, knownSchema, []);
  return {
    list: () => store.read().map((project) => ({ ...project, present: existsSync(join(project.path, PROJECT_FILE)) })),
    async opened({ path, name }, atMs) {
      const opened = { path, name, lastOpenedAt: atMs };
      await store.change((known) => [opened, ...known.filter((project) => project.path !== path)].slice(0, LISTED));
    },
  };
}
