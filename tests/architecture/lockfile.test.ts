import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { missingOptionalPackages } from '../../scripts/complete-lockfile.mjs';
import { inProject } from '../../scripts/lib/project.mjs';

it('package-lock.json names every optional package, or npm ci refuses it (node scripts/complete-lockfile.mjs)', () => {
  const { packages } = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  expect(Object.keys(packages).length).toBeGreaterThan(200);
  expect(missingOptionalPackages(packages)).toEqual([]);
});

it('a left out optional package gets the platform that its name tells', () => {
  const tool = {
    version: '2.0.0',
    dev: true,
    license: 'MIT',
    optionalDependencies: { '@tool/linux-x64-musl': '2.0.0', '@tool/win32-arm64-msvc': '2.0.0', '@tool/wasm': '2.0.0' },
  };
  const present = { version: '2.0.0', optional: true };
  const found = missingOptionalPackages({
    'node_modules/tool': tool,
    'node_modules/@tool/win32-arm64-msvc': present,
  });
  const musl = {
    version: '2.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    license: 'MIT',
    optional: true,
    os: ['linux'],
  };
  expect(found).toEqual([
    { place: 'node_modules/@tool/linux-x64-musl', parent: 'node_modules/tool', entry: musl },
    { place: 'node_modules/@tool/wasm', parent: 'node_modules/tool', entry: undefined },
  ]);
});
