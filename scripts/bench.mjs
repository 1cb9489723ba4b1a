// `npm run bench [-- --quick]`: bundles bench/main.ts and runs it.
import { spawnSync } from 'node:child_process';
import { bundles, makeBundles } from './lib/bundles.mjs';
import { generate } from './generate.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { exitWith } from './lib/user-error.mjs';

try {
  generate();
  await makeBundles([bundles.bench, bundles.gradingThread, bundles.worker]);
  const { status } = spawnSync(
    process.execPath,
    [inRoot(bundles.bench.output), ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
} catch (error) {
  exitWith(error);
}
