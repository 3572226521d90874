import type { ShownItem } from '../../../shared/content/own-notes.ts';
import type { ExposureNote } from '../../../shared/time/journal-record.ts';
import { CREDIT_LIMIT_MS } from '../../../shared/time/limits.ts';
import type { OpenedItem } from './flagged-gate.ts';

/** Time with a flagged item open is written down this often, so that a crash loses little of it. */
const FLUSH_MS = 30_000;

export interface OpenItemPorts {
  /** Whether the item is before the person now. */
  readonly isBefore: () => boolean;
  /** Writes to the journal. */
  readonly note: (part: Partial<ExposureNote>) => void;
  readonly monoMs: () => number;
  readonly wallMs: () => number;
}

/** A flagged item that is open: how long it is before somebody, and what of it was unveiled. */
export class OpenItem {
  readonly item: OpenedItem;
  readonly #ports: OpenItemPorts;
  #shown: ShownItem | null = null;
  /** Whether the journal has it among the flagged items. */
  #counted = false;
  #pendingMs = 0;
  #lookedAtMs: number;
  /** Whether the item was before the person when it was looked last, and so has been since. */
  #before: boolean;

  constructor(item: OpenedItem, ports: OpenItemPorts) {
    this.item = item;
    this.#ports = ports;
    this.#lookedAtMs = ports.monoMs();
    this.#before = ports.isBefore();
  }

  /** The worker's own note of it, so far; null while signed off, when nothing is written. */
  get shown(): ShownItem | null {
    return this.#shown;
  }

  /** It is before somebody whose time is recorded. */
  begin(): void {
    if (this.#shown) return;
    const { projectId, taskId, title, flags } = this.item;
    const categories = [...new Set(flags.map(({ category }) => category))].toSorted();
    const severity = Math.max(...flags.map((flag) => flag.severity));
    const counts = { openMs: 0, unveiledMs: 0, reveals: 0 };
    this.#shown = { atMs: this.#ports.wallMs(), projectId, taskId, title, categories, severity, ...counts };
    if (!this.#counted) this.#ports.note({ flaggedItems: 1 });
    this.#counted = true;
  }

  /** Called with each beat and each change: credits the time since the last one if the item was before the person then. */
  look(): void {
    const { monoMs, isBefore } = this.#ports;
    const now = monoMs();
    const passedMs = Math.min(Math.max(0, now - this.#lookedAtMs), CREDIT_LIMIT_MS);
    const counts = this.#before;
    this.#lookedAtMs = now;
    this.#before = isBefore();
    if (!counts) return;
    this.#pendingMs += passedMs;
    if (this.#shown) this.#shown = { ...this.#shown, openMs: this.#shown.openMs + Math.round(passedMs) };
    if (this.#pendingMs >= FLUSH_MS) this.#flush();
  }

  /** A reveal of it ended, or a hazard was found in it. */
  saw({ unveiledMs, lensReveals, fullReveals }: ExposureNote): void {
    if (!this.#shown) return;
    const { unveiledMs: before, reveals } = this.#shown;
    this.#shown = { ...this.#shown, unveiledMs: before + unveiledMs, reveals: reveals + lensReveals + fullReveals };
  }

  /** Counts what is left of its time so far and answers with the note of it, to be kept; null when there is none. */
  settle(): ShownItem | null {
    this.look();
    this.#flush();
    const shown = this.#shown;
    this.#shown = null;
    return shown;
  }

  #flush(): void {
    if (this.#pendingMs === 0) return;
    const openMs = Math.round(this.#pendingMs);
    this.#pendingMs = 0;
    this.#ports.note({ openMs });
  }
}
