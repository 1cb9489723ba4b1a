import { expect, type Locator, type Page, test } from 'playwright/test';
import { factOf } from '@/lib/grading/quiz/computed/facts';
import { faultOfRun } from '@/lib/grading/quiz/computed/faulty-lines';
import { outputsOf, treeOf } from '@/lib/grading/quiz/computed/program-runs';
import { slotsOf } from '@/lib/grading/quiz/workload/run-workload';
import { timesOf } from '@/lib/grading/quiz/workload/times';
import type { Policy, Workload } from '@/lib/grading/quiz/workload/workload';
import type { TreeShape } from '@/lib/trace/tree-shape';
import { COURSE } from './support/course';
import { inspect } from './support/inspect';
import { register, signIn } from './support/sign-in';
import { demonstrationAccount } from './support/accounts';

// Numbers and programs are drawn anew for each student: what is right is worked out here from what the
// page shows, by the machine.

const ORDER = [
  'The shell calls fork',
  'The child calls execve with the name of the command',
  "The kernel replaces the child's memory by the new program",
  "The command's main begins",
  'The command ends with a status',
  'waitpid in the shell returns that status',
];

const PAIRS: Readonly<Record<string, string>> = {
  'fork() in the parent': "the child's pid",
  'fork() in the child': '0',
  'wait(NULL) when a child has ended': "that child's pid",
  'wait(NULL) without children': '-1, with ECHILD',
  'execl(...) when it succeeds': 'nothing - it does not return',
};

