import type { Bridge } from '../../shared/ipc/bridge.ts';

declare global {
  interface Window {
    /** What the preload script gives to the page; tests call it inside `page.evaluate`. */
    readonly bridge: Bridge;
  }
}
