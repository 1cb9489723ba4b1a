import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, type Page, test } from 'playwright/test';
import type * as Replaying from './support/replaying';

// What a verdict shows in Node, on the server, is what a student steps through in a browser.

const EXERCISES = 'exercises';
const TIMES = 100;

test('every counterexample of the exercises replays in Chromium as in Node, each time', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-replay-'));
  try {
    const bundle = path.join(folder, 'replaying.mjs');
    await build({
      entryPoints: ['e2e/support/replaying.ts'],
      bundle: true,
      format: 'esm',
      outfile: bundle,
      logLevel: 'error',
    });
    const node = (await import(pathToFileURL(bundle).href)) as typeof Replaying;
    const slugs = fs.readdirSync(EXERCISES);
    const counterexamples = slugs.flatMap((slug) =>
      node.counterexamplesOf(slug, textsBelow(path.join(EXERCISES, slug))),
    );
    expect(counterexamples.length).toBeGreaterThan(50);
    await page.goto('/sign-in');
    const replayed = await replayInWorker(page, fs.readFileSync(bundle, 'utf8'), counterexamples);
    counterexamples.forEach((counterexample, k) => {
      const { log, same } = node.replayTimes(counterexample, 1);
      expect(same).toBe(1);
      expect(replayed[k]?.same, counterexample.name).toBe(TIMES);
      expect(replayed[k]?.log === log, `${counterexample.name} has the same events`).toBe(true);
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

/** In a worker of the page, as everything of a student's runs. */
function replayInWorker(
  page: Page,
  code: string,
  counterexamples: readonly Replaying.Counterexample[],
): Promise<readonly Replaying.Replayed[]> {
  const worker = `${code}
self.onmessage = ({ data: { counterexamples, times } }) =>
  self.postMessage(counterexamples.map((each) => replayTimes(each, times)));`;
  return page.evaluate(
    ({ worker, counterexamples, times }) =>
      new Promise<readonly Replaying.Replayed[]>((resolve, reject) => {
        const address = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
        const started = new Worker(address, { type: 'module' });
        started.onmessage = ({ data }: MessageEvent<readonly Replaying.Replayed[]>) =>
          resolve(data);
        started.onerror = ({ message }) => reject(new Error(message));
        started.postMessage({ counterexamples, times });
      }),
    { worker, counterexamples, times: TIMES },
  );
}

/** By path inside the folder. */
function textsBelow(folder: string): Readonly<Record<string, string>> {
  const names = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|md|c)$/.test(name));
  return Object.fromEntries(
    names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  );
}
