import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { inRoot } from './paths.mjs';
import { runToEnd } from './run.mjs';
import { UserError } from './user-error.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** CHROMIUM_PATH, the system's, or the one that Playwright downloaded before. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (fs.existsSync(chosen)) return chosen;
    throw new UserError(`CHROMIUM_PATH is "${chosen}", and there is no such file.`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...onPath, ...macApplications, chromium.executablePath()].find((file) =>
    fs.existsSync(file),
  );
}

/**
 * Finds a Chromium or gets one: from Debian's or Ubuntu's packages where we may install some, from
 * Playwright otherwise.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const mayUseApt = process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
  if (mayUseApt) await installFromDistribution();
  const installed = findChromium();
  if (installed !== undefined) return installed;
  await installFromPlaywright();
  const downloaded = findChromium();
  if (downloaded !== undefined) return downloaded;
  throw new UserError(
    'The browser tests need a Chromium: none is installed and none could be downloaded. Install one, or set CHROMIUM_PATH to it.',
  );
}

async function installFromDistribution() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runToEnd('apt-get', ['update', '-q'], { env });
  await runToEnd('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
    env,
  });
}

async function installFromPlaywright() {
  const cli = inRoot('node_modules/playwright/cli.js');
  await runToEnd(process.execPath, [cli, 'install', 'chromium']);
}
