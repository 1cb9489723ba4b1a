import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, type Locator, type Page, test } from 'playwright/test';
import type * as Models from './support/event-models';
import { EVENT_PROGRAMS } from './support/event-programs';
import { inspect } from './support/inspect';

// Process tree, Gantt chart, messages and system calls of one run show at each moment what the trace says
// then, going forwards and backwards.

const FILE = 'prog.c';

let folder: string;
let models: typeof Models;

test.beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'forkyard-views-'));
  const outfile = path.join(folder, 'event-models.mjs');
  await build({
    entryPoints: ['e2e/support/event-models.ts'],
    bundle: true,
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  models = (await import(pathToFileURL(outfile).href)) as typeof Models;
});

test.afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
  await page.setViewportSize({ width: 1500, height: 900 });
});

for (const [name, source] of Object.entries(EVENT_PROGRAMS))
  test(`the views of a ${name} show what its trace says, forwards and backwards`, async ({
    page,
  }) => {
    test.setTimeout(300_000);
    const model = models.eventModels(FILE, source);
    await openSteps(page, source);
    await showView(page, 'System calls');
    const calls = page.getByRole('table', { name: 'System calls' });
    await expect(page.getByRole('search')).toContainText(
      `${model.calls.length} of ${model.calls.length}`,
    );

    // Some moments, there and back.
    const wanted = [0.15, 0.4, 0.55, 0.8, 1].map((part) =>
      Math.min(model.calls.length - 1, Math.floor(part * model.calls.length)),
    );
    for (const row of [...wanted, ...wanted.slice(0, -1).reverse()]) {
      await showView(page, 'System calls');
      await goToRow(calls, row);
      const step = model.calls[row]?.step ?? 0;
      const now = model.at(step);
      await expect(current(calls)).toHaveAttribute('data-row', String(now.call));
      await expect(current(calls)).toContainText(now.callText);

      await showView(page, 'Processes');
      const tree = page.getByRole('tree');
      const shown = tree.locator('[data-pid]');
      await expect
        .poll(() =>
          shown.evaluateAll((nodes) =>
            nodes.map(({ dataset }) => `${dataset.pid} ${dataset.state}`),
          ),
        )
        .toEqual(now.processes.map(({ pid, state }) => `${pid} ${state}`));
      expect(await attributes(tree, 'data-waits')).toEqual([...now.waits].sort());

      await showView(page, 'Gantt chart');
      const chart = page.getByRole('group', { name: /^Gantt chart/ });
      await expect(chart).toHaveAttribute('data-now', String(now.nowNs));
      await expect(chart.locator('[data-processor]')).toHaveCount(model.processors);
      await expect(chart.locator('[data-thread]')).toHaveCount(model.threads.length);
      const ready = page.locator('dt', { hasText: 'Ready queue' }).locator('+ dd');
      expect(await attributes(ready, 'data-queued', (all) => all)).toEqual(now.ready.map(String));

      await showView(page, 'Messages');
      const lanes = page.getByRole('listbox', { name: 'Messages' });
      if (now.message < 0) await expect(lanes.locator('[aria-selected="true"]')).toHaveCount(0);
      else
        await expect(lanes.locator('[aria-selected="true"]')).toHaveAttribute(
          'data-row',
          String(now.message),
        );
    }

    // The keyboard goes from moment to moment, both ways.
    await showView(page, 'System calls');
    await calls.press('Home');
    const moments = [...new Set(model.calls.map(({ step }) => step))].slice(0, 6);
    const last = (step: number): number => model.at(step).call;
    await expect(current(calls)).toHaveAttribute('data-row', String(last(moments[0] ?? 0)));
    for (const step of moments.slice(1)) await pressed(calls, 'ArrowDown', last(step));
    for (const step of moments.slice(0, -1).reverse()) await pressed(calls, 'ArrowUp', last(step));
  });

test('context switches are gone through with the keyboard, and zooming keeps the present in sight', async ({
  page,
}) => {
  const source = EVENT_PROGRAMS['bounded buffer'];
  const model = models.eventModels(FILE, source);
  await openSteps(page, source);
  await showView(page, 'Gantt chart');
  const chart = page.getByRole('group', { name: /^Gantt chart/ });
  await chart.press('Home');
  await expect(chart).toHaveAttribute('data-now', String(model.at(0).nowNs));
  const steps = [...new Set(model.switches)].filter((step) => step > 0).slice(0, 6);
  for (const step of steps) {
    await chart.press('ArrowRight');
    await expect(chart).toHaveAttribute('data-now', String(model.at(step).nowNs));
  }
  for (const step of steps.slice(0, -1).reverse()) {
    await chart.press('ArrowLeft');
    await expect(chart).toHaveAttribute('data-now', String(model.at(step).nowNs));
  }
  const bars = chart.locator('[data-thread]').first();
  const before = Number(await bars.getAttribute('data-bars'));
  for (let times = 0; times < 5; times++) await chart.press('+');
  expect(Number(await bars.getAttribute('data-bars'))).toBeLessThanOrEqual(before);
  await expect(chart.locator('.bg-accent')).toBeVisible();
  await chart.press('0');
  await expect(bars).toHaveAttribute('data-bars', String(before));
});

