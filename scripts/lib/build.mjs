// The build: generated files, the pages, the bundles. Each part only when its input changed.
import fs from 'node:fs';
import { generate } from '../generate.mjs';
import { bundles, makeBundles } from './bundles.mjs';
import { hashOfInputs, stamp } from './files.mjs';
import { inRoot } from './paths.mjs';
import { runToEnd } from './run.mjs';
import { UserError } from './user-error.mjs';

const isSource = (/** @type {string} */ file) => !/\.(i?test)\.tsx?$/.test(file);

const sources = ['lib', 'prisma/schema.prisma', 'package-lock.json', 'tsconfig.json'];
const pageInputs = [
  ...sources,
  'app',
  'content',
  'exercises',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
];
const bundleInputs = [...sources, 'scripts/lib/bundles.mjs', 'scripts/seed.ts'];
const serverBundles = [bundles.worker, bundles.gradingThread, bundles.quizThread, bundles.seed];

/** @returns {Promise<boolean>} whether there was anything to do */
export async function buildBundles() {
  generate();
  const last = stamp('bundles');
  const input = hashOfInputs(bundleInputs, isSource);
  const complete = serverBundles.every(({ output }) => fs.existsSync(inRoot(output)));
  if (complete && last.matches(input)) return false;
  await makeBundles(serverBundles);
  last.set(input);
  return true;
}

/** @returns {Promise<boolean>} whether there was anything to do */
export async function buildPages() {
  generate();
  const last = stamp('pages');
  const input = hashOfInputs(pageInputs, isSource);
  if (fs.existsSync(inRoot('.next/BUILD_ID')) && last.matches(input)) return false;
  last.clear();
  await nextBuild();
  last.set(input);
  return true;
}

async function nextBuild() {
  const next = inRoot('node_modules/next/dist/bin/next');
  const { status, output } = await runToEnd(process.execPath, [next, 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new UserError(`The pages could not be built.\n\n${output}`);
}
