import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { projectRoot } from '../../scripts/lib/project.mjs';

export interface ImportUse {
  /** As written: `zod`, `node:fs`, `../core/ids.ts`. */
  readonly specifier: string;
  /** The file it leads to, `/`-separated from the repository; null for a package. */
  readonly target: string | null;
  /** Erased by the compiler. */
  readonly typeOnly: boolean;
}

/** What the architecture rules look at in one file. */
export interface ScannedSource {
  /** `/`-separated, from the repository. */
  readonly path: string;
  readonly imports: readonly ImportUse[];
  /** Where the clock or randomness is read in place of being handed in: `new Date()`, `Date.now`, `Math.random`. */
  readonly impurities: readonly string[];
  /** True if the file reaches for `window.bridge` (or `globalThis.bridge`, `self.bridge`). */
  readonly usesBridge: boolean;
}

/** Reads imports and the few expressions that have rules. Fails on a file that does not parse. */
export function scanSource(file: string, text: string): ScannedSource {
  const { module, program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);

  const found: { specifier: string; typeOnly: boolean }[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every(({ isType }) => isType);
    found.push({ specifier: moduleRequest.value, typeOnly });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ specifier: moduleRequest.value, typeOnly: isType });
    }
  }

  const impurities: string[] = [];
  let usesBridge = false;
  new Visitor({
    ImportExpression({ source }) {
      // What is not a plain string cannot be judged, so it is a rule of its own that there is none.
      const specifier = source.type === 'Literal' && typeof source.value === 'string' ? source.value : '<computed>';
      found.push({ specifier, typeOnly: false });
    },
    TSImportType({ source }) {
      found.push({ specifier: source.value, typeOnly: true });
    },
    CallExpression({ callee, arguments: given }) {
      const [first] = given;
      if (callee.type === 'Identifier' && callee.name === 'Date') impurities.push('Date()');
      if (callee.type === 'Identifier' && callee.name === 'require' && first?.type === 'Literal') {
        found.push({ specifier: String(first.value), typeOnly: false });
      }
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0) impurities.push('new Date()');
    },
    MemberExpression({ object, property }) {
      if (object.type !== 'Identifier') return;
      const name = property.type === 'Identifier' ? property.name : property.type === 'Literal' ? property.value : '';
      if (object.name === 'Date' && name === 'now') impurities.push('Date.now');
      if (object.name === 'Math' && name === 'random') impurities.push('Math.random');
      if (['window', 'globalThis', 'self'].includes(object.name) && name === 'bridge') usesBridge = true;
    },
  }).visit(program);

  const imports = found.map((use) => ({ ...use, target: targetOf(file, use.specifier) }));
  return { path: file, imports, impurities, usesBridge };
}

function targetOf(file: string, specifier: string): string | null {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : null;
}

/** All sources of the product. */
export function scanProduct(): readonly ScannedSource[] {
  return productFiles().map((file) => scanSource(file, readFileSync(path.join(projectRoot, file), 'utf8')));
}

/** Their paths, `/`-separated from the repository. */
export function productFiles(): readonly string[] {
  return ['shared', 'electron', 'renderer', 'cli']
    .flatMap(filesUnder)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
}

function filesUnder(folder: string): readonly string[] {
  const entries = readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
