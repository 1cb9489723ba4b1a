// What stepping through a long run costs a browser: 1,000,000 instructions of 200 processes, recorded, stepped
// through and scrubbed in /play. Real Chromium against a running server with a production build
// (`npm start`; FORKYARD_URL). Times are of this machine under its load; the main thread's processor time is
// told beside them.
import fs from 'node:fs';
import { chromium } from 'playwright';
import { ensureChromium } from './chromium.mjs';
import { inRoot } from './paths.mjs';

const WORK = 115;
const STEPS_BACK = 60;
const SCRUBBED_MS = 4_000;
const WAIT_MS_MAX = 60_000;
const VIEWS = [
  'Timeline',
  'Processes',
  'Gantt chart',
  'Memory',
  'Control blocks',
  'Files and IPC',
  'Messages',
  'System calls',
];

export async function measureLongRun() {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      '--disable-gpu',
      // Else the page may not know its memory to the byte.
      '--enable-precise-memory-info',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    await measure(browser, process.env.FORKYARD_URL ?? 'http://localhost:3000');
  } finally {
    await browser.close();
  }
}

/** @param {import('playwright').Browser} browser @param {string} baseURL */
async function measure(browser, baseURL) {
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(WAIT_MS_MAX);
  const source = fs.readFileSync(inRoot('bench/programs/two-hundred.c'), 'utf8');
  await context.addInitScript((text) => {
    localStorage.setItem('editor', 'plain');
    const files = [{ name: 'two-hundred.c', text }];
    localStorage.setItem('forkyard:play', JSON.stringify({ files, command: null }));
  }, `#define WORK ${WORK}\n${source}`);
  const page = await context.newPage();
  await page.goto('/play');
  await page.getByRole('button', { name: 'Step', exact: true }).waitFor();
  await page.waitForLoadState('networkidle');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await heaps(cdp);

  const start = performance.now();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  const slider = page.getByRole('slider', { name: 'Moment of the run' });
  await slider.waitFor();
  const end = Number(await slider.getAttribute('max'));
  row(
    'recorded and opened',
    ms(performance.now() - start),
    `${end.toLocaleString('en')} instructions`,
  );
  const after = await heaps(cdp);
  row('memory of the page', mb(after.page), `before: ${mb(before.page)}`);
  row('memory of the recording worker', mb(after.workers - before.workers));

  for (const view of VIEWS) {
    const opening = performance.now();
    await page.getByRole('combobox', { name: 'View', exact: true }).selectOption({ label: view });
    await page.getByText('Loading this view…').waitFor({ state: 'detached' });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const shownMs = performance.now() - opening;
    const back = await page.evaluate(stepBack, { times: STEPS_BACK, end });
    const busy = await busyMs(cdp);
    const scrubbed = await page.evaluate(scrub, { end, forMs: SCRUBBED_MS });
    const cost = ((await busyMs(cdp)) - busy) / scrubbed.frames;
    row(
      view,
      `shown ${ms(shownMs)}`,
      `a line back ${ms(quantile(back, 0.5))}, p95 ${ms(quantile(back, 0.95))}`,
      `scrubbed: ${perSecond(scrubbed.frames, scrubbed)} frames, ${perSecond(scrubbed.moments, scrubbed)} moments a second, longest frame ${ms(scrubbed.longestMs)}, ${cost.toFixed(1)} ms of processor a frame`,
    );
  }
  const last = await heaps(cdp);
  row(
    'memory at the end',
    `page ${mb(last.page)}`,
    `recording worker ${mb(last.workers - before.workers)}`,
  );
}

/**
 * From a random moment a line back, from the click until the moment is shown.
 * @param {{ readonly times: number, readonly end: number }} options
 */
