// The default app of the registry runtime: starts the project whose folder is the first argument, as Electron's own
// default app does. `scripts/lib/registry-runtime.mjs` copies it to `resources/app/` of that runtime.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Usage: electron <folder of an app> [arguments]\n');
  process.exit(2);
}
const root = path.resolve(folder);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

// This Electron has Node-API 9 and better-sqlite3 13 needs 10, so the name leads to the release compiled for it.
const sqlite = path.join(__dirname, 'node_modules', 'better-sqlite3', 'lib', 'index.js');
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return request === 'better-sqlite3' ? sqlite : resolveFilename.call(this, request, ...rest);
};

process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version ?? '0.0.0');
app.setAppPath(root);
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
}
require(path.join(root, manifest.main ?? 'index.js'));
