import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
// `server-only` throws outside Next's server build; in tests there is nothing to keep apart.
const alias = {
  '@': root.replace(/\/$/, ''),
  'server-only': fileURLToPath(new URL('scripts/stubs/server-only.mjs', import.meta.url)),
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          // Files share modules: loading the compiler and its library takes a third of the time otherwise.
          // No module of ours keeps anything that a test could tell.
          isolate: false,
          // Without it one processor stays idle, half of a small machine.
          maxWorkers: '100%',
          include: [
            'lib/**/*.test.ts',
            'app/**/*.test.ts',
            'bench/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          globalSetup: ['scripts/vitest/generated.mjs'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          environment: 'node',
          include: ['lib/**/*.itest.ts', 'app/**/*.itest.ts', 'scripts/**/*.itest.ts'],
          globalSetup: ['scripts/vitest/generated.mjs', 'scripts/vitest/database.mjs'],
          // One database for the whole run: files run one after another.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
