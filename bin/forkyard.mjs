#!/usr/bin/env node
// `npx forkyard …`. The command itself is lib/cli; this bundles it when its sources are newer than
// the bundle, and runs it.
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../scripts/lib/paths.mjs';

if (!fs.existsSync(inRoot('node_modules/esbuild'))) {
  console.error('forkyard: its packages are not installed. Run npm install in the checkout first.');
  process.exit(2);
}

const sources = ['lib', 'package-lock.json'];
const { bundles, isStale, makeBundle } = await import('../scripts/lib/bundles.mjs');
if (isStale(bundles.cli, sources)) {
  try {
    const { withLock } = await import('../scripts/lib/locks.mjs');
    // Of several commands started after an edit one bundles; the others wait for it.
    await withLock(inRoot(`${bundles.cli.output}.lock`), async () => {
      if (!isStale(bundles.cli, sources)) return;
      const { generateEmbedded } = await import('../scripts/generate.mjs');
      generateEmbedded();
      await makeBundle(bundles.cli);
    });
  } catch (error) {
    console.error(`forkyard: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  }
}
await import(pathToFileURL(inRoot(bundles.cli.output)).href);
