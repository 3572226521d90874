import { builtinModules } from 'node:module';
import type { ImportUse, ScannedSource } from './source-scan.ts';

/** One breach of the layer table, as a sentence. */
export type Breach = string;

type Zone = 'shared' | 'electron' | 'preload' | 'renderer' | 'cli' | 'outside';

/** Zones whose files a zone may import. */
const reach: Readonly<Record<Zone, readonly Zone[]>> = {
  shared: ['shared'],
  electron: ['electron', 'shared'],
  preload: ['shared'],
  renderer: ['renderer', 'shared'],
  cli: ['cli', 'shared', 'electron'],
  outside: [],
};

/** The tiers of shared/, leftmost first: a file imports from its own tier or from one further left. */
const tiers: readonly (readonly string[])[] = [
  ['core', 'i18n'],
  ['project', 'annotation', 'content', 'time'],
  ['dataset'],
  ['manifest'],
  ['ipc'],
];

/** The files that may import electron, besides electron/preload/. */
const starred: readonly RegExp[] = [
  /^electron\/(main|compose|window|session)\.ts$/,
  /^electron\/ipc\/serve\.ts$/,
  /^electron\/media\/(protocol|darkroom)\.ts$/,
  /^electron\/services\/system-[^/]+\.ts$/,
];

const channelNames: readonly string[] = ['shared/ipc/channels.ts', 'shared/ipc/darkroom.ts'];

const drawing = /^(react|react-dom|konva|react-konva|react-i18next|@mantine|@tabler|@tanstack)(\/|$)/;

/** True if the file may import electron: it stands with a star in architecture.md. */
function isStarred(file: string): boolean {
  return zoneOf(file) === 'preload' || starred.some((pattern) => pattern.test(file));
}

/** Everything in these files that the layer table of architecture.md forbids, cycles included. */
export function findBreaches(files: readonly ScannedSource[]): readonly Breach[] {
  const single = files.flatMap((file) => [
    ...file.imports.flatMap((use) => breachesOfImport(file.path, use)),
    ...breachesOfPurity(file),
  ]);
  return [...single, ...findCycles(files).map((cycle) => `cycle: ${cycle.join(' -> ')}`)];
}

function breachesOfPurity(file: ScannedSource): readonly Breach[] {
  const impure = zoneOf(file.path) === 'shared' ? file.impurities : [];
  return [
    ...impure.map((what) => `${file.path}: ${what} in shared/; take a clock or a value as an argument`),
    ...(file.usesBridge && file.path !== 'renderer/bridge.ts'
      ? [`${file.path}: window.bridge outside renderer/bridge.ts`]
      : []),
  ];
}

function breachesOfImport(file: string, use: ImportUse): readonly Breach[] {
  const said = use.target === null ? whyNotPackage(file, use.specifier) : whyNotFile(file, use.target, use.typeOnly);
  return said === null ? [] : [`${file}: ${use.specifier}: ${said}`];
}

function whyNotPackage(file: string, name: string): string | null {
  const zone = zoneOf(file);
  if (name === '<computed>') return 'an import with a computed name cannot be judged';
  if (zone === 'shared') return name === 'zod' ? null : 'shared/ imports only itself and zod';
  if (name === 'electron' || name.startsWith('electron/')) {
    return isStarred(file) ? null : 'only starred files import electron';
  }
  if (zone === 'preload') return 'a preload imports only electron and channel names';
  if (name === 'better-sqlite3') {
    return file.startsWith('electron/db/') ? null : 'only electron/db/ imports better-sqlite3';
  }
  if (zone === 'renderer') return isNode(name) ? 'the renderer has no Node' : null;
  return drawing.test(name) ? 'only renderer/ draws' : null;
}

function whyNotFile(file: string, target: string, typeOnly: boolean): string | null {
  const [from, to] = [zoneOf(file), zoneOf(target)];
  if (!reach[from].includes(to)) return `${from} may not import ${to}`;
  if (from === 'preload' && !channelNames.includes(target)) return 'a preload imports only electron and channel names';
  if (from === 'cli' && to === 'electron') {
    if (!/^electron\/(db|services)\//.test(target))
      return 'the command line uses only electron/db/ and electron/services/';
    if (isStarred(target)) return 'the command line imports no file that imports electron';
  }
  // A locale names types of what it has words for, so that a new word asks each language for its message.
  const wordsOfOthers = typeOnly && file.startsWith('shared/i18n/');
  if (from === 'shared' && !wordsOfOthers && tierOf(target) > tierOf(file)) {
    return 'within shared/ imports point leftwards: core, i18n <- project, annotation, content, time <- dataset <- manifest <- ipc';
  }
  return null;
}

function zoneOf(file: string): Zone {
  if (file.startsWith('electron/preload/')) return 'preload';
  const [top] = file.split('/');
  return top === 'shared' || top === 'electron' || top === 'renderer' || top === 'cli' ? top : 'outside';
}

/** Position of the file's folder in `tiers`; a folder that is in none is a mistake of this table. */
function tierOf(file: string): number {
  const folder = file.split('/')[1] ?? '';
  const tier = tiers.findIndex((names) => names.includes(folder));
  if (tier < 0) throw new Error(`shared/${folder} has no tier yet: add it to tests/architecture/layers.ts`);
  return tier;
}

function isNode(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name.split('/')[0] ?? '');
}

/** Each cycle of values once, as the files along it. Imports of types do not count: nothing of them is there when it runs. */
function findCycles(files: readonly ScannedSource[]): readonly (readonly string[])[] {
  const targets = new Map(
    files.map(({ path, imports }) => [path, imports.flatMap((use) => (use.typeOnly ? [] : (use.target ?? [])))]),
  );
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(file);
    if (seenAt >= 0) cycles.push([...trail.slice(seenAt), file]);
    if (seenAt >= 0 || done.has(file)) return;
    for (const target of targets.get(file) ?? []) walk(target, [...trail, file]);
    done.add(file);
  };
  for (const file of targets.keys()) walk(file, []);
  return cycles;
}
