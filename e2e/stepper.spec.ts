import fs from 'node:fs';
import { expect, test } from 'playwright/test';
import type { Pid } from '@/lib/kernel/pid';
import type { Target } from '@/lib/trace/recording/stepping';
import { bundled } from './support/bundled';
import type * as Inspecting from './support/inspecting';
import { openPrograms, record, type StepperMove, stepper, walk } from './support/stepper';

// Each way that the stepper offers, in both directions, leads where the recording of the same run in Node
// leads: to the same moment, line and process.

type Program = {
  readonly name: string;
  readonly text: string;
  /** Lines, by what stands in them. */
  readonly breakpoint: string;
  readonly cursor: string;
  readonly watch: string;
};

function example(name: string): string {
  return fs.readFileSync(`content/examples/${name}`, 'utf8');
}

const PROGRAMS: readonly Program[] = [
  {
    name: 'tree.c',
    // Without the program that draws it: its instructions have no lines of ours.
    text: example('tree.c').replace('(2, 2)', '(1, 3)').replace('system("pstree")', 'puts("all")'),
    breakpoint: 'if (fork() == 0)',
    cursor: 'while (wait(NULL) > 0)',
    watch: 'i',
  },
  {
    name: 'pipe.c',
    text: example('pipe.c'),
    breakpoint: 'if (n <= 0) break;',
    cursor: 'write(ends[1]',
    watch: 'i',
  },
  {
    name: 'ring.c',
    // At its end something goes wrong, so that there is an error to go to.
    text: example('ring.c').replace(/return 0;\n\}\n$/, 's = NULL;\n    return s->in;\n}\n'),
    breakpoint: 's->item[s->in] = k;',
    cursor: 'printf(',
    watch: 's->in',
  },
];

const FORWARD = [
  ...['Over', 'Into', 'Into', 'Into', 'Into', 'Out', 'Over', 'system call', 'context switch'],
  ...['Into', 'output', 'breakpoint', 'watch changes', 'cursor', 'instruction', 'error'],
];
const BACKWARD = [
  ...['error', 'output', 'context switch', 'system call', 'Over', 'Out', 'Into', 'Into'],
  ...['breakpoint', 'Into', 'watch changes', 'cursor', 'instruction', 'Over'],
];

type Way = 'back' | 'on';
type Step = { readonly by: string; readonly way: Way } | { readonly to: number };

