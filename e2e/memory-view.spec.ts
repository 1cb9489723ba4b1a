import fs from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { bundled } from './support/bundled';
import { inspect } from './support/inspect';
import type * as Inspecting from './support/inspecting';
import { openPrograms, record, showView, type StepperMove, walk } from './support/stepper';

// What the views of memory and of control blocks show is what the machine has, reckoned in Node.

/** A fork tree, a pipeline, a bounded buffer in shared memory. */
const PROGRAMS = ['tree.c', 'pipe.c', 'ring.c'].map((name) => ({
  name,
  text: fs.readFileSync(`content/examples/${name}`, 'utf8'),
}));

const INTO_ON: StepperMove = { kind: 'click', button: 'Into, on' };
const INTO_BACK: StepperMove = { kind: 'click', button: 'Into, back' };

test('memory and control blocks are the machine’s, forwards and backwards', async ({ page }) => {
  const node = (await bundled('inspecting')) as typeof Inspecting;
  await openPrograms(page, PROGRAMS);
  for (const { name, text } of PROGRAMS) {
    const recording = node.recorded(name, text);
    const moves = thereAndBack(recording.start, recording.end);
    await record(page, name);

    await showView(page, 'Memory');
    await expect(page.locator('[data-memory-at]')).toBeVisible();
    const memories = await walk(page, moves, readMemory);
    for (const { step, processes } of memories)
      for (const { pid, values } of processes)
        expect(values, `${name}: process ${pid} at step ${step}`).toMatchObject(
          node.valuesAt(recording, step, pid),
        );
    expectSameAgain(memories);
    expect(memories.filter(({ processes }) => processes.length > 0).length).toBeGreaterThan(8);

    // Two beside each other.
    await walk(page, [{ kind: 'drag', to: Math.floor(recording.end / 2) }], readMemory);
    await page.getByRole('combobox', { name: 'beside' }).selectOption({ index: 1 });
    await expect(page.locator('[data-memory-of]')).toHaveCount(2);
    const [both] = await walk(page, [INTO_BACK], readMemory);
    expect(both?.processes).toHaveLength(2);
    for (const { pid, values } of both?.processes ?? [])
      expect(values).toMatchObject(node.valuesAt(recording, both?.step ?? 0, pid));

    await showView(page, 'Control blocks');
    await expect(page.locator('[data-blocks-at]')).toBeVisible();
    const moments = await walk(page, moves, readBlocks);
    for (const { step, shown, members } of moments) {
      const { blocks, queues } = node.controlBlocksAt(recording, step);
      expect(shown, `${name}: at step ${step}`).toEqual(
        blocks.slice(0, shown.length).map(({ pid, state }) => `${pid} ${state}`),
      );
      expect(members, `${name}: queues at step ${step}`).toEqual(
        queues.flatMap((queue, lane) => queue.members.map((pid, k) => `${lane}:${k}:${pid}`)),
      );
    }
    expectSameAgain(moments);
  }
  await record(page, 'ring.c');
  for (const view of ['Memory', 'Control blocks'] as const) await lookAt(page, view);
});

/** From line to line, then over the whole run, and back by the same moments. */
function thereAndBack(start: number, end: number): readonly StepperMove[] {
  const drags = [0.2, 0.4, 0.6, 0.8, 1].map((part): StepperMove => ({
    kind: 'drag',
    to: Math.floor(start + part * (end - start)),
  }));
  const first: StepperMove = { kind: 'drag', to: start };
  const on = [INTO_ON, INTO_ON, INTO_ON];
  const backAgain = drags.slice(0, -1).toReversed();
  return [first, ...on, INTO_BACK, INTO_BACK, ...drags, INTO_BACK, ...backAgain, first];
}

/** However one comes to a moment, it is the same. */
function expectSameAgain(readings: readonly { readonly step: number }[]) {
  const seen = new Map<number, unknown>();
  for (const reading of readings) {
    expect(reading).toEqual(seen.get(reading.step) ?? reading);
    seen.set(reading.step, reading);
  }
  expect(seen.size).toBeGreaterThan(5);
  expect(seen.size).toBeLessThan(readings.length - 4);
}

function readMemory(pane: HTMLElement) {
  return {
    step: Number(pane.dataset['moment']),
    processes: [...pane.querySelectorAll('[data-memory-of]')].map((map) => ({
      pid: Number(map.getAttribute('data-memory-of')),
      values: Object.fromEntries(
        [...map.querySelectorAll<HTMLElement>('[data-object]')].map(({ dataset }) => [
          dataset['object'] ?? '',
          dataset['value'] ?? '',
        ]),
      ),
    })),
  };
}

function readBlocks(pane: HTMLElement) {
  return {
    step: Number(pane.dataset['moment']),
    shown: [...pane.querySelectorAll<HTMLElement>('[role="option"][data-pid]')].map(
      ({ dataset }) => `${dataset['pid']} ${dataset['state']}`,
    ),
    members: [...pane.querySelectorAll<HTMLElement>('[data-queue-member]')].map(
      ({ dataset }) => dataset['queueMember'],
    ),
  };
}

/** Both forms, on a desktop and on a phone, in both themes. */
async function lookAt(page: Page, view: string): Promise<void> {
  const name = view.toLowerCase().replace(' ', '-');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light' });
  await showView(page, view);
  await inspect(page, name);
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await inspect(page, `${name}-phone-dark`);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await inspect(page, `${name}-table-phone-dark`);
}
