import { z } from 'zod';
import { type FlagCategory, flagCategorySchema } from '../content/flag.ts';
import {
  limitShape,
  looserLimits,
  type ProjectLimitName,
  projectLimitNames,
  stricterLimit,
  stricterLimits,
} from './limits.ts';

/** What the requester says of a category of sensitive content before any work. */
export const disclosedSchema = z.strictObject({
  category: flagCategorySchema,
  /** The worst to be expected. */
  severity: z.int().min(1).max(3),
  /** Expected share of the tasks, in basis points. */
  shareBp: z.int().min(1).max(10_000),
});
export type Disclosed = Readonly<z.infer<typeof disclosedSchema>>;

/** A requester's limits, in the ranges of the worker's own. */
export const projectLimitsSchema = z
  .strictObject(limitShape)
  .pick({
    restDueMinutes: true,
    restGateMinutes: true,
    restLengthMinutes: true,
    longLengthMinutes: true,
    dayGateHours: true,
    weekGateHours: true,
    flaggedSessionMinutes: true,
    flaggedDayMinutes: true,
  })
  .partial();

/** How a project takes care of those who work on it: what it says of its content, and limits stricter than their own. */
export const projectCareSchema = z.strictObject({
  disclosed: z.array(disclosedSchema).max(flagCategorySchema.options.length).readonly(),
  limits: projectLimitsSchema.readonly(),
});
export type ProjectCare = z.infer<typeof projectCareSchema>;

export const noCare: ProjectCare = { disclosed: [], limits: {} };

/**
 * Both together, each point the stricter of the two. A requester can say more and ask for stricter limits at any time,
 * and never take anything back: a worker may have relied on it.
 */
export function tightenedCare(care: ProjectCare, more: ProjectCare): ProjectCare {
  const byCategory = new Map<FlagCategory, Disclosed>();
  for (const said of [...care.disclosed, ...more.disclosed]) {
    const known = byCategory.get(said.category);
    byCategory.set(said.category, {
      category: said.category,
      severity: Math.max(said.severity, known?.severity ?? 0),
      shareBp: Math.max(said.shareBp, known?.shareBp ?? 0),
    });
  }
  return {
    disclosed: [...byCategory.values()].toSorted((a, b) => (a.category < b.category ? -1 : 1)),
    limits: stricterLimits(care.limits, more.limits),
  };
}

/** What all of several were told: only what each of them was, and the weakest of it. */
export function commonCare([first, ...others]: readonly ProjectCare[]): ProjectCare {
  if (!first) return noCare;
  return others.reduce<ProjectCare>(
    (common, { disclosed, limits }) => ({
      disclosed: common.disclosed.flatMap((said) => {
        const other = disclosed.find(({ category }) => category === said.category);
        if (!other) return [];
        const { severity, shareBp } = said;
        return {
          category: said.category,
          severity: Math.min(severity, other.severity),
          shareBp: Math.min(shareBp, other.shareBp),
        };
      }),
      limits: looserLimits(common.limits, limits),
    }),
    tightenedCare(noCare, first),
  );
}

/** True if nothing of `before` was taken back or made weaker since. */
export function isKept(before: ProjectCare, since: ProjectCare): boolean {
  const limit = (care: ProjectCare, name: ProjectLimitName): number | undefined => care.limits[name];
  return (
    before.disclosed.every(({ category, severity, shareBp }) =>
      since.disclosed.some(
        (said) => said.category === category && said.severity >= severity && said.shareBp >= shareBp,
      ),
    ) &&
    projectLimitNames.every((name) => {
      const [was, is] = [limit(before, name), limit(since, name)];
      return was === undefined || (is !== undefined && stricterLimit(name, was, is) === is);
    })
  );
}
