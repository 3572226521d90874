/** Bounds on what a hostile package may cost. Beyond them there is a finding `E_LIMIT`, and nothing is read. */
export const limits = {
  files: 1_000_000,
  depth: 32,
  pathBytes: 1024,
  /** Lists of checksums and hashes. */
  listBytes: 256 * 1024 * 1024,
  keyBytes: 1024,
  keys: 20_000,
  statements: 60_000,
  rowBytes: 4096,
  annotationLineCharacters: 16 * 1024 * 1024,
  items: 5_000_000,
  /** Largest dataset, without its items, whose formats are compared with each other. */
  comparedBytes: 256 * 1024 * 1024,
  /** Findings of one format that says something else. */
  findingsAFormat: 20,
  /** Findings kept; a package that is wrong in more places is wrong enough. */
  findings: 1000,
} as const;
