import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** How an app is started, and the page that counts. */
export interface WindowStart {
  readonly executable: string;
  readonly args: readonly string[];
  /** The page's address begins with this; other windows (a hidden darkroom) do not count. */
  readonly page: string;
  /** The value of `data-ready` on the page's root element that ends the measurement. */
  readonly ready: string;
}

const startWithinMs = 60_000;
const endWithinMs = 10_000;
const pollMs = 4;

/**
 * Starts a process and waits until its page says that it is ready. Asked through the DevTools protocol every few
 * milliseconds, with no test driver in between, so that both sides of a comparison pay the same small price.
 *
 * @returns milliseconds from spawn to ready; the process has ended when the promise settles.
 */
export async function timeWindowStart(start: WindowStart): Promise<number> {
  const started = performance.now();
  const child = spawn(start.executable, ['--remote-debugging-port=0', ...start.args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  try {
    const limit = AbortSignal.timeout(startWithinMs);
    const browser = await devToolsAddress(child, said, limit);
    const page = await connect(await pageAddress(browser, start.page, limit));
    const expression = `document.documentElement.dataset.ready === ${JSON.stringify(start.ready)}`;
    while ((await page.evaluate(expression)) !== true) {
      limit.throwIfAborted();
      await sleep(pollMs);
    }
    const took = performance.now() - started;
    page.close();
    await endKindly(child, browser);
    return took;
  } catch (error) {
    throw new Error(`The window was not ready. It said:\n${said.join('').slice(-2000)}`, { cause: error });
  } finally {
    child.kill('SIGKILL');
  }
}

/** Chromium tells on standard error where its DevTools listen. */
function devToolsAddress(child: ChildProcess, said: string[], limit: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    limit.addEventListener('abort', () => reject(new Error('No DevTools address in time')), { once: true });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`It ended with code ${code}`)));
    child.stderr?.on('data', (chunk) => {
      said.push(String(chunk));
      const address = /DevTools listening on (ws:\S+)/.exec(said.join(''))?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

async function pageAddress(browser: string, wanted: string, limit: AbortSignal): Promise<string> {
  const list = new URL('/json/list', browser.replace(/^ws:/, 'http:'));
  for (;;) {
    const targets: { type: string; url: string; webSocketDebuggerUrl: string }[] = await (
      await fetch(list, { signal: limit })
    ).json();
    const page = targets.find(({ type, url }) => type === 'page' && url.startsWith(wanted));
    if (page) return page.webSocketDebuggerUrl;
    await sleep(pollMs, undefined, { signal: limit });
  }
}

async function endKindly(child: ChildProcess, browser: string): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const connection = await connect(browser);
  connection.tell('Browser.close');
  await Promise.race([ended, sleep(endWithinMs, undefined, { ref: false })]);
  connection.close();
}

interface Connection {
  evaluate(expression: string): Promise<unknown>;
  tell(method: string): void;
  close(): void;
}

/** A DevTools connection that knows the three things needed here. */
async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`No connection to ${address}`)), { once: true });
  });
  let lastId = 0;
  const send = (method: string, params: object = {}): number => {
    lastId += 1;
    socket.send(JSON.stringify({ id: lastId, method, params }));
    return lastId;
  };
  return {
    evaluate(expression) {
      const id = send('Runtime.evaluate', { expression, returnByValue: true });
      return new Promise((resolve) => {
        const onMessage = ({ data }: MessageEvent): void => {
          const message = JSON.parse(String(data));
          if (message.id !== id) return;
          socket.removeEventListener('message', onMessage);
          resolve(message.result?.result?.value);
        };
        socket.addEventListener('message', onMessage);
      });
    },
    tell: (method) => void send(method),
    close: () => socket.close(),
  };
}