async function stepBack({ times, end }) {
  const slider = /** @type {HTMLInputElement} */ (
    document.querySelector('[aria-label="Moment of the run"]')
  );
  const button = /** @type {HTMLElement} */ (document.querySelector('[aria-label="Into, back"]'));
  // React looks at the value that was set before it was told.
  const dragTo = (/** @type {number} */ step) => {
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    own?.set?.call(slider, String(step));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const shown = () => document.querySelector('[data-moment]')?.getAttribute('data-moment');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const taken = [];
  for (let k = 1; k <= times; k++) {
    // Spread over the run, the same each time.
    const from = Math.floor(((k * 0.618034) % 1) * end);
    dragTo(from);
    for (let at = ''; at !== slider.value || Math.abs(Number(at) - from) > 1_000; await frame())
      at = shown() ?? '';
    await frame();
    const before = slider.value;
    const start = performance.now();
    button.click();
    while (slider.value === before || shown() !== slider.value) await frame();
    taken.push(performance.now() - start);
  }
  return taken;
}

/**
 * Drags over the whole run, another place at each frame.
 * @param {{ readonly end: number, readonly forMs: number }} options
 */
async function scrub({ end, forMs }) {
  const slider = /** @type {HTMLInputElement} */ (
    document.querySelector('[aria-label="Moment of the run"]')
  );
  // React looks at the value that was set before it was told.
  const dragTo = (/** @type {number} */ step) => {
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    own?.set?.call(slider, String(step));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const start = performance.now();
  let [frames, moments, longestMs, last, shown] = [0, 0, 0, start, ''];
  while (performance.now() - start < forMs) {
    const part = (performance.now() - start) / forMs;
    // There and back.
    dragTo(Math.floor(end * (part < 0.5 ? 2 * part : 2 - 2 * part)));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames += 1;
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
    const now = document.querySelector('[data-moment]')?.getAttribute('data-moment') ?? '';
    if (now !== shown) moments += 1;
    shown = now;
  }
  return { frames, moments, longestMs, ms: performance.now() - start };
}

/**
 * Bytes that JavaScript holds, buffers included, after a collection: of the page, and of its workers together.
 * @param {import('playwright').CDPSession} cdp
 */
async function heaps(cdp) {
  /** @type {string[]} */
  const sessions = [];
  /** @type {(message: string) => void} */
  let hear = () => undefined;
  /** @param {{ sessionId: string }} target */
  const onAttached = ({ sessionId }) => {
    sessions.push(sessionId);
  };
  /** @param {{ message: string }} received */
  const onMessage = ({ message }) => hear(message);
  cdp.on('Target.attachedToTarget', onAttached);
  cdp.on('Target.receivedMessageFromTarget', onMessage);
  const attaching = { waitForDebuggerOnStart: false, flatten: false };
  await cdp.send('Target.setAutoAttach', { ...attaching, autoAttach: true });
  await cdp.send('HeapProfiler.collectGarbage');
  const page = sum(await cdp.send('Runtime.getHeapUsage'));
  let workers = 0;
  for (const sessionId of sessions)
    for (const [id, method] of ['HeapProfiler.collectGarbage', 'Runtime.getHeapUsage'].entries()) {
      const answered = new Promise((resolve) => (hear = resolve));
      const message = JSON.stringify({ id, method });
      await cdp.send('Target.sendMessageToTarget', { sessionId, message });
      const { result } = JSON.parse(String(await answered));
      if (result.usedSize !== undefined) workers += sum(result);
    }
  await cdp.send('Target.setAutoAttach', { ...attaching, autoAttach: false });
  cdp.off('Target.attachedToTarget', onAttached);
  cdp.off('Target.receivedMessageFromTarget', onMessage);
  return { page, workers };
}

/** @param {{ usedSize: number, backingStorageSize?: number }} usage */
function sum({ usedSize, backingStorageSize = 0 }) {
  return usedSize + backingStorageSize;
}

/** @param {import('playwright').CDPSession} cdp */
async function busyMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** @param {number} count @param {{ readonly ms: number }} during */
function perSecond(count, during) {
  return ((count / during.ms) * 1000).toFixed(0);
}

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** @param {number} value */
function ms(value) {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** @param {number} bytes */
function mb(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** @param {string} what @param {readonly string[]} figures */
function row(what, ...figures) {
  console.log(`  ${what.padEnd(32)} ${figures.join('   ')}`);
}
