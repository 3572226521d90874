import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/core/errors.ts';
import { idOf, type NewProject } from '../../../shared/project/new-project.ts';
import { createProject } from './create-project.ts';
import { type FolderSurvey, itemsOf } from './own-files.ts';

/**
 * Makes a project of somebody's own files: those for which there is a label set. They are copied, and stay where they
 * are. Refuses with `NOTHING_TO_LABEL` when there are none, with `SOURCE_CHANGED` when one of them is not as it was.
 */
export async function makeOwnProject(
  dir: string,
  said: NewProject & { readonly id: string; readonly createdAt: number },
  survey: FolderSurvey,
): Promise<void> {
  const items = itemsOf(survey).filter(({ medium }) => said.labelSets.some((set) => set.medium === medium));
  if (items.length === 0) throw new AppError('NOTHING_TO_LABEL', { path: survey.folder });
  await createProject(dir, said, items);
}

/** A folder for a new project among the others: its name where that is free, else with a number. */
export async function freeProjectFolder(projectsDir: string, name: string): Promise<string> {
  await mkdir(projectsDir, { recursive: true });
  const wanted = join(projectsDir, idOf(name) || 'project');
  let dir = wanted;
  for (let number = 2; existsSync(dir); number += 1) dir = `${wanted}-${number}`;
  return dir;
}