test('calls are filtered, and lead to their line', async ({ page }) => {
  const source = EVENT_PROGRAMS.pipeline;
  await openSteps(page, source);
  await showView(page, 'System calls');
  const calls = page.getByRole('table', { name: 'System calls' });
  await page.getByRole('searchbox', { name: 'Name of the call' }).fill('read');
  await expect(calls.locator('[data-row]').first()).toContainText('read(');
  await page.getByRole('searchbox', { name: 'Name of the call' }).fill('');
  await page.getByRole('checkbox', { name: 'only errors' }).click();
  await expect(calls.locator('[data-row]')).toHaveText([
    /close\(77\) = -1 EBADF \(Bad file descriptor\)/,
  ]);
  await calls.locator('[data-row]').first().click();
  await expect(page.getByText('Fails: this number is not an open descriptor')).toBeVisible();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(calls.getByRole('columnheader')).toHaveText([
    'Time',
    'Who',
    'Call',
    'Result',
    'What it means',
    'Took',
    'Line',
  ]);
  const line = source.split('\n').findIndex((each) => each.includes('close(77)')) + 1;
  await expect(calls.getByRole('button', { name: `line ${line}` })).toBeVisible();
});

test('the views are usable with 200 processes, by who doesn’t see them, and on a phone', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openSteps(
    page,
    `#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int k = 0; k < 199; k++)
    if (fork() == 0) _exit(k);
  while (wait(NULL) > 0) {
  }
  return 0;
}
`,
  );
  await showView(page, 'System calls');
  await page.getByRole('table', { name: 'System calls' }).press('End');
  for (const view of ['Processes', 'Gantt chart', 'Messages', 'System calls'] as const) {
    await showView(page, view);
    await page.setViewportSize({ width: 1280, height: 900 });
    await inspect(page, `view-${view.toLowerCase().replace(' ', '-')}-200`);
    await page.setViewportSize({ width: 360, height: 800 });
    await inspect(page, `view-${view.toLowerCase().replace(' ', '-')}-200-phone`);
    await page.setViewportSize({ width: 1500, height: 900 });
  }
  await showView(page, 'Processes');
  const tree = page.getByRole('tree', { name: /^Tree of 200 processes/ });
  await expect(tree.locator('[data-pid]')).toHaveCount(200);
  await tree.press('Home');
  await expect(tree.locator('[aria-selected="true"]')).toHaveCount(1);
  await tree.press(' ');
  await expect(tree.locator('[data-pid]')).toHaveCount(1);
  await expect(tree).toContainText('199 more below');
});

async function openSteps(page: Page, source: string): Promise<void> {
  await page.goto('/play?example=prog');
  await page.getByRole('textbox', { name: /C source$/ }).fill(source);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  // Tabs, or one select where the pane is narrow.
  const choice = page
    .getByRole('tablist', { name: 'View' })
    .or(page.getByRole('combobox', { name: 'View' }));
  await expect(choice).toBeVisible({ timeout: 60_000 });
}

async function showView(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: true });
  if (await tab.isVisible()) await tab.click();
  else await page.getByRole('combobox', { name: 'View' }).selectOption({ label: name });
}

function current(list: Locator): Locator {
  return list.locator('[aria-current="step"]');
}

/** Of what is inside, sorted unless told otherwise. */
async function attributes(
  inside: Locator,
  name: string,
  order = (all: readonly string[]): readonly string[] => [...all].sort(),
): Promise<readonly string[]> {
  const found = await inside
    .locator(`[${name}]`)
    .evaluateAll((nodes, which) => nodes.map((node) => node.getAttribute(which) ?? ''), name);
  return order(found);
}

/** Scrolls there, as someone would, and clicks. */
async function goToRow(list: Locator, row: number): Promise<void> {
  await list.evaluate((box, top) => box.scrollTo({ top }), Math.max(0, row * 28 - 100));
  await list.locator(`[data-row="${row}"]`).click({ position: { x: 40, y: 12 } });
}

/** The row of the moment before, or after. */
async function pressed(list: Locator, key: string, row: number): Promise<void> {
  await list.press(key);
  await expect(current(list)).toHaveAttribute('data-row', String(row));
}
