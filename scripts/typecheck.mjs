// `npm run typecheck`: everything, and the pure core once more under its own rules (no DOM, no
// Node), at the same time.
import { generate } from './generate.mjs';
import { inRoot } from './lib/paths.mjs';
import { runToEnd } from './lib/run.mjs';

generate();
const tsc = inRoot('node_modules/typescript/bin/tsc');
const results = await Promise.all(
  ['tsconfig.json', 'tsconfig.core.json'].map((project) =>
    runToEnd(process.execPath, [tsc, '--project', project, '--pretty', 'false']),
  ),
);
for (const { output } of results) process.stdout.write(output);
process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1;
