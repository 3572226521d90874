import type { FormatLosses } from '../../dataset/losses.ts';
import type { DatasetSnapshot } from '../../dataset/snapshot.ts';
import type { DatasetManifest } from '../statements/dataset-manifest.ts';

/** A file of the package with its digest. */
export interface PackagedFile {
  /** From the package's root, `/`-separated. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Everything that the package's documents for people and catalogues are written from. */
export interface PackageDescription {
  readonly manifest: DatasetManifest;
  /** Fingerprint of the requester's key. */
  readonly fingerprint: string;
  /** The manifest's envelope as a file. */
  readonly manifestFile: PackagedFile;
  /** The requester's own words about the dataset; may be empty. */
  readonly text: string;
  readonly formats: readonly { readonly id: string; readonly title: string }[];
  /** Files in `data/`. */
  readonly dataFiles: readonly PackagedFile[];
  readonly content: ContentSummary;
  /** True if the workers' own statements are in the package. */
  readonly hasStatements: boolean;
  readonly losses: readonly FormatLosses[];
}

/** What is in the dataset, in numbers. */
export interface ContentSummary {
  readonly images: number;
  readonly texts: number;
  readonly annotations: number;
  readonly languages: readonly string[];
  /** In the order of the label sets. */
  readonly classes: readonly { readonly name: string; readonly annotations: number }[];
}

export function summariseContent({ labelSets, entries }: DatasetSnapshot): ContentSummary {
  const annotations = entries.flatMap((entry) => entry.annotations);
  const counts = new Map<string, number>();
  for (const { classId } of annotations) counts.set(classId, (counts.get(classId) ?? 0) + 1);
  return {
    images: entries.filter(({ item }) => item.medium === 'image').length,
    texts: entries.filter(({ item }) => item.medium === 'text').length,
    annotations: annotations.length,
    languages: [...new Set(entries.flatMap(({ item }) => item.language ?? []))].toSorted(),
    classes: labelSets
      .toSorted((a, b) => (a.medium < b.medium ? -1 : 1))
      .flatMap(({ classes }) => classes)
      .map(({ id, name }) => ({ name, annotations: counts.get(id) ?? 0 })),
  };
}
