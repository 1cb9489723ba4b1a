// What a page costs a browser: bytes over the wire by kind, and how long until it can be used, for someone
// who comes for the first time (cold) and again (warm). Real Chromium against a running server, whose build
// and data folder the figures are of (`npm start`; FORKYARD_URL, FORKYARD_DATA).
import { chromium } from 'playwright';
import { demonstrationAccounts } from './accounts.mjs';
import { ensureChromium } from './chromium.mjs';

const SETTLED_MS = 2_000;
const LOADING_MS_MAX = 240_000;

/** `usable`: what is there when one can begin to type or read. */
const PAGES = [
  { name: '/', path: '/', usable: '[role="log"]:has-text("hello from")' },
  { name: '/play', path: '/play', usable: '[data-editor="ready"]' },
  {
    name: 'exercise',
    path: '/courses/os-processes/exercises/fork-tree',
    usable: '[data-editor="ready"]',
  },
  { name: 'lesson', path: '/courses/os-processes/lessons/process-creation', usable: 'main h1' },
];

export async function measurePages() {
  const baseURL = process.env.FORKYARD_URL ?? 'http://localhost:3000';
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    for (const page of PAGES) await measurePage(browser, baseURL, page);
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} baseURL
 * @param {typeof PAGES[number]} kind
 */
async function measurePage(browser, baseURL, { name, path: address, usable }) {
  const isOfCourse = address.startsWith('/courses');
  const context = await browser.newContext({
    baseURL,
    // Signed in, with nothing in its cache.
    ...(isOfCourse ? { storageState: await signedIn(browser, baseURL) } : {}),
  });
  context.setDefaultTimeout(LOADING_MS_MAX);
  context.setDefaultNavigationTimeout(LOADING_MS_MAX);
  await context.addInitScript(() => localStorage.setItem('editor', 'full'));
  for (const visit of ['cold', 'warm']) {
    const page = await context.newPage();
    /** @type {Map<string, number>} */
    const bytes = new Map();
    /** @type {Promise<void>[]} */
    const sizes = [];
    page.on('requestfinished', (request) => sizes.push(add(request, bytes)));
    const start = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(usable).first().waitFor();
    const ms = performance.now() - start;
    // What is fetched ahead, when all is quiet, counts as well.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(SETTLED_MS);
    await Promise.all(sizes);
    report(`${name} (${visit})`, bytes, ms);
    await page.close();
  }
  await context.close();
}

/** @param {import('playwright').Request} request @param {Map<string, number>} bytes */
async function add(request, bytes) {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  const { pathname } = new URL(request.url());
  const kind = pathname.endsWith('.wasm') ? 'wasm' : request.resourceType();
  bytes.set(kind, (bytes.get(kind) ?? 0) + responseBodySize + responseHeadersSize);
}

/** @param {string} name @param {Map<string, number>} bytes @param {number} ms */
function report(name, bytes, ms) {
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const kinds = [...bytes]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, size]) => `${kind} ${Math.round(size / 1000)}`)
    .join(', ');
  const kilobytes = String(Math.round(total / 1000)).padStart(6);
  console.log(
    `  ${name.padEnd(16)} ${kilobytes} kB   usable after ${String(Math.round(ms)).padStart(6)} ms   ${kinds}`,
  );
}

/**
 * As a student of the demonstration course.
 * @param {import('playwright').Browser} browser
 * @param {string} baseURL
 */
async function signedIn(browser, baseURL) {
  const context = await browser.newContext({ baseURL });
  const student = demonstrationAccounts(process.env.FORKYARD_DATA ?? '.forkyard').find(
    ({ role }) => role === 'student',
  );
  if (student === undefined) throw new Error('no demonstration account is a student');
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(student.email);
  await page.getByLabel('Password').fill(student.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Your courses' }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}
