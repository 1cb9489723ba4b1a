import { spawnSync } from 'node:child_process';
import { inRoot, root } from './paths.mjs';

/**
 * How to start the Prisma command line. Its schema engine is the WebAssembly build behind
 * scripts/schema-engine.mjs, unless a native one is configured: the native one is a download
 * from outside the package registry.
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
export function prismaCommand(args, env = {}) {
  return {
    command: process.execPath,
    args: [inRoot('node_modules/prisma/build/index.js'), ...args],
    options: {
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY:
          process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? inRoot('scripts/schema-engine.mjs'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
        ...env,
      },
    },
  };
}

/** Writes the database client. */
export function generateClient() {
  const { command, args, options } = prismaCommand(['generate']);
  const result = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new Error(`prisma generate failed\n${result.stdout}${result.stderr}`, {
      cause: result.error,
    });
  }
}
