import { z } from 'zod';
import { appSettingsSchema } from '../../project/app-settings.ts';
import { newProjectSchema } from '../../project/new-project.ts';
import { call } from '../call.ts';
import { folderSurveySchema, projectCardSchema, projectViewSchema } from '../views.ts';

const none = z.strictObject({});
const chosen = z.strictObject({ path: z.string().nullable() });

export const projectCalls = {
  'app.info': call(
    none,
    z.strictObject({
      version: z.string(),
      /** Folder that new projects go to. */
      projectsDir: z.string(),
      /** A project to open at once, named on the command line. */
      openPath: z.string().nullable(),
    }),
  ),
  /** The window says that a screen is interactive; for measuring the cold start. */
  'app.ready': call(z.strictObject({ screen: z.string().max(40) }), none),
  'project.list': call(none, z.strictObject({ projects: z.array(projectCardSchema) })),
  'project.sample': call(none, z.strictObject({ path: z.string() })),
  /** Asks for a folder with the system's dialog and looks for what can be labelled in it; null when cancelled. */
  'project.survey': call(none, z.strictObject({ survey: folderSurveySchema.nullable() })),
  /** Makes a project of the folder that was looked through last. */
  'project.create': call(
    z.strictObject({ surveyId: z.string().max(64), project: newProjectSchema }),
    z.strictObject({ path: z.string() }),
  ),
  /** Asks with the system's folder dialog; null when cancelled. */
  'project.choose': call(none, chosen),
  'project.open': call(z.strictObject({ path: z.string().min(1).max(4096) }), projectViewSchema),
  /** The open project with its counts as they are now; null when none is open. */
  'project.current': call(none, z.strictObject({ project: projectViewSchema.nullable() })),
  'project.close': call(none, none),
  'settings.read': call(none, appSettingsSchema),
  'settings.write': call(appSettingsSchema.partial(), appSettingsSchema),
} as const;
