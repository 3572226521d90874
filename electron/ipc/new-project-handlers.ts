import { basename } from 'node:path';
import { AppError } from '../../shared/core/errors.ts';
import type { Handlers } from '../../shared/ipc/dispatch.ts';
import { freeProjectFolder, makeOwnProject } from '../services/project/make-own-project.ts';
import { type FolderSurvey, surveyFolder } from '../services/project/own-files.ts';

interface NewProjectPorts {
  readonly projectsDir: string;
  readonly makeId: (prefix: string) => string;
  readonly wallMs: () => number;
  /** The system's folder dialog; null when cancelled. */
  readonly chooseFolder: () => Promise<string | null>;
}

const MOST_TOLD = 50;

/** The calls that make a project of somebody's own files. Only a folder that a person chose is ever read. */
export function newProjectHandlers({
  projectsDir,
  makeId,
  wallMs,
  chooseFolder,
}: NewProjectPorts): Pick<Handlers, 'project.survey' | 'project.create'> {
  let last: { readonly id: string; readonly survey: FolderSurvey } | null = null;
  return {
    'project.survey': async () => {
      const folder = await chooseFolder();
      if (folder === null) return { survey: null };
      const survey = await surveyFolder(folder);
      if (survey.files.length === 0) throw new AppError('NOTHING_TO_LABEL');
      last = { id: makeId('survey'), survey };
      const { files, aside } = survey;
      const images = files.filter(({ medium }) => medium === 'image').length;
      return {
        survey: {
          id: last.id,
          folder,
          name: basename(folder).slice(0, 200) || folder.slice(0, 200),
          images,
          texts: files.length - images,
          aside: aside.length,
          told: aside.slice(0, MOST_TOLD),
        },
      };
    },
    'project.create': async ({ surveyId, project }) => {
      if (last?.id !== surveyId) throw new AppError('SOURCE_CHANGED');
      const dir = await freeProjectFolder(projectsDir, project.name);
      await makeOwnProject(dir, { ...project, id: makeId('project'), createdAt: wallMs() }, last.survey);
      return { path: dir };
    },
  };
}
