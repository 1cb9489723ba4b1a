import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** A module of this folder with what it imports of the pure core, for Node: `inspecting`, say. */
export async function bundled(name: string): Promise<unknown> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-e2e-'));
  try {
    const outfile = path.join(folder, `${name}.mjs`);
    await build({
      entryPoints: [`e2e/support/${name}.ts`],
      bundle: true,
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