test('every step leads where the recording says, forwards and backwards', async ({ page }) => {
  const node = (await bundled('inspecting')) as typeof Inspecting;
  await openPrograms(page, PROGRAMS);
  for (const program of PROGRAMS) {
    const recording = node.recorded(program.name, program.text);
    const { start, end } = recording;
    await record(page, program.name);
    await setUp(program);

    const middle = Math.floor((start + end) / 2);
    const steps: readonly Step[] = [
      { to: start },
      ...FORWARD.map((by): Step => ({ by, way: 'on' })),
      { to: end },
      ...BACKWARD.map((by): Step => ({ by, way: 'back' })),
      { to: middle },
      ...['Into', 'Over', 'Into'].map((by): Step => ({ by, way: 'on' })),
      ...['Into', 'Over', 'Into'].map((by): Step => ({ by, way: 'back' })),
    ];
    const shown = await walk(page, steps.map(moveOf), (pane) => {
      const rows = [...pane.querySelectorAll('[aria-label="At this moment"] li')];
      const next = rows.find(({ textContent }) => textContent.includes('runs next'));
      const line = /line (\d+)/.exec(pane.querySelector('[data-present]')?.textContent ?? '');
      return {
        step: Number(pane.dataset['moment']),
        line: line === null ? null : Number(line[1]),
        who: next?.querySelector('.font-semibold')?.textContent ?? null,
        told: pane.querySelector('[aria-label="Steps"] [role="status"]')?.textContent ?? '',
      };
    });

    let at = start;
    const seen = new Set<number>();
    steps.forEach((step, k) => {
      const leads =
        'to' in step
          ? step.to
          : node.stepFrom(
              recording,
              at,
              (running) => targetOf(step.by, program, running),
              step.way === 'on' ? 'forward' : 'backward',
            );
      at = leads ?? at;
      seen.add(at);
      const { told, ...standing } = shown[k] ?? { told: '' };
      const what = `${program.name}, move ${k}: ${JSON.stringify(step)}`;
      expect(standing, what).toEqual(node.standingAt(recording, at));
      // Where there is no such moment, it says so.
      expect(told === '', `${what}: “${told}”`).toBe(leads !== null);
    });
    expect(seen.size).toBeGreaterThan(steps.length / 2);
  }

  // The plain editor tells what the name at the cursor is.
  await page.getByRole('textbox', { name: /C source$/ }).press('ArrowRight');
  await expect(page.getByRole('region', { name: 'About printf' })).toContainText('int printf(');

  // A copied link leads there again, whatever else is kept in the browser.
  const pane = stepper(page);
  const moment = (await pane.getAttribute('data-moment')) ?? '';
  const line = await pane.locator('[data-present]').textContent();
  await pane.getByRole('button', { name: 'Copy a link to this moment' }).click();
  await expect(page).toHaveURL(/\/play#p1\.[\w-]+\.m1\.[\w-]+$/);
  await page.reload();
  await expect(pane).toHaveAttribute('data-moment', moment, { timeout: 60_000 });
  await expect(pane.locator('[data-present]')).toHaveText(line ?? '');

  // One that lost its end on the way is told as such.
  await page.evaluate(() => {
    location.hash = location.hash.slice(0, -20);
  });
  await expect(page.getByRole('alert').filter({ hasText: 'is not whole' })).toBeVisible();

  async function setUp({ text, breakpoint, cursor, watch }: Program) {
    const source = page.getByRole('textbox', { name: /C source$/ });
    const caretTo = (found: string) =>
      source.evaluate((area: HTMLTextAreaElement, offset) => {
        area.focus();
        area.setSelectionRange(offset, offset);
      }, text.indexOf(found));
    await caretTo(breakpoint);
    await source.press('F9');
    await caretTo(cursor);
    const pane = stepper(page);
    const field = pane.getByRole('textbox', { name: 'Expression to watch' });
    if (!(await field.isVisible())) await pane.getByRole('button', { name: 'Watch' }).click();
    for (const old of await pane.getByRole('button', { name: /^Remove / }).all()) await old.click();
    await field.fill(watch);
    await field.press('Enter');
    await expect(pane.getByRole('button', { name: `Remove ${watch}` })).toBeVisible();
  }
});

function moveOf(step: Step): StepperMove {
  if ('to' in step) return { kind: 'drag', to: step.to };
  const { by, way } = step;
  return /^[A-Z]/.test(by)
    ? { kind: 'click', button: `${by}, ${way}` }
    : { kind: 'by', what: by, way };
}

/** null: somebody would have to run. */
function targetOf(by: string, { text, ...program }: Program, running: Pid | null): Target | null {
  const lineOf = (found: string) => [
    { file: program.name, line: text.slice(0, text.indexOf(found)).split('\n').length },
  ];
  const thread = null;
  switch (by) {
    case 'Into':
      return { kind: 'line', thread };
    case 'Over':
      return running === null ? { kind: 'line', thread } : { kind: 'over', thread: running };
    case 'Out':
      return running === null ? null : { kind: 'out', thread: running };
    case 'breakpoint':
      return { kind: 'place', lines: lineOf(program.breakpoint), thread };
    case 'cursor':
      return { kind: 'place', lines: lineOf(program.cursor), thread };
    case 'watch changes':
      return running === null
        ? null
        : { kind: 'change', expression: program.watch, thread: running };
    case 'instruction':
      return { kind: 'instruction' };
    case 'output':
    case 'error':
      return { kind: 'event', of: by, thread };
    case 'system call':
      return { kind: 'event', of: 'call', thread };
    default:
      return { kind: 'event', of: 'switch', thread };
  }
}
