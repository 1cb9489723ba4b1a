import { expect, type Locator, type Page, test } from 'playwright/test';
import { faultOfRun } from '@/lib/grading/quiz/computed/faulty-lines';
import { outputsOf, treeOf } from '@/lib/grading/quiz/computed/program-runs';
import { slotsOf } from '@/lib/grading/quiz/workload/run-workload';
import { type ProcessTimes, timesOf } from '@/lib/grading/quiz/workload/times';
import type { Policy, Workload } from '@/lib/grading/quiz/workload/workload';
import type { TreeShape } from '@/lib/trace/tree-shape';
import { COURSE } from './support/course';
import { inspect } from './support/inspect';
import { register, signIn } from './support/sign-in';
import { demonstrationAccount } from './support/accounts';

// Numbers and programs are drawn anew for each student: what is right is worked out here from what the
// page shows, by the machine.

/** In "Scheduling", for who has read the lesson. */
const SCHEDULERS: Readonly<Record<string, string>> = {
  'decides who gets the processor next': 'short-term',
  'decides which jobs are let into memory at all': 'long-term',
  'takes processes out of memory for a while and brings them back': 'medium-term',
  'has to decide many times a second': 'short-term',
  'sees to a good mix of I/O-bound and CPU-bound processes': 'long-term',
};

const WAY_OF_A_READ = [
  'It is running and calls',
  'It is waiting, in the queue',
  'has the data and interrupts',
  'It is ready, in the ready queue',
  'The short-term scheduler chooses it',
  'It is running and has the data',
];

// A place that is missing is told of soon, and not when the whole test is over.
test.use({ actionTimeout: 30_000 });

