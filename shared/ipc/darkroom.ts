/** What the darkroom is asked to make from the bytes of one image. */
export interface DarkroomJob {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly mime: string;
  /** True for an item that may not be shown: nothing sharp then leaves the darkroom, not even a thumbnail. */
  readonly hidden: boolean;
}

/** JPEG pictures made from it; sizes in pixels of the upright image. */
export type DarkroomReply =
  | {
      readonly id: number;
      readonly ok: true;
      readonly width: number;
      readonly height: number;
      readonly thumbnail: Uint8Array;
      /** Only made for hidden items. */
      readonly derivative: Uint8Array | null;
    }
  | { readonly id: number; readonly ok: false };
