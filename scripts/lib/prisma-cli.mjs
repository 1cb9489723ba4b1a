import { spawnSync } from 'node:child_process';
import { inRoot, root } from './paths.mjs';

/**
 * Runs the Prisma command line. Its schema engine is the WebAssembly build behind
 * scripts/schema-engine.mjs, unless a native one is configured: the native one is a download
 * from outside the package registry.
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] quiet: output only on failure
 */
export function runPrisma(args, { quiet = false, env = {} } = {}) {
  const result = spawnSync(
    process.execPath,
    [inRoot('node_modules/prisma/build/index.js'), ...args],
    {
      cwd: root,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      encoding: 'utf8',
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY:
          process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? inRoot('scripts/schema-engine.mjs'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
        ...env,
      },
    },
  );
  if (result.error) throw result.error;
  if (result.status !== 0) {
    throw new Error(
      `prisma ${args.join(' ')} failed (status ${String(result.status)})\n${result.stdout ?? ''}${result.stderr ?? ''}`,
    );
  }
}