test('each kind of question is taken right and wrong, with the keyboard', async ({ page }) => {
  test.setTimeout(600_000);
  await aStudent(page);

  await test.step('right: charts, tables, decisions, numbers, choices, texts, orders and pairs', async () => {
    await begin(page, 'scheduling');
    for (const id of ['chart-in-turn', 'chart-round-robin', 'chart-preemptive'])
      await fillChart(page, card(page, id), slotsOf(await workloadIn(card(page, id))));
    for (const id of ['times-first-come', 'times-round-robin']) {
      const workload = await workloadIn(card(page, id));
      await fillTable(card(page, id), timesOf(workload, slotsOf(workload)));
    }
    for (const id of ['next-remaining', 'next-priority', 'next-in-turn'])
      await card(page, id)
        .getByRole('radio', { name: await nextIn(card(page, id)), exact: true })
        .click();
    const average = card(page, 'average-waiting');
    const workload = await workloadIn(average);
    const waiting = timesOf(workload, slotsOf(workload)).map((times) => times.waiting);
    const mean = waiting.reduce((sum, each) => sum + each, 0) / waiting.length;
    await average.getByRole('textbox').fill(mean.toFixed(2));
    await average.getByRole('combobox').selectOption('ms');
    const overhead = card(page, 'overhead');
    await overhead.getByRole('button', { name: 'Hint (free)' }).click();
    await expect(overhead.getByText('How long does one round')).toBeVisible();
    const [choosing = 0, running = 0] = await numbersIn(overhead, /needs (\d+) ms .* for (\d+) ms/);
    await overhead.getByRole('textbox').fill(((100 * choosing) / (choosing + running)).toFixed(2));
    for (const [left, right] of Object.entries(SCHEDULERS))
      await card(page, 'which-scheduler').getByRole('combobox', { name: left }).selectOption(right);
    await putInOrder(page, card(page, 'way-through-states'), WAY_OF_A_READ);
    for (const name of [/^The short ones queue/, /^The devices stand idle/])
      await card(page, 'convoy').getByRole('checkbox', { name }).click();
    await card(page, 'time-slice').getByRole('textbox').fill(' Time slice ');
    const [cost = 0] = await numbersIn(card(page, 'quantum-choice'), /takes (\d+) ms/);
    await card(page, 'quantum-choice')
      .getByRole('radio', { name: `${cost * 99} ms`, exact: true })
      .click();
    await inspect(page, 'quiz-scheduling');
    await submit(page);
    await expect(page.getByRole('region', { name: /^Question \d+: Right/ })).toHaveCount(15);
    await inspect(page, 'quiz-review-right');
  });

  await test.step('wrong: each says so, and why', async () => {
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    const chart = card(page, 'chart-preemptive');
    const slots = slotsOf(await workloadIn(chart));
    await fillChart(page, chart, [...slots].reverse());
    const table = card(page, 'times-first-come');
    const workload = await workloadIn(table);
    const times = timesOf(workload, slotsOf(workload));
    await fillTable(
      table,
      times.map((each) => ({ ...each, waiting: each.waiting + 1 })),
    );
    const decision = card(page, 'next-remaining');
    const right = await nextIn(decision);
    // Who has ended is not offered.
    for (const name of ['P1', 'P2', 'P3'].filter((each) => each !== right)) {
      const other = decision.getByRole('radio', { name, exact: true });
      if (await other.isVisible()) await other.click();
    }
    const overhead = card(page, 'overhead');
    const [choosing = 0, running = 0] = await numbersIn(overhead, /needs (\d+) ms .* for (\d+) ms/);
    await overhead.getByRole('textbox').fill(((100 * choosing) / running).toFixed(3));
    await card(page, 'which-scheduler')
      .getByRole('combobox', { name: 'decides who gets the processor next' })
      .selectOption('long-term');
    await putInOrder(page, card(page, 'way-through-states'), [...WAY_OF_A_READ].reverse());
    await card(page, 'convoy')
      .getByRole('checkbox', { name: /^The long one may never/ })
      .click();
    await card(page, 'time-slice').getByRole('textbox').fill('burst');
    const [cost = 0] = await numbersIn(card(page, 'quantum-choice'), /takes (\d+) ms/);
    await card(page, 'quantum-choice')
      .getByRole('radio', { name: `${cost} ms`, exact: true })
      .click();
    await submit(page, 'with open ones');
    for (const number of [6, 10, 11, 12, 13, 14, 15])
      await expect(
        page.getByRole('region', { name: `Question ${number}: Not right` }),
      ).toBeVisible();
    for (const number of [3, 4])
      await expect(
        page.getByRole('region', { name: new RegExp(`^Question ${number}: (Not|Partly) right`) }),
      ).toBeVisible();
    for (const why of [
      'The whole is the time of choosing and the time of running together',
      'Everyone comes to a turn',
      'A burst is what the process needs until it waits',
      'That would be half of the time',
    ])
      await expect(page.getByText(why).first()).toBeVisible();
    await inspect(page, 'quiz-review-wrong');
  });

  await test.step('trees and outputs, one right and one wrong', async () => {
    await begin(page, 'fork-and-wait');
    const tree = card(page, 'fan-or-chain');
    await drawTree(page, tree, treeOf(await programIn(tree)));
    await card(page, 'tree-of-forks').getByRole('button', { name: 'Add child' }).click();
    const [output = ''] = outputsOf(await programIn(card(page, 'buffer')));
    await card(page, 'buffer').getByRole('textbox').fill(output);
    await card(page, 'memory').getByRole('textbox').fill('nothing of that');
    await submit(page, 'with open ones');
    for (const number of [3, 7])
      await expect(page.getByRole('region', { name: `Question ${number}: Right` })).toBeVisible();
    for (const number of [4, 5])
      await expect(
        page.getByRole('region', { name: new RegExp(`^Question ${number}: (Not|Partly) right`) }),
      ).toBeVisible();
  });

  await test.step('a line with a fault, right and wrong', async () => {
    await begin(page, 'lifetime-of-memory');
    const faulty = card(page, 'after-free');
    const program = (await faulty.locator('code').allInnerTexts()).join('\n');
    const [line] = faultOfRun({ program, stdin: '' }).lines;
    await faulty.getByRole('radio', { name: new RegExp(`^Line ${line ?? 0}\\b`) }).click();
    await card(page, 'one-too-far')
      .getByRole('radio', { name: /^Line 1\b/ })
      .click();
    await submit(page, 'with open ones');
    await expect(page.getByRole('region', { name: 'Question 6: Right' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Question 7: Not right' })).toBeVisible();
  });

  await test.step('outputs that are possible, and one that is not', async () => {
    await begin(page, 'possible-outputs');
    const two = card(page, 'two-letters');
    const possible = outputsOf(await programIn(two));
    for (const output of possible)
      await two.getByRole('checkbox', { name: output, exact: true }).click();
    await card(page, 'buffered').getByRole('checkbox', { name: 'ABC', exact: true }).click();
    await submit(page, 'with open ones');
    await expect(page.getByRole('region', { name: 'Question 1: Right' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Question 5: Not right' })).toBeVisible();
  });

  await test.step('the grades say what was reached: the better of two', async () => {
    await page.goto(`${COURSE}/grades`);
    const row = page.getByRole('row').filter({ hasText: /Scheduling(?! queues)/ });
    await expect(row).toContainText('32');
    await expect(row).toContainText('2');
  });
});

test('a timed test goes on after a lost connection', async ({ page, context }) => {
  test.setTimeout(300_000);
  await aStudent(page);
  await begin(page, 'chapter-test');
  const clock = page.getByRole('timer', { name: 'Time left' });
  await expect(clock).toHaveText(/^(40:00|39:\d\d)$/);
  const numbers = page.getByRole('navigation', { name: 'Questions' });
  await expect(numbers.getByRole('button')).toHaveCount(25);
  const status = page.locator('[data-answers]');

  await test.step('what is answered meanwhile is kept, and sent when the connection is back', async () => {
    await context.setOffline(true);
    const fields = page.getByRole('textbox');
    await fields.first().fill('given offline');
    await expect(status).toHaveText('No connection: kept in this browser');
    await context.setOffline(false);
    await expect(status).toHaveText('Saved');
    await page.reload();
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(page.getByRole('textbox').first()).toHaveValue('given offline');
    await expect(clock).toHaveText(/^3\d:\d\d$/);
    await inspect(page, 'quiz-timed');
  });

  await test.step('it is submitted and graded', async () => {
    await submit(page, 'with open ones');
    await expect(page.getByRole('region', { name: 'Your result' })).toContainText('0 of 25 points');
    await expect(page.getByText('2 tries, 1 left.')).toBeVisible();
    await page.goto(`${COURSE}/grades`);
    await expect(page.getByRole('row').filter({ hasText: 'Test of the chapter' })).toContainText(
      '1',
    );
  });
});

async function aStudent(page: Page): Promise<void> {
  const teaching = await page.context().browser()?.newContext();
  if (teaching === undefined) throw new Error('no browser');
  const instructor = await teaching.newPage();
  await signIn(instructor, demonstrationAccount('instructor'));
  await instructor.goto(COURSE);
  const code = (await instructor.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/).textContent()) ?? '';
  await teaching.close();
  await register(page, `Quinn Asker ${Date.now().toString(36)}`);
  await page.getByLabel('Code of the course').fill(code);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page).toHaveURL(new RegExp(`${COURSE}$`));
}

async function begin(page: Page, quiz: string): Promise<void> {
  await page.goto(`${COURSE}/quizzes/${quiz}`);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('button', { name: 'Submit answers' })).toBeVisible({
    timeout: 60_000,
  });
  // Where there are many, they come one at a time.
  const all = page.getByRole('button', { name: 'Show all' });
  if (await all.isVisible()) await all.click();
}

async function submit(page: Page, open?: 'with open ones'): Promise<void> {
  await expect(page.locator('[data-answers]')).toHaveText('Saved');
  await page.getByRole('button', { name: 'Submit answers' }).click();
  if (open !== undefined) await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expect(page.getByRole('region', { name: 'Your result' })).toBeVisible({ timeout: 60_000 });
}

function card(page: Page, id: string): Locator {
  return page.locator(`[id="${id}"]`);
}

async function programIn(question: Locator): Promise<{ program: string; stdin: string }> {
  return { program: await question.locator('pre[aria-label="Program"]').innerText(), stdin: '' };
}

async function workloadIn(question: Locator): Promise<Workload> {
  const table = question.getByRole('group', { name: 'Workload', exact: true });
  const caption = await question.locator('figcaption').first().innerText();
  const rows = await table.locator('tbody tr').all();
  const processes = await Promise.all(
    rows.map(async (row) => {
      const [name = '', ...cells] = await row.locator('th, td').allInnerTexts();
      const [arrival = 0, burst = 0, priority = 0] = cells.map(Number);
      return { name, arrival, burst, priority };
    }),
  );
  return { unit: 'ms', processes, policy: policyOf(caption) };
}

function policyOf(caption: string): Policy {
  const quantum = /quantum of (\d+)/.exec(caption)?.[1];
  if (quantum !== undefined) return { scheduler: 'rr', quantum: Number(quantum) };
  if (caption.includes('priorities'))
    return { scheduler: 'priority', preemptive: !caption.includes('not preemptive') };
  if (caption.includes('shortest remaining')) return { scheduler: 'srtf' };
  return { scheduler: caption.includes('shortest job') ? 'sjf' : 'fcfs' };
}

async function drawTree(page: Page, question: Locator, shape: TreeShape): Promise<void> {
  const tree = question.getByRole('tree');
  await tree.focus();
  const draw = async ({ children }: TreeShape): Promise<void> => {
    for (let made = 0; made < children.length; made++) await page.keyboard.press('Enter');
    for (const [at, child] of children.entries()) {
      await page.keyboard.press('ArrowRight');
      // To the brother: over all that is below those before it.
      const before = children.slice(0, at).reduce((sum, each) => sum + sizeOf(each), 0);
      for (let step = 0; step < before; step++) await page.keyboard.press('ArrowDown');
      await draw(child);
      await page.keyboard.press('ArrowLeft');
    }
  };
  await draw(shape);
  await expect(tree.getByRole('treeitem')).toHaveCount(sizeOf(shape));
}

function sizeOf({ children }: TreeShape): number {
  return children.reduce((sum, child) => sum + sizeOf(child), 1);
}

async function putInOrder(page: Page, question: Locator, order: readonly string[]): Promise<void> {
  for (const [place, text] of order.entries()) {
    await question.getByRole('button', { name: new RegExp(`^Move up: .*${text}`) }).focus();
    const items = await question.locator('ol > li').allInnerTexts();
    const at = items.findIndex((item) => item.includes(text));
    for (let step = at; step > place; step--) await page.keyboard.press('Alt+ArrowUp');
    // One that was there from the beginning counts as placed, too.
    if (at === place && place === 0) {
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press('Alt+ArrowUp');
    }
  }
}

async function numbersIn(question: Locator, pattern: RegExp): Promise<readonly number[]> {
  const [, ...numbers] = pattern.exec(await question.innerText()) ?? [];
  return numbers.map(Number);
}

/** Whom the policy takes at the moment that is asked about. */
async function nextIn(question: Locator): Promise<string> {
  const [time = 0] = await numbersIn(question, /It is (\d+) ms/);
  return slotsOf(await workloadIn(question))[time] ?? '';
}

async function fillTable(question: Locator, rows: readonly ProcessTimes[]): Promise<void> {
  for (const { name, end, turnaround, waiting, response } of rows) {
    const cells = { 'ends at': end, turnaround, waiting, response };
    for (const [column, value] of Object.entries(cells)) {
      const cell = question.getByRole('textbox', { name: `${name}, ${column}` });
      if ((await cell.count()) === 1) await cell.fill(String(value));
    }
  }
}

async function fillChart(page: Page, question: Locator, slots: readonly string[]): Promise<void> {
  await question.getByRole('button', { name: 'P1 from 0 to 1' }).focus();
  for (const slot of slots) await page.keyboard.press(slot === '-' ? '0' : slot.slice(1));
  await expect(question.getByText('Every unit of time is filled.')).toBeVisible();
}
