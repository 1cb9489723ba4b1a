// `npm run build`: the pages and the server bundles, each only when its sources changed.
import { buildBundles, buildPages } from './lib/build.mjs';
import { step } from './lib/report.mjs';
import { exitWith } from './lib/user-error.mjs';

const upToDate = (/** @type {boolean} */ built) => (built ? '' : 'up to date');

try {
  await step('Bundle the worker', async (note) => note(upToDate(await buildBundles())));
  await step('Build the pages', async (note) => note(upToDate(await buildPages())));
} catch (error) {
  exitWith(error);
}