test('each kind of question is taken right and wrong, with the keyboard', async ({ page }) => {
  test.setTimeout(900_000);
  await aStudent(page);

  await test.step('right: choices, numbers, texts, orders, pairs, trees and outputs', async () => {
    await begin(page, 'fork-and-wait');
    await card(page, 'return-value').getByRole('radio', { name: '0', exact: true }).click();

    const howMany = card(page, 'how-many');
    await howMany.getByRole('button', { name: 'Hint (free)' }).click();
    await expect(howMany.getByText('How many processes are there after one')).toBeVisible();
    await howMany.getByRole('textbox').fill(String(factOf('processes', await programIn(howMany))));

    for (const id of ['fan-or-chain', 'tree-of-forks'])
      await drawTree(page, card(page, id), treeOf(await programIn(card(page, id))));
    for (const id of ['memory', 'short-circuit', 'buffer']) {
      const [output = ''] = outputsOf(await programIn(card(page, id)));
      await card(page, id).getByRole('textbox').fill(output);
    }
    await putInOrder(page, card(page, 'after-exec'), ORDER);
    for (const [left, right] of Object.entries(PAIRS))
      await card(page, 'what-returns').getByRole('combobox', { name: left }).selectOption(right);
    await card(page, 'status-macro').getByRole('textbox').fill(' WEXITSTATUS ');
    const exitCode = card(page, 'exit-code');
    await exitCode.getByRole('textbox').fill(String(factOf('number', await programIn(exitCode))));
    for (const name of [
      /last instruction/,
      /its entry in the process table/,
      /as soon as its parent/,
    ])
      await card(page, 'zombie').getByRole('checkbox', { name }).click();
    await card(page, 'orphan')
      .getByRole('radio', { name: /init becomes its parent/ })
      .click();
    await submit(page);
    for (let number = 1; number <= 13; number++)
      await expect(page.getByRole('region', { name: `Question ${number}: Right` })).toBeVisible();
    await inspect(page, 'quiz-review-right');
  });

  await test.step('wrong: each says so, and why', async () => {
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await card(page, 'return-value').getByRole('radio', { name: 'its own pid' }).click();
    await card(page, 'how-many').getByRole('textbox').fill('1000');
    await card(page, 'fan-or-chain').getByRole('button', { name: 'Add child' }).click();
    await card(page, 'memory').getByRole('textbox').fill('nothing of that');
    await card(page, 'after-exec').getByRole('button', { name: 'It is in order' }).click();
    await card(page, 'what-returns')
      .getByRole('combobox', { name: 'fork() in the child' })
      .selectOption("the parent's pid");
    await card(page, 'status-macro').getByRole('textbox').fill('WTERMSIG');
    await card(page, 'zombie')
      .getByRole('checkbox', { name: /all of its memory/ })
      .click();
    await submit(page, 'with open ones');
    for (const number of [1, 2, 5, 9, 10, 12])
      await expect(
        page.getByRole('region', { name: `Question ${number}: Not right` }),
      ).toBeVisible();
    await expect(page.getByText('That is the number of the signal')).toBeVisible();
    await expect(page.getByText('Its memory has been given back')).toBeVisible();
    await inspect(page, 'quiz-review-wrong');
  });

  await test.step('charts, tables of times and decisions of a scheduler', async () => {
    await begin(page, 'scheduling');
    await page.getByRole('button', { name: 'Show all' }).click();
    for (const id of ['chart-in-turn', 'chart-round-robin', 'chart-preemptive'])
      await fillChart(page, card(page, id), slotsOf(await workloadIn(card(page, id))));
    const table = card(page, 'times-first-come');
    const workload = await workloadIn(table);
    for (const { name, end, turnaround, waiting } of timesOf(workload, slotsOf(workload))) {
      await table.getByRole('textbox', { name: `${name}, ends at` }).fill(String(end));
      await table.getByRole('textbox', { name: `${name}, turnaround` }).fill(String(turnaround));
      await table.getByRole('textbox', { name: `${name}, waiting` }).fill(String(waiting + 1));
    }
    for (const id of ['next-remaining', 'next-priority', 'next-in-turn']) {
      const time = Number(/It is (\d+) ms/.exec(await card(page, id).innerText())?.[1]);
      const chosen = slotsOf(await workloadIn(card(page, id)))[time] ?? '';
      await card(page, id).getByRole('radio', { name: chosen, exact: true }).click();
    }
    await inspect(page, 'quiz-scheduling');
    await submit(page, 'with open ones');
    for (const number of [1, 2, 3, 6, 7, 8])
      await expect(page.getByRole('region', { name: `Question ${number}: Right` })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Question 4: Partly right' })).toBeVisible();
    await inspect(page, 'quiz-review-scheduling');
  });

  await test.step('a line with a fault, and outputs that are possible', async () => {
    await begin(page, 'process-in-memory');
    await page.getByRole('button', { name: 'Show all' }).click();
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

    await begin(page, 'possible-outputs');
    await page.getByRole('button', { name: 'Show all' }).click();
    const two = card(page, 'two-letters');
    for (const output of outputsOf(await programIn(two)))
      await two.getByRole('checkbox', { name: output, exact: true }).click();
    await submit(page, 'with open ones');
    await expect(page.getByRole('region', { name: 'Question 1: Right' })).toBeVisible();
  });

  await test.step('the grades say what was reached', async () => {
    await page.goto(`${COURSE}/grades`);
    const row = page.getByRole('row').filter({ hasText: 'Fork and wait' });
    await expect(row).toContainText('21');
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
    await page.getByRole('button', { name: 'Show all' }).click();
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
  await expect(page.getByRole('button', { name: 'Submit answers' })).toBeVisible();
  if (quiz === 'fork-and-wait') await page.getByRole('button', { name: 'Show all' }).click();
}

async function submit(page: Page, open?: 'with open ones'): Promise<void> {
  await expect(page.locator('[data-answers]')).toHaveText('Saved');
  await page.getByRole('button', { name: 'Submit answers' }).click();
  if (open !== undefined) await page.getByRole('button', { name: 'Submit anyway' }).click();
  await expect(page.getByRole('region', { name: 'Your result' })).toBeVisible();
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
    const up = question.getByRole('button', { name: `Move up: ${text}` });
    await up.focus();
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

async function fillChart(page: Page, question: Locator, slots: readonly string[]): Promise<void> {
  await question.getByRole('button', { name: 'P1 from 0 to 1' }).focus();
  for (const slot of slots) await page.keyboard.press(slot === '-' ? '0' : slot.slice(1));
  await expect(question.getByText('Every unit of time is filled.')).toBeVisible();
}
