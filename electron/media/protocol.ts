import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import type { MediaSource } from '../services/media/media-source.ts';

/**
 * Content security policy of every page. Scripts and styles come from our own bundle alone; React and Mantine set
 * styles through CSSOM, which no policy has to allow. One Trusted Types policy, see `renderer/trusted-types.ts`.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' media: blob:",
  "font-src 'self'",
  'connect-src media:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "worker-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

const COMMON_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'media', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ]);
}

/**
 * Serves the bundled pages: `app://main/` the window's and `app://darkroom/` the darkroom's, from a list of files
 * fixed when the app starts. A name that is not in the list is not looked for.
 */
export function servePages(rendererDir: string, files: readonly string[]): void {
  const known = new Set(files);
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'main' && host !== 'darkroom') return refused();
    const asked = decodeURIComponent(pathname).replace(/^\//, '');
    const name = host === 'darkroom' && !asked.includes('/') ? `darkroom/${asked}` : asked;
    if (request.method !== 'GET' || !known.has(name)) return refused();
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    return new Response(await readFile(join(rendererDir, name)), {
      headers: { ...COMMON_HEADERS, 'Content-Type': type },
    });
  });
}

/** Serves items by token; see `MediaSource` for what a token may give. */
export function serveMedia(source: Pick<MediaSource, 'resolve'>): void {
  protocol.handle('media', async (request) => {
    if (request.method !== 'GET') return refused();
    const media = await source.resolve(request.url);
    if (!media) return refused();
    return new Response(new Uint8Array(media.bytes), {
      headers: {
        ...COMMON_HEADERS,
        'Content-Type': media.mime,
        'Cache-Control': 'no-store',
        // only the window's own page may read what it fetched; a sandboxed frame has the origin "null"
        'Access-Control-Allow-Origin': 'app://main',
      },
    });
  });
}

function refused(): Response {
  return new Response(null, { status: 404, headers: COMMON_HEADERS });
}
