import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { channels, eventNames } from '../../shared/ipc/channels.ts';
import { type LaunchedApp, launchApp } from '../support/launch-app.ts';
import '../support/window-bridge.ts';

/**
 * The Electron table of the security design, a test a row, against the real window. The page is treated as hostile:
 * whatever it tries must fail.
 */
test.describe('a hostile page', () => {
  let launched: LaunchedApp;
  let projectsDir: string;
  let server: Server;
  /** Connections that reached a server on this machine: the page must never make one. */
  let contacts: string[];
  let origin: string;

  test.beforeAll(async () => {
    contacts = [];
    server = createServer((request, response) => {
      contacts.push(request.url ?? '');
      response.end('reached');
    });
    server.on('connection', () => contacts.push('connection'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    projectsDir = await mkdtemp(join(tmpdir(), 'fairmark-projects-'));
    launched = await launchApp({ args: [`--projects-dir=${projectsDir}`, '--open-sample'] });
    await launched.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'browse');
  });

  test.afterAll(async () => {
    await launched.close();
    server.close();
    await rm(projectsDir, { recursive: true, force: true });
  });

  test('has no Node, no require, no module', async () => {
    const found = await launched.page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer'].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
  });

  test('is sandboxed, isolated and under web security, and so is every other page of the app', async () => {
    // the darkroom opens with the first thumbnail
    await launched.page.waitForFunction(() =>
      [...document.querySelectorAll('img')].some((image) => image.complete && image.naturalWidth > 0),
    );
    const preferences = await launched.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // the one way to ask a page what it was given; Electron does not list it among its types
        const asked = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity } = asked.getLastWebPreferences();
        const spellcheck = contents.session.isSpellCheckerEnabled();
        return { sandbox, contextIsolation, nodeIntegration, webSecurity, spellcheck };
      }),
    );
    // the window and the darkroom
    expect(preferences.length).toBeGreaterThanOrEqual(2);
    for (const page of preferences) {
      expect(page).toEqual({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
      });
    }
  });

  test('sees exactly the bridge, frozen', async () => {
    const bridge = await launched.page.evaluate(() => ({
      names: Object.keys(window.bridge).toSorted(),
      frozen: Object.isFrozen(window.bridge),
      replaced: Reflect.set(window, 'bridge', {}),
    }));
    expect(bridge.names).toEqual([...channels, ...eventNames.map((name) => `on:${name}`)].toSorted());
    expect(bridge.frozen).toBe(true);
    expect(bridge.replaced).toBe(false);
  });

  test('gets a payload from an event, and never the event itself', async () => {
    const keys = await launched.page.evaluate(async () => {
      const { promise, resolve } = Promise.withResolvers<unknown[]>();
      const stop = window.bridge['on:time.changed']((...given: unknown[]) => resolve(given));
      void window.bridge['time.signon']({});
      const given = await promise;
      stop();
      return { count: given.length, names: Object.keys(given[0] as object).toSorted() };
    });
    expect(keys).toEqual({ count: 1, names: ['pay', 'time'] });
  });

  test('is served a strict content security policy with every file', async () => {
    const headers = await launched.app.evaluate(async ({ net }) => {
      const response = await net.fetch('app://main/index.html');
      return Object.fromEntries(response.headers.entries());
    });
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split('; ').map((rule) => {
        const [name = '', ...values] = rule.split(' ');
        return [name, values.join(' ')] as const;
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('trusted-types')).toBe('default');
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-src', 'frame-ancestors', 'worker-src']) {
      expect([name, policy.get(name)]).toEqual([name, "'none'"]);
    }
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(headers['content-security-policy']).not.toMatch(/\*|unsafe-|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('cannot run inline script, handlers, eval or new Function', async () => {
    const ran = await launched.page.evaluate(async () => {
      const marks: string[] = [];
      const mark = (name: string): void => void marks.push(name);
      Object.assign(globalThis, { mark });
      const dataScript: string = 'data:text/javascript,mark("data import")';
      const tries: (() => unknown)[] = [
        () => {
          const script = document.createElement('script');
          script.text = 'mark("inline script")';
          document.body.append(script);
        },
        () => document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="mark(\'handler\')">'),
        () => {
          const button = document.createElement('button');
          button.setAttribute('onclick', 'mark("attribute")');
          button.click();
        },
        () => (0, eval)('mark("eval")'),
        () => new Function('mark("new Function")')(),
        () => setTimeout('mark("timeout")', 0),
        () => import(dataScript),
        () => new Worker('data:text/javascript,1'),
        () => mark('the page itself'),
      ];
      // from a timer: what a debugger evaluates directly is exempt from the policy, the page itself is not
      for (const attempt of tries) setTimeout(attempt, 0);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return marks;
    });
    expect(ran).toEqual(['the page itself']);
  });

  test('reaches nothing on the network, whichever way it tries', async () => {
    const reached = await launched.page.evaluate(async (target) => {
      const answers: string[] = [];
      const tries: Record<string, () => unknown> = {
        fetch: () => fetch(target).then(() => answers.push('fetch')),
        xhr: () =>
          new Promise((resolve) => {
            const request = new XMLHttpRequest();
            request.onload = () => answers.push('xhr');
            request.onloadend = resolve;
            request.open('GET', target);
            request.send();
          }),
        image: () =>
          new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve(answers.push('image'));
            image.onerror = resolve;
            image.src = `${target}/image.png`;
          }),
        beacon: () => navigator.sendBeacon(target, 'x'),
        socket: () =>
          new Promise((resolve) => {
            const socket = new WebSocket(target.replace('http', 'ws'));
            socket.onopen = () => resolve(answers.push('socket'));
            socket.onerror = resolve;
          }),
        style: () => {
          const style = document.createElement('style');
          style.textContent = `@import url("${target}/a.css"); body { background: url("${target}/b.png") }`;
          document.head.append(style);
          style.remove();
        },
        prefetch: () => {
          const link = document.createElement('link');
          link.rel = 'prefetch';
          link.href = `${target}/c`;
          document.head.append(link);
        },
        rtc: async () => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(target).host}` }] });
          peer.onicecandidate = ({ candidate }) => {
            if (candidate && !candidate.candidate.includes('.local')) answers.push(candidate.candidate);
          };
          peer.createDataChannel('x');
          await peer.setLocalDescription(await peer.createOffer());
          await new Promise((resolve) => setTimeout(resolve, 500));
          peer.close();
        },
      };
      for (const attempt of Object.values(tries)) {
        try {
          await attempt();
        } catch {
          // refused, as it should be
        }
      }
      return answers;
    }, origin);
    const fromMain = await launched.app.evaluate(async ({ net, session }, target) => {
      const answers: string[] = [];
      for (const ask of [() => net.fetch(target), () => session.defaultSession.fetch(target)]) {
        try {
          await ask();
          answers.push('answered');
        } catch {
          // refused, as it should be
        }
      }
      return answers;
    }, origin);
    expect({ reached, fromMain, contacts }).toEqual({ reached: [], fromMain: [], contacts: [] });
  });

  test('goes nowhere and opens nothing', async () => {
    const before = await launched.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    const url = launched.page.url();
    const opened = await launched.page.evaluate(async (target) => {
      const handles: unknown[] = [];
      const anchor = (attributes: Record<string, string>): void => {
        const link = document.createElement('a');
        for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
        document.body.append(link);
        link.click();
        link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));
        link.remove();
      };
      const tries: (() => unknown)[] = [
        () => handles.push(window.open(target)),
        () => handles.push(window.open('about:blank')),
        () => anchor({ href: target }),
        () => anchor({ href: target, target: '_blank' }),
        () => anchor({ href: 'file:///etc/passwd' }),
        () => anchor({ href: target, download: 'x' }),
        () => {
          const form = document.createElement('form');
          form.action = target;
          document.body.append(form);
          form.submit();
        },
        () => {
          const meta = document.createElement('meta');
          meta.httpEquiv = 'refresh';
          meta.content = `0;url=${target}`;
          document.head.append(meta);
        },
        () => {
          const frame = document.createElement('iframe');
          frame.src = target;
          document.body.append(frame);
        },
        () => document.body.append(document.createElement('webview')),
        () => location.assign(target),
        () => location.replace('file:///etc/passwd'),
        () => (location.href = 'data:text/html,gone'),
        () => (location.href = 'app://darkroom/index.html'),
      ];
      for (const attempt of tries) {
        try {
          attempt();
        } catch {
          // refused, as it should be
        }
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      return handles.filter((handle) => handle !== null).length;
    }, origin);
    expect(opened).toBe(0);
    expect(launched.page.url()).toBe(url);
    expect(await launched.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(before);
    expect(contacts).toEqual([]);
  });

  test('has no menu that reloads it, leads out of the app or moves it under the hand', async () => {
    const found = await launched.app.evaluate(({ BrowserWindow, Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
      const [window] = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
      return {
        roles: [...new Set(items.map(({ role }) => role))],
        isBarSeen: window?.isMenuBarVisible(),
        comesWithAlt: window?.isMenuBarAutoHide(),
      };
    });
    // the developer tools are there in development alone
    expect(found).toEqual({
      roles: ['zoomin', 'zoomout', 'resetzoom', 'togglefullscreen', 'toggledevtools'],
      isBarSeen: false,
      comesWithAlt: false,
    });
  });

  test('is granted no camera, no place, no notification, no clipboard reading', async () => {
    const answers = await launched.page.evaluate(async () => {
      const tries: Record<string, () => Promise<unknown>> = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        screen: () => navigator.mediaDevices.getDisplayMedia(),
        clipboard: () => navigator.clipboard.readText(),
        place: () =>
          new Promise((resolve, reject) =>
            navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 2000 }),
          ),
        notification: async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
        },
      };
      const granted: string[] = [];
      for (const [name, ask] of Object.entries(tries)) {
        try {
          await ask();
          granted.push(name);
        } catch {
          // refused, as it should be
        }
      }
      return granted;
    });
    expect(answers).toEqual([]);
  });

  test('is served its own bundled files and nothing else', async () => {
    const statuses = await launched.app.evaluate(async ({ net }) => {
      const asked = [
        'app://main/../../package.json',
        'app://main/%2e%2e/%2e%2e/package.json',
        'app://main/..%2f..%2fpackage.json',
        'app://main/etc/passwd',
        'app://other/index.html',
        'app://darkroom/../main/main.cjs',
        'media://item/',
        'media://item/guess',
        'media://../../../etc/passwd',
      ];
      return Promise.all(asked.map(async (url) => (await net.fetch(url).catch(() => ({ status: 404 }))).status));
    });
    expect(new Set(statuses)).toEqual(new Set([404]));
  });

  test('in another window of the same app is refused every call', async () => {
    const answers = await launched.app.evaluate(async ({ BrowserWindow, app }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL('app://main/index.html');
      const codes: unknown = await foreign.webContents.executeJavaScript(
        `Promise.all(Object.keys(bridge).filter((name) => !name.startsWith('on:')).map((name) => bridge[name]({})))
           .then((all) => [...new Set(all.map((answer) => answer.ok ? 'answered' : answer.error.code))])`,
      );
      foreign.destroy();
      return codes;
    });
    expect(answers).toEqual(['FOREIGN_SENDER']);
  });
});
