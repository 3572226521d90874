import { type ProjectCare, projectCareSchema } from '../../shared/project/care.ts';
import { type Project, projectSchema } from '../../shared/project/project.ts';
import { type ReadableDb, type WritableDb, write } from './open-database.ts';

interface ProjectRow {
  id: string;
  name: string;
  instructions: string;
  label_sets: string;
  terms: string;
  created_at_ms: number;
}

/** Null in a database whose making was interrupted before its project was written. */
export function readProject(db: ReadableDb): Project | null {
  const row = db
    .prepare<[], ProjectRow>('SELECT id, name, instructions, label_sets, terms, created_at_ms FROM project')
    .get();
  if (!row) return null;
  return projectSchema.parse({
    id: row.id,
    name: row.name,
    instructions: row.instructions,
    labelSets: JSON.parse(row.label_sets),
    terms: JSON.parse(row.terms),
    createdAt: row.created_at_ms,
  });
}

export function insertProject(db: WritableDb, project: Project): void {
  write(db, () =>
    db
      .prepare(
        `INSERT INTO project (only_row, id, name, instructions, label_sets, terms, created_at_ms)
         VALUES (1, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        project.id,
        project.name,
        project.instructions,
        JSON.stringify(project.labelSets),
        JSON.stringify(project.terms),
        project.createdAt,
      ),
  );
}

/** What the requester set for those who work here. */
export function readCare(db: ReadableDb): ProjectCare {
  const row = db.prepare<[], { care: string }>('SELECT care FROM project').get();
  return projectCareSchema.parse(JSON.parse(row?.care ?? ''));
}

/** Overwrites it; `care-service.ts` sees to it that nothing is taken back that somebody relies on. */
export function writeCare(db: WritableDb, care: ProjectCare): void {
  write(db, () => db.prepare('UPDATE project SET care = ?').run(JSON.stringify(care)));
}

/** When this worker accepted the terms; null before the first task. */
export function readTermsAcceptedAt(db: ReadableDb): number | null {
  const row = db.prepare<[], { terms_accepted_at_ms: number | null }>('SELECT terms_accepted_at_ms FROM project').get();
  return row?.terms_accepted_at_ms ?? null;
}

/** What the worker had been told when they accepted; null before that, and where it was not kept yet. */
export function readAcceptedCare(db: ReadableDb): ProjectCare | null {
  const row = db.prepare<[], { care: string | null }>('SELECT accepted_care AS care FROM project').get();
  return row?.care ? projectCareSchema.parse(JSON.parse(row.care)) : null;
}

/** Keeps the first acceptance, and what had been said until then: a later call changes nothing. */
export function acceptTerms(db: WritableDb, atMs: number): void {
  write(db, () =>
    db
      .prepare(`UPDATE project SET terms_accepted_at_ms = ?, accepted_care = care WHERE terms_accepted_at_ms IS NULL`)
      .run(atMs),
  );
}
