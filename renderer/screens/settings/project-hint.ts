import { type LimitName, type ProjectLimits, stricterLimit } from '../../../shared/project/limits.ts';
import type { Say } from '../../../shared/i18n/say.ts';
import { useSession } from '../../app/use-session.ts';
import type { Format } from '../../ui/format.ts';
import { limitText } from '../../wellbeing/limit-words.ts';

const none: ProjectLimits = {};

/** The limits of the project that is open. */
export function useProjectLimits(): ProjectLimits {
  return useSession((session) => session.project?.care.limits ?? none);
}

/** A limit's hint; where the open project asks for a stricter one, with that, because it is what holds. */
export function withProjectHint(
  hint: string,
  { name, own, asked }: { readonly name: LimitName; readonly own: number; readonly asked: number | undefined },
  say: Say,
  format: Format,
): string {
  if (name === 'nightFromHour' || asked === undefined || stricterLimit(name, own, asked) === own) return hint;
  return `${hint} ${say('settings.projectAsks', { value: limitText(name, asked, format) })}`.trim();
}
