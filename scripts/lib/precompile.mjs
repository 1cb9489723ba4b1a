// The C library of the simulated machine, compiled by our compiler when its sources or the compiler
// changed. In a process of its own: the scripts must not keep an old compiler in memory.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { buildSync } from 'esbuild';
import { hashOfInputs, stamp, writeIfChanged } from './files.mjs';
import { inRoot, root } from './paths.mjs';
import { UserError } from './user-error.mjs';

const OUTPUT = 'lib/compiler/generated/objects.ts';

/** @returns {string[]} the files written */
export function precompileLibrary() {
  const input = hashOfInputs(
    ['lib/abi', 'lib/compiler', 'lib/libc/src', 'lib/libc/include'],
    (file) => !/\.test\.ts$|^(conformance|testing|generated)\/|\/testdata\//.test(file),
  );
  const last = stamp('library-objects');
  if (last.matches(input) && fs.existsSync(inRoot(OUTPUT))) return [];
  const bundle = inRoot(`.cache/precompile.${process.pid}.mjs`);
  try {
    buildSync({
      absWorkingDir: root,
      stdin: {
        contents:
          "import { precompiledLibrary } from './lib/compiler/precompile'; process.stdout.write(precompiledLibrary());",
        resolveDir: root,
      },
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      logLevel: 'silent',
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(stderr);
    const written = writeIfChanged(inRoot(OUTPUT), stdout);
    last.set(input);
    return written ? [OUTPUT] : [];
  } catch (error) {
    const problems = error instanceof Error ? error.message : String(error);
    throw new UserError(`The C library could not be compiled ahead.\n\n${problems}`, {
      cause: error,
    });
  } finally {
    fs.rmSync(bundle, { force: true });
  }
}
