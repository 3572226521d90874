import type { Flag } from '../../../shared/content/flag.ts';

/** A flagged item that is open before the worker. */
export interface OpenedItem {
  readonly projectId: string;
  readonly taskId: string;
  readonly title: string;
  readonly flags: readonly Flag[];
}

/** What tasks ask before a flagged item comes before the worker. Items without flags never meet it. */
export interface FlaggedGate {
  /** Why such an item may not be opened now; null when it may. */
  refusal(flags: readonly Flag[]): 'CONTENT_NOT_CHOSEN' | 'EXPOSURE_LIMIT' | null;
  /** An item is open, flagged or not. The same task again changes nothing but what is known of its flags. */
  opened(item: OpenedItem): void;
  closed(): void;
}

/** Lets everything through and counts nothing. */
export const openGate: FlaggedGate = { refusal: () => null, opened: () => undefined, closed: () => undefined };
