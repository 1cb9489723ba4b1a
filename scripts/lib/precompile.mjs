// The C library and the programs of the simulated machine, compiled by our compiler when its sources or the compiler
// changed. In a process of its own: the scripts must not keep an old compiler in memory.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { buildSync } from 'esbuild';
import { hashOfInputs, stamp, writeIfChanged } from './files.mjs';
import { inRoot, root } from './paths.mjs';
import { UserError } from './user-error.mjs';

const compiler = ['lib/abi', 'lib/compiler', 'lib/libc/src', 'lib/libc/include'];

/** @returns {string[]} the files written */
export function precompileLibrary() {
  return precompile({
    what: 'The C library',
    stampName: 'library-objects',
    inputs: compiler,
    module: './lib/compiler/precompile',
    call: 'precompiledLibrary',
    output: 'lib/compiler/generated/objects.ts',
  });
}

/** @returns {string[]} the files written */
export function precompilePrograms() {
  return precompile({
    what: 'The programs of /bin',
    stampName: 'program-objects',
    inputs: [...compiler, 'lib/userland'],
    module: './lib/userland/precompile',
    call: 'precompiledPrograms',
    output: 'lib/userland/generated/objects.ts',
  });
}

/**
 * @param {{
 *   what: string, stampName: string, inputs: string[], module: string, call: string, output: string
 * }} job
 * @returns {string[]} the files written
 */
function precompile({ what, stampName, inputs, module, call, output }) {
  const input = hashOfInputs(
    inputs,
    (file) => !/\.test\.ts$|^(conformance|testing|generated)\/|\/testdata\//.test(file),
  );
  const last = stamp(stampName);
  if (last.matches(input) && fs.existsSync(inRoot(output))) return [];
  const bundle = inRoot(`.cache/precompile.${process.pid}.mjs`);
  try {
    buildSync({
      absWorkingDir: root,
      stdin: {
        contents: `import { ${call} } from '${module}'; process.stdout.write(${call}());`,
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
    const written = writeIfChanged(inRoot(output), stdout);
    last.set(input);
    return written ? [output] : [];
  } catch (error) {
    const problems = error instanceof Error ? error.message : String(error);
    throw new UserError(`${what} could not be compiled ahead.\n\n${problems}`, {
      cause: error,
    });
  } finally {
    fs.rmSync(bundle, { force: true });
  }
}
