import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Flag } from '../../../shared/content/flag.ts';
import { flagsOf, type Visibility, visibilityOf } from '../../../shared/content/visibility.ts';
import { questionSettingOf, questionsOf } from '../../../shared/annotation/questions.ts';
import { AppError, BugError } from '../../../shared/core/errors.ts';
import type { Item } from '../../../shared/project/item.ts';
import type { LabelSet, Medium } from '../../../shared/project/label-set.ts';
import type { Project } from '../../../shared/project/project.ts';
import { readFlags } from '../../db/item-store.ts';
import { type WritableDb, openDatabase } from '../../db/open-database.ts';
import { PROJECT_APPLICATION_ID, projectMigrations } from '../../db/migrations/project/all.ts';
import { readProject } from '../../db/project-store.ts';
import { createTextShelf, type TextShelf } from './item-text.ts';

/** The database's name inside a project folder. */
export const PROJECT_FILE = 'project.fairmark';

/** An open project: the one connection to its database, and its folder. */
export interface ProjectSession {
  readonly root: string;
  readonly db: WritableDb;
  readonly project: Project;
  readonly texts: TextShelf;
  close(): void;
}

/**
 * Opens a project folder. Refuses with `PROJECT_NOT_FOUND`, `PROJECT_IN_USE`, `PROJECT_NEWER` or `PROJECT_DAMAGED`.
 */
export function openProjectSession(root: string): ProjectSession {
  const path = join(root, PROJECT_FILE);
  if (!existsSync(path)) throw new AppError('PROJECT_NOT_FOUND', { path: root });
  const db = openProjectDatabase(path);
  const project = readProject(db);
  if (!project) {
    db.close();
    throw new AppError('PROJECT_DAMAGED', { path: root });
  }
  return { root, db, project, texts: createTextShelf(root), close: () => db.close() };
}

/** Opens or makes the database of a project; see `openDatabase` for what is checked. */
export function openProjectDatabase(path: string): WritableDb {
  return openDatabase({
    path,
    applicationId: PROJECT_APPLICATION_ID,
    migrations: projectMigrations,
    codes: { inUse: 'PROJECT_IN_USE', newer: 'PROJECT_NEWER', damaged: 'PROJECT_DAMAGED' },
  });
}

export function labelSetFor(project: Project, medium: Medium): LabelSet {
  const labelSet = project.labelSets.find((candidate) => candidate.medium === medium);
  if (!labelSet) throw new BugError(`The project has no label set for ${medium}`);
  return labelSet;
}

/** The questions that a task asks of its item as a whole; see `questionsOf`. None without a label set for its medium. */
export function askedOf({ labelSets }: Project, item: Item, taskId: string) {
  const labelSet = labelSets.find(({ medium }) => medium === item.medium) ?? { medium: item.medium, classes: [] };
  const setting = questionSettingOf(labelSet, item, taskId);
  return { questions: questionsOf(labelSet, setting), setting };
}

/** Every flag of an item, by every flagger. */
export function itemFlags(session: ProjectSession, item: Item): readonly Flag[] {
  return flagsOf({ item, text: null, given: readFlags(session.db, item.id) });
}

/** Whether an item may be shown now. Hidden when its flags cannot be read: it fails closed. */
export function itemVisibility(session: ProjectSession, item: Item): Visibility {
  try {
    return visibilityOf(itemFlags(session, item));
  } catch {
    return 'hidden';
  }
}
