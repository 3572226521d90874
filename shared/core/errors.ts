import type { ErrorCode } from './error-codes.ts';

/** Facts a message may name: ids, counts, paths inside the project. Never keys, tokens or file contents. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/**
 * An expected refusal. Its code is one of `error-codes.ts`, and each code has a message under the i18n key
 * `error.<CODE>` that says what happened and what to do next.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** A fault of Fairmark itself. Never shown as the user's fault. */
export class BugError extends Error {
  override readonly name = 'BugError';
}

/**
 * One thing noticed while reading, writing or verifying. Findings are collected, all of them, never thrown. They hold no
 * words: those of each reason are messages of every language (i18n/reason.ts).
 */
export type Finding<Code extends string, Why extends { readonly reason: string }> = {
  readonly code: Code;
  /** Where: a path inside the project, package or document, `/`-separated; empty for the whole. */
  readonly path: string;
} & Why;
