// `npm run boundaries`: who may import whom (.dependency-cruiser.js), and no cycles.
import fs from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { runToEnd } from './lib/run.mjs';

const folders = ['app', 'lib', 'bench', 'e2e', 'scripts'].filter((name) =>
  fs.existsSync(inRoot(name)),
);
const { status, output } = await runToEnd(process.execPath, [
  inRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
  '--config',
  '.dependency-cruiser.js',
  ...folders,
]);
process.stdout.write(output);
process.exitCode = status;
