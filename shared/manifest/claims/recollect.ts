import { noCare } from '../../project/care.ts';
import type { JsonValue } from '../../dataset/strict-json.ts';
import { canonicalJson } from '../encoding/canonical-json.ts';
import type { ManifestSources } from '../labour.ts';
import type { VerificationCode, VerificationFinding } from '../report.ts';
import type { DatasetManifest } from '../statements/dataset-manifest.ts';
import { type Evidence, fault } from './claim.ts';

/**
 * The sources of a manifest as a verifier can restore them: labour from the workers' own statements, content from the
 * dataset, and the rest, which nothing can contradict, from the manifest. Null unless everything was opened.
 */
export function restoreSources(manifest: DatasetManifest, evidence: Evidence): ManifestSources | null {
  const [first] = evidence.workers;
  if (!evidence.opened || !first || !evidence.rows || !evidence.content) return null;
  const { project, roles, terms } = first.enrolment.statement.predicate;
  return {
    project,
    dataset: manifest.dataset,
    release: manifest.release,
    tool: manifest.tool,
    requesterKeyId: roles.find(({ role }) => role === 'requester')?.keyId ?? '',
    terms,
    termsSha256: first.enrolment.statement.subject[0]?.digest.sha256 ?? '',
    care: manifest.care?.atRelease ?? noCare,
    referenceWage: manifest.referenceWage,
    workers: evidence.workers,
    rows: evidence.rows,
    content: evidence.content,
    fileCount: evidence.dataFiles.size,
  };
}

/** A finding for every field of a claim that comes out differently when it is collected again. */
export function recollected<Section extends object>(args: {
  readonly claim: { collect(sources: ManifestSources): Section };
  readonly manifest: DatasetManifest;
  readonly evidence: Evidence;
  readonly code: VerificationCode;
}): readonly VerificationFinding[] {
  const { claim, manifest, evidence, code } = args;
  const sources = restoreSources(manifest, evidence);
  if (!sources) return [];
  const section = claim.collect(sources) as Record<string, JsonValue>;
  const signed = manifest as unknown as Record<string, JsonValue>;
  return Object.keys(section)
    .flatMap((field) => differences(section[field] as JsonValue, signed[field] as JsonValue, field))
    .map((path) => fault(code, path, 'notRecollected'));
}

/** Paths, `/`-separated, at which two values differ. */
export function differences(expected: JsonValue, actual: JsonValue, path: string): readonly string[] {
  if (isRecord(expected) && isRecord(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].toSorted();
    return keys.flatMap((key) => differences(expected[key] ?? null, actual[key] ?? null, `${path}/${key}`));
  }
  return canonicalJson(expected) === canonicalJson(actual) ? [] : [path];
}

function isRecord(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
