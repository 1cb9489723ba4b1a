import { expect, type Locator, test } from 'playwright/test';
import { bundled } from './support/bundled';
import type * as Models from './support/event-models';
import { EVENT_PROGRAMS } from './support/event-programs';
import { inspect } from './support/inspect';
import { openPrograms, record, showView, type StepperMove, walk } from './support/stepper';

// Process tree, Gantt chart, messages and system calls of one run show at each moment what the trace says
// then, going forwards and backwards.

const PROGRAMS = Object.entries(EVENT_PROGRAMS).map(([name, text]) => ({
  name: `${name.replace(' ', '-')}.c`,
  text,
}));

test('the views show what the trace says, forwards and backwards', async ({ page }) => {
  const models = (await bundled('event-models')) as typeof Models;
  await page.setViewportSize({ width: 1500, height: 900 });
  await openPrograms(page, PROGRAMS);
  for (const { name, text } of PROGRAMS) {
    const model = models.eventModels(name, text);
    await record(page, name);

    // Moments of calls, there and back.
    const steps = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1].map((part) => {
      const row = Math.min(model.calls.length - 1, Math.floor(part * model.calls.length));
      return model.calls[row]?.step ?? 0;
    });
    const there = [...steps, ...steps.toReversed()];
    const moves = there.map((to): StepperMove => ({ kind: 'drag', to }));
    const expected = there.map((step) => model.at(step));

    await showView(page, 'System calls');
    const rows = await walk(page, moves, readCalls);
    expect(rows.map(({ row }) => row)).toEqual(expected.map(({ call }) => call));
    rows.forEach(({ shown }, k) => expect(shown).toContain(expected[k]?.callText ?? '?'));
    await showView(page, 'Processes');
    expect(await walk(page, moves, readTree)).toEqual(
      expected.map(({ processes, waits }) => ({
        processes: processes.map(({ pid, state }) => `${pid} ${state}`),
        waits: [...waits].sort(),
      })),
    );
    await showView(page, 'Gantt chart');
    expect(await walk(page, moves, readChart)).toEqual(
      expected.map(({ nowNs, ready }) => ({
        nowNs,
        ready,
        processors: model.processors,
        threads: model.threads.length,
      })),
    );
    await showView(page, 'Messages');
    expect(await walk(page, moves, readMessages)).toEqual(expected.map(({ message }) => message));

    // A row leads to its moment, and the keyboard goes from moment to moment, both ways.
    await showView(page, 'System calls');
    const calls = page.getByRole('table', { name: 'System calls' });
    await calls.press('Home');
    await calls.locator('[data-row="2"]').click({ position: { x: 40, y: 12 } });
    const last = (step: number): number => model.at(step).call;
    await expect(current(calls)).toHaveAttribute('data-row', `${last(model.calls[2]?.step ?? 0)}`);
    await calls.press('Home');
    const moments = [...new Set(model.calls.map(({ step }) => step))].slice(0, 4);
    await expect(current(calls)).toHaveAttribute('data-row', String(last(moments[0] ?? 0)));
    for (const step of moments.slice(1)) await pressed(calls, 'ArrowDown', last(step));
    for (const step of moments.slice(0, -1).reverse()) await pressed(calls, 'ArrowUp', last(step));
  }

  await test.step('context switches are gone through with the keyboard, and zooming keeps the present in sight', async () => {
    const model = models.eventModels('bounded-buffer.c', EVENT_PROGRAMS['bounded buffer']);
    await showView(page, 'Gantt chart');
    const chart = page.getByRole('group', { name: /^Gantt chart/ });
    await chart.press('Home');
    await expect(chart).toHaveAttribute('data-now', String(model.at(0).nowNs));
    const steps = [...new Set(model.switches)].filter((step) => step > 0).slice(0, 4);
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

  await test.step('calls are filtered, and lead to their line', async () => {
    await record(page, 'pipeline.c');
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
    const lines = EVENT_PROGRAMS.pipeline.split('\n');
    const line = lines.findIndex((each) => each.includes('close(77)')) + 1;
    await expect(calls.getByRole('button', { name: `line ${line}` })).toBeVisible();
  });
});

test('the views are usable with 200 processes, by who doesn’t see them, and on a phone', async ({
  page,
}) => {
  const text = `#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  for (int k = 0; k < 199; k++)
    if (fork() == 0) _exit(k);
  while (wait(NULL) > 0) {
  }
  return 0;
}
`;
  await page.setViewportSize({ width: 1500, height: 900 });
  await openPrograms(page, [{ name: 'many.c', text }]);
  await record(page, 'many.c');
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

// What is read in the page, at one moment: see walk.

function readCalls(pane: HTMLElement) {
  const row = pane.querySelector<HTMLElement>('[data-row][aria-current="step"]');
  return { row: Number(row?.dataset['row'] ?? -1), shown: row?.textContent ?? '' };
}

function readTree(pane: HTMLElement) {
  return {
    processes: [...pane.querySelectorAll<HTMLElement>('[role="tree"] [data-pid]')].map(
      ({ dataset }) => `${dataset['pid']} ${dataset['state']}`,
    ),
    waits: [...pane.querySelectorAll<HTMLElement>('[role="tree"] [data-waits]')]
      .map(({ dataset }) => dataset['waits'] ?? '')
      .sort(),
  };
}

function readChart(pane: HTMLElement) {
  const chart = pane.querySelector('[data-now]');
  const queue = [...pane.querySelectorAll('dt')].find(({ textContent }) =>
    textContent.includes('Ready queue'),
  );
  const ready = queue?.nextElementSibling?.querySelectorAll<HTMLElement>('[data-queued]') ?? [];
  return {
    nowNs: Number(chart?.getAttribute('data-now')),
    ready: [...ready].map(({ dataset }) => Number(dataset['queued'])),
    processors: chart?.querySelectorAll('[data-processor]').length,
    threads: chart?.querySelectorAll('[data-thread]').length,
  };
}

function readMessages(pane: HTMLElement) {
  const chosen = pane.querySelector<HTMLElement>('[data-row][aria-selected="true"]');
  return Number(chosen?.dataset['row'] ?? -1);
}

function current(list: Locator): Locator {
  return list.locator('[aria-current="step"]');
}

/** The row of the moment before, or after. */
async function pressed(list: Locator, key: string, row: number): Promise<void> {
  await list.press(key);
  await expect(current(list)).toHaveAttribute('data-row', String(row));
}
