import { powerMonitor } from 'electron';
import type { PowerEvent, PowerPort } from '../../shared/core/ports.ts';

/**
 * Electron's power events. Linux has no lock events, and `shutdown` exists on Linux and macOS only: nothing may rest on
 * an event that does not come. Only after the app is ready.
 */
export function systemPower(): PowerPort {
  return {
    onEvent(listener) {
      const tell = (event: PowerEvent) => () => listener(event);
      const [suspend, resume, lock, unlock, shutdown] = [
        tell('suspend'),
        tell('resume'),
        tell('lock'),
        tell('unlock'),
        tell('shutdown'),
      ];
      powerMonitor.on('suspend', suspend);
      powerMonitor.on('resume', resume);
      powerMonitor.on('lock-screen', lock);
      powerMonitor.on('unlock-screen', unlock);
      powerMonitor.on('shutdown', shutdown);
      return () => {
        powerMonitor.off('suspend', suspend);
        powerMonitor.off('resume', resume);
        powerMonitor.off('lock-screen', lock);
        powerMonitor.off('unlock-screen', unlock);
        powerMonitor.off('shutdown', shutdown);
      };
    },
  };
}
