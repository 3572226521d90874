import { type Session, type WebContents, app } from 'electron';

/** Schemes that never leave the machine. */
const LOCAL_SCHEMES = new Set(['app:', 'media:', 'blob:', 'data:']);

/** A SOCKS proxy that is never there: whatever slips past every other bar still finds no way out. */
const DEAD_PROXY = 'socks5://127.0.0.1:9';

/** What a window may ask for: copying text, and showing itself in full screen. */
const ALLOWED_PERMISSIONS = new Set(['clipboard-sanitized-write', 'fullscreen']);

/**
 * Switches of Chromium that must be set before the app is ready: no host resolves, no background traffic.
 */
export function closeNetworkBeforeReady(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('disable-sync');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

/**
 * Closes a session (security.md, "nothing remote" and "permissions"): every request that is not local is cancelled,
 * the proxy leads nowhere, and every permission but two is refused. `onBlocked` hears of each cancelled address.
 */
export async function guardSession(session: Session, onBlocked: (url: string) => void): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    const { protocol } = new URL(details.url);
    const local = LOCAL_SCHEMES.has(protocol) || (!app.isPackaged && protocol === 'devtools:');
    if (!local) onBlocked(details.url);
    answer({ cancel: !local });
  });
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  await session.setProxy({ proxyRules: DEAD_PROXY, proxyBypassRules: '<-loopback>' });
}

/** Refuses every way for a page to go elsewhere or to open something. */
export function guardWebContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
