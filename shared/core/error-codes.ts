/**
 * Every refusal Fairmark can give. Adding one here makes the typecheck ask every language for its message
 * (`error.<CODE>`), which must say what to do next.
 */
export const errorCodes = [
  // the bridge
  'BAD_INPUT',
  'UNKNOWN_CHANNEL',
  'FOREIGN_SENDER',
  'INTERNAL',
  // project and storage
  'PROJECT_NOT_FOUND',
  'PROJECT_NOT_OPEN',
  'PROJECT_GONE',
  'PROJECT_IN_USE',
  'PROJECT_NEWER',
  'PROJECT_DAMAGED',
  'FOLDER_NOT_EMPTY',
  'NOTHING_TO_LABEL',
  'SOURCE_CHANGED',
  'RECORD_NOT_FOUND',
  'RECORD_IN_USE',
  'RECORD_NEWER',
  'RECORD_DAMAGED',
  'DISK_FULL',
  'DISK_READ_ONLY',
  'DISK_FAILED',
  // tasks and annotations
  'TASK_NOT_FOUND',
  'TASK_NOT_OPEN',
  'SUBMISSION_NOT_FOUND',
  'TASK_CHANGED_ELSEWHERE',
  'ANNOTATION_INVALID',
  'NOTHING_TO_UNDO',
  'NOTHING_TO_SUBMIT',
  'ANSWERS_MISSING',
  'DETAILS_MISSING',
  'SIGNED_OFF',
  'BREAK_DUE',
  'POSTPONE_USED_UP',
  'CONTENT_NOT_CHOSEN',
  'EXPOSURE_LIMIT',
  'CARE_RELIED_ON',
  // items
  'ITEM_MISSING',
  'ITEM_BROKEN',
  'ITEM_UNSUPPORTED',
  'ITEM_CHANGED',
  'SPANS_DIFFER',
  'ITEM_TOO_LARGE',
  'REVEAL_REFUSED',
  // keys and manifest
  'KEYS_MISSING',
  'KEYS_LOCKED',
  'PASSPHRASE_WRONG',
  'PASSPHRASE_TOO_SHORT',
  'KEYS_DAMAGED',
  'REASON_REQUIRED',
  'PREVIEW_OUTDATED',
  'NOTHING_TO_EXPORT',
  'PACKAGE_NOT_FOUND',
  'PACKAGE_NOT_A_BAG',
  'NOTHING_TO_IMPORT',
  'FORMAT_UNKNOWN',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
