import { app, powerMonitor } from 'electron';
import { composeApp } from './compose.ts';
import { dangerousSwitch, EXIT_CONFIG } from './dangerous-switches.ts';
import { registerSchemes } from './media/protocol.ts';
import { closeNetworkBeforeReady } from './session.ts';

// First of all: a packaged app does not start under someone else's control.
const refused = app.isPackaged ? dangerousSwitch(process.argv) : null;
if (refused !== null) {
  process.stderr.write(`Fairmark does not start with --${refused}.\n`);
  process.exit(EXIT_CONFIG);
}

registerSchemes();
closeNetworkBeforeReady();

// One app a profile: the record has one writer. A second start shows the window of the first.
if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(async () => {
    const running = await composeApp();
    app.on('second-instance', () => running.showWindow());
    app.on('activate', () => running.showWindow());
    powerMonitor.on('lock-screen', () => running.hideContent());
    powerMonitor.on('suspend', () => running.hideContent());
    app.on('will-quit', () => running.stop());
  });
  app.on('window-all-closed', () => app.quit());
} else {
  app.quit();
}
