import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, type Locator, type Page, test } from 'playwright/test';
import type * as Inspecting from './support/inspecting';
import { inspect } from './support/inspect';

// What the views of memory and of control blocks show is what the machine has, reckoned in Node.

const MOVES = 8;
/** A fork tree, a pipeline, a bounded buffer in shared memory. */
const PROGRAMS = ['tree', 'pipe', 'ring'] as const;

let node: typeof Inspecting;
let folder: string;

test.beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-memory-'));
  const bundle = path.join(folder, 'inspecting.mjs');
  await build({
    entryPoints: ['e2e/support/inspecting.ts'],
    bundle: true,
    format: 'esm',
    outfile: bundle,
    logLevel: 'error',
  });
  node = (await import(pathToFileURL(bundle).href)) as typeof Inspecting;
});

test.afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
});

for (const name of PROGRAMS) {
  test(`memory and control blocks of ${name} are the machine’s, forwards and backwards`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const source = fs.readFileSync(`content/examples/${name}.c`, 'utf8');
    const recording = node.recorded(`${name}.c`, source);
    await page.goto(`/play?example=${name}`);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await chooseView(page, 'Memory');

    const expectMemory = async (): Promise<string> => {
      const step = Number(await steady(page.locator('[data-memory-at]'), 'data-memory-at'));
      for (const map of await page.locator('[data-memory-of]').all()) {
        const pid = Number(await map.getAttribute('data-memory-of'));
        const rows = await map
          .locator('[data-object]')
          .evaluateAll((elements) =>
            elements.map((each): [string, string] => [
              each.getAttribute('data-object') ?? '',
              each.getAttribute('data-value') ?? '',
            ]),
          );
        const whole: Record<string, string> = Object.fromEntries(rows);
        const expected = node.valuesAt(recording, step, pid);
        expect(whole, `process ${pid} at step ${step}`).toMatchObject(expected);
      }
      return step.toString();
    };
    const seen = await thereAndBack(page, expectMemory);
    expect(new Set(seen).size).toBeGreaterThan(MOVES / 2);

    // Two beside each other, where both are there.
    await page.getByRole('button', { name: 'To the end' }).click();
    await back(page);
    const beside = page.getByRole('combobox', { name: 'beside' });
    if (await beside.isEnabled()) {
      await beside.selectOption({ index: 1 });
      await expect(page.locator('[data-memory-of]')).toHaveCount(2);
      await expectMemory();
    }
    await inspect(page, `memory-${name}`);

    await chooseView(page, 'Control blocks');
    const expectBlocks = async (): Promise<string> => {
      const step = Number(await steady(page.locator('[data-blocks-at]'), 'data-blocks-at'));
      const { blocks, queues } = node.controlBlocksAt(recording, step);
      const shown = await page
        .getByRole('option')
        .and(page.locator('[data-pid]'))
        .evaluateAll((elements) =>
          elements.map(
            (each) => `${each.getAttribute('data-pid')} ${each.getAttribute('data-state')}`,
          ),
        );
      expect(shown, `at step ${step}`).toEqual(
        blocks.slice(0, shown.length).map(({ pid, state }) => `${pid} ${state}`),
      );
      const members = await page
        .locator('[data-queue-member]')
        .evaluateAll((elements) => elements.map((each) => each.getAttribute('data-queue-member')));
      expect(members, `queues at step ${step}`).toEqual(
        queues.flatMap((queue, lane) => queue.members.map((pid, k) => `${lane}:${k}:${pid}`)),
      );
      return step.toString();
    };
    await thereAndBack(page, expectBlocks);
    await inspect(page, `control-blocks-${name}`);
  });
}

/** Both forms on a phone, in both themes, as pictures and by the accessibility checker. */
test('memory and control blocks fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.goto('/play?example=ring');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  for (const view of ['Memory', 'Control blocks'] as const) {
    await chooseView(page, view);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await inspect(page, `${view.toLowerCase().replace(' ', '-')}-phone-${colorScheme}`);
    }
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await inspect(page, `${view.toLowerCase().replace(' ', '-')}-table-phone`);
  }
});

async function chooseView(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: true });
  const select = page.getByRole('combobox', { name: 'View', exact: true });
  await expect(tab.or(select).first()).toBeVisible({ timeout: 60_000 });
  if (await tab.isVisible()) await tab.click();
  else await select.selectOption({ label: name });
}

/** Steps on and back again by the same moments; at each the page is as it was. */
async function thereAndBack(page: Page, look: () => Promise<string>): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'To the beginning' }).click();
  const seen = [await look()];
  for (let k = 0; k < MOVES; k++) {
    await on(page);
    seen.push(await look());
  }
  for (const step of seen.slice(0, -1).toReversed()) {
    await back(page);
    expect(await look()).toBe(step);
  }
  return seen;
}

async function on(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Into, on', exact: true }).click();
}

async function back(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Into, back', exact: true }).click();
}

/** An attribute once it has stayed the same for a while: the moment that was asked for is shown. */
async function steady(element: Locator, attribute: string): Promise<string> {
  await expect(element).toBeVisible();
  for (let last = ''; ;) {
    await element.page().waitForTimeout(250);
    const now = (await element.getAttribute(attribute)) ?? '';
    if (now === last) return now;
    last = now;
  }
}
