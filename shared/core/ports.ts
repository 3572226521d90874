/**
 * One reading of every clock, taken together.
 *
 * No single one can be trusted: the monotonic clock stops during a Linux suspend, the boot clock does not, wall
 * time jumps. The main process alone reads them; a renderer's timestamps are never mixed in.
 */
export interface ClockReading {
  /** Monotonic milliseconds (`process.hrtime`); only differences within one boot and one process mean anything. */
  readonly monoMs: number;
  /** Milliseconds since boot, suspend included (`os.uptime`). */
  readonly bootMs: number;
  /** Names this boot of the machine; another value means that it was restarted. */
  readonly bootId: string;
  /** Unix milliseconds. For people to read; never enters a duration. */
  readonly wallMs: number;
  /** IANA time zone, e.g. `Europe/Vienna`. */
  readonly zone: string;
}

export interface ClockPort {
  read(): ClockReading;
}

export type PowerEvent = 'suspend' | 'resume' | 'lock' | 'unlock' | 'shutdown';

export interface PowerPort {
  /** Calls back with each event; returns the function that stops it. */
  onEvent(listener: (event: PowerEvent) => void): () => void;
}

/** System-wide idle time. `null` where the system cannot tell (Wayland, bare servers): then only input in the app counts. */
export interface IdlePort {
  idleForMs(): number | null;
}

/** Cryptography that the host lends to the pure code of `shared/`. */
export interface CryptoPort {
  sha256(bytes: Uint8Array): Uint8Array;
  /** RFC 8032 Ed25519 over a raw 32-byte public key; callers refuse weak keys before they ask. */
  verifyEd25519(args: { publicKey: Uint8Array; message: Uint8Array; signature: Uint8Array }): boolean;
}
