// `npm start` and `npm run dev`. Only Node's own modules are imported here: on a fresh machine
// nothing else is there yet. What comes after the installation is lib/serve.mjs.
import { installIfNeeded } from './lib/install.mjs';
import { exitWith } from './lib/user-error.mjs';

try {
  await installIfNeeded();
  const { serve } = await import('./lib/serve.mjs');
  await serve({ development: process.argv.includes('--dev') });
} catch (error) {
  exitWith(error);
}
