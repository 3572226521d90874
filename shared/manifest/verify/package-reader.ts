import type { VerificationFinding } from '../report.ts';

/** A regular file of a package. */
export interface FoundFile {
  /** From the package's root, `/`-separated, already checked by `pathFault`. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * A package (or a folder of openings) as the host lets us see it. The host opens nothing but what it listed: regular
 * files under its root, no links. Everything in them is a stranger's.
 */
export interface PackageReader {
  /** Every regular file; what is no regular file, or has an odd path, or is too much, comes as a finding. */
  list(): Promise<{ readonly files: readonly FoundFile[]; readonly findings: readonly VerificationFinding[] }>;
  /** The whole content; null if the file is not there, longer than `limitBytes`, or cannot be read. */
  read(path: string, limitBytes: number): Promise<Uint8Array | null>;
  /** SHA-256 in hex of a listed file, read as a stream; null if it cannot be read (any more). */
  sha256(path: string): Promise<string | null>;
  /** The content of a listed file in pieces. */
  chunks(path: string): AsyncIterable<Uint8Array>;
}
