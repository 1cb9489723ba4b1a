import { expect, type Page, test } from 'playwright/test';
import { demonstrationAccount } from './support/accounts';
import { FORK_TREE, LOST_UPDATE as COUNTER } from './support/course';
import { exerciseFile } from './support/editor';
import { inspect } from './support/inspect';
import { signIn } from './support/sign-in';

const LOST_UPDATE = `#include <assert.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int *count = mmap(NULL, sizeof(int), PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    *count = *count + 1;
    _exit(0);
  }
  *count = *count + 1;
  wait(NULL);
  printf("%d\\n", *count);
  assert(*count == 2);
  return 0;
}
`;
const CHILD_ADDS = 11;
const PARENT_ADDS = 14;
const ASSERT = 17;

const program = (page: Page) => page.getByRole('textbox', { name: 'Your program' });
const timeline = (page: Page) => page.getByRole('listbox', { name: 'Timeline' });
const chosen = (page: Page) => timeline(page).getByRole('option', { selected: true });

/** Of a long timeline only what is looked at is in the page. */
const mark = (page: Page, k: number) => timeline(page).locator(`[data-mark="${k}"]`);
const markCount = async (page: Page) =>
  Number(await timeline(page).getByRole('option').first().getAttribute('aria-setsize'));

async function toEnd(page: Page): Promise<void> {
  await timeline(page).focus();
  await page.keyboard.press('End');
}

/** The line that the editor marks. */
const markedLine = (page: Page) => page.locator('[data-marked]');

async function exploreLostUpdate(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
  await signIn(page, demonstrationAccount('student'));
  await page.goto(FORK_TREE);
  await program(page).fill(LOST_UPDATE);
  await page.getByRole('button', { name: 'Explore', exact: true }).click();
  await expect(page.getByText('Refuted')).toBeVisible();
}

test('a lost update is refuted, and its counterexample is stepped through both ways', async ({
  page,
}) => {
  await exploreLostUpdate(page);
  const violation = page.getByRole('region', { name: 'Violation' });
  await expect(violation).toContainText('An assertion fails');
  await expect(violation).toContainText('is lost');
  await violation.getByRole('button', { name: 'Show how' }).click();

  // It opens where it goes wrong, with the editor at that line.
  await expect(markedLine(page)).toHaveText(String(ASSERT));
  await expect(page.locator('[data-conflict]').first()).toBeAttached();
  await timeline(page).focus();
  await page.keyboard.press('Home');
  await expect(mark(page, 0)).toHaveAttribute('aria-selected', 'true');

  // Forwards to the end and back again: the same marks, at the same lines.
  const visited: string[] = [];
  const count = await markCount(page);
  for (let k = 0; k < count; k++) {
    visited.push((await chosen(page).textContent()) ?? '');
    await page.keyboard.press('ArrowDown');
  }
  await expect(markedLine(page)).toHaveText(String(ASSERT));
  for (let k = count - 1; k >= 0; k--) {
    await expect(chosen(page)).toHaveText(visited[k] ?? '');
    await page.keyboard.press('ArrowUp');
  }

  // Both additions are stepped through line by line, in whichever order this schedule has them.
  await page.keyboard.press('Home');
  const lines = new Set<string>();
  for (let k = 0; k < 12; k++) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('group', { name: 'Steps' })).toBeVisible();
    await page.waitForTimeout(50);
    lines.add((await markedLine(page).textContent()) ?? '');
  }
  expect([...lines]).toEqual(expect.arrayContaining([String(CHILD_ADDS), String(PARENT_ADDS)]));
});

test('a run is stepped through; a click on a mark goes there', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
  await signIn(page, demonstrationAccount('student'));
  await page.goto(FORK_TREE);
  await program(page).fill(LOST_UPDATE);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Step through it' }).click();
  const fork = timeline(page).getByRole('option').filter({ hasText: 'makes child' });
  await fork.click();
  await expect(markedLine(page)).toHaveText('10');
  await expect(page.getByRole('region', { name: 'Moment' })).toContainText('child');
});

/** So many orders that nobody waits for the end: five processes add to one counter. */
const MANY_ORDERS = `#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int *count = mmap(NULL, sizeof(int), PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int child = 0; child < 5; child++) {
    if (fork() == 0) {
      for (int k = 0; k < 8; k++) *count = *count + 1;
      _exit(0);
    }
  }
  for (int child = 0; child < 5; child++) wait(NULL);
  printf("%d\\n", *count);
  return 0;
}
`;

async function openExercise(page: Page, exercise: string, source: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
  await signIn(page, demonstrationAccount('student'));
  await page.goto(exercise);
  await program(page).fill(source);
}

const explore = (page: Page) => page.getByRole('button', { name: 'Explore', exact: true }).click();
const verdictOf = (page: Page) => page.locator('[data-verdict]');
const outputs = (page: Page) => page.getByRole('button', { name: /^How it prints/ });

test('a flawed program is refuted by the checks of its exercise; the way there is stepped back', async ({
  page,
}) => {
  await openExercise(page, COUNTER, exerciseFile('lost-update/wrong/no-lock.c'));
  await explore(page);
  await expect(verdictOf(page)).toHaveAttribute('data-verdict', 'refuted');
  const wrong = page.getByRole('region', { name: 'What goes wrong' });
  await expect(wrong).toContainText('The counter is 4 at the end, always');
  const holds = page.getByRole('region', { name: 'What holds' });
  await expect(holds.locator('[data-claim="proved"]')).toHaveCount(4);
  // The list of checks in the task knows it, too.
  await expect(
    page.getByRole('img', { name: 'Does not pass in your browser yet' }).first(),
  ).toBeVisible();

  await wrong.getByRole('button', { name: /Step through this run/ }).click();
  await expect(page.locator('[data-conflict]').first()).toBeAttached();
  await toEnd(page);
  const count = await markCount(page);
  await expect(mark(page, count - 1)).toHaveAttribute('aria-selected', 'true');
  const lines = new Set<string>();
  for (let k = count - 1; k > 0; k--) {
    await page.keyboard.press('ArrowUp');
    await expect(mark(page, k - 1)).toHaveAttribute('aria-selected', 'true');
    if ((await markedLine(page).count()) > 0)
      lines.add((await markedLine(page).first().textContent()) ?? '');
  }
  // Reading and writing, a line each.
  expect([...lines]).toEqual(expect.arrayContaining(['17', '18']));
  // The same for those who don't see lanes.
  await page.getByRole('button', { name: 'As a table' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'conflicts with' }).first()).toBeVisible();
});

test('every possible output has a way to it, and what cannot come out is told why', async ({
  page,
}) => {
  await openExercise(page, COUNTER, exerciseFile('lost-update/wrong/no-lock.c'));
  await explore(page);
  await expect(page.getByText('3 outputs are possible')).toBeVisible();
  await expect(outputs(page)).toHaveCount(3);
  const question = page.getByLabel('Can it print this?');
  await question.fill('5');
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByText('No, in no order of steps.')).toBeVisible();
  await expect(page.getByText('The first line is never “5”.')).toBeVisible();
  await question.fill('3');
  await page.getByRole('button', { name: 'Ask' }).click();
  await expect(page.getByText('Yes, there is an order of steps in which it does.')).toBeVisible();
  await outputs(page).last().click();
  await toEnd(page);
  await expect(timeline(page)).toContainText('prints “3\\n”');
});

test('a long exploration is cancelled at once, and what it found stays', async ({ page }) => {
  await openExercise(page, FORK_TREE, MANY_ORDERS);
  await explore(page);
  await expect(outputs(page).first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Trying every order of steps…')).toBeVisible();
  const begun = Date.now();
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
  expect(Date.now() - begun).toBeLessThan(2_000);
  await expect(page.getByRole('button', { name: 'Explore', exact: true })).toBeVisible();
  await outputs(page).first().click();
  await toEnd(page);
  await expect(timeline(page)).toContainText('ends, status 0');
});

test('the counterexample of a verdict is stepped through, where it was submitted and on its page', async ({
  page,
}) => {
  await openExercise(page, COUNTER, exerciseFile('lost-update/wrong/no-lock.c'));
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  const toMend = page.getByRole('region', { name: 'First thing to mend' });
  await toMend.getByRole('button', { name: /Step through this run/ }).click({ timeout: 60_000 });
  await expect(page.locator('[data-conflict]').first()).toBeAttached();
  await expect(markedLine(page).first()).toBeVisible();
  await toEnd(page);
  await page.keyboard.press('ArrowUp');
  const count = await markCount(page);
  await expect(mark(page, count - 2)).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('tab', { name: /Submissions/ }).click();
  await page.getByRole('link', { name: 'On its own page' }).first().click();
  await page
    .getByRole('region', { name: 'First thing to mend' })
    .getByRole('button', { name: /Step through this run/ })
    .click();
  await expect(page.locator('[data-conflict]').first()).toBeAttached();
  await expect(markedLine(page).first()).toBeVisible();

  // The moment has an address.
  const stepper = page.getByRole('region', { name: 'Stepper' });
  await expect(stepper).toHaveAttribute('data-moment', /[1-9]/);
  const moment = (await stepper.getAttribute('data-moment')) ?? '';
  await stepper.getByRole('button', { name: 'Copy a link to this moment' }).click();
  await expect(page).toHaveURL(/#m1\.[\w-]+$/);
  await page.reload();
  await expect(stepper).toHaveAttribute('data-moment', moment, { timeout: 60_000 });
});

const SIZES = [
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    /** In both themes, without doing it all again. */
    async function look(page: Page, state: string): Promise<void> {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await inspect(page, `${state}-${name}-${colorScheme}`);
      }
    }

    test('exploring and stepping', async ({ page }) => {
      await exploreLostUpdate(page);
      await look(page, 'explore');
      await page.getByRole('button', { name: 'Show how' }).click();
      await expect(markedLine(page)).toHaveText(String(ASSERT));
      await expect(page.getByRole('region', { name: 'Moment' })).toContainText('parent');
      await look(page, 'steps');
      await page.getByRole('button', { name: 'As a table' }).click();
      await look(page, 'steps-table');
    });

    test('exploring for checks, cut short and to its end', async ({ page }) => {
      await openExercise(page, COUNTER, MANY_ORDERS);
      await page.getByRole('tab', { name: 'Explore' }).click();
      await look(page, 'explore-before');
      await explore(page);
      await expect(outputs(page).first()).toBeVisible({ timeout: 60_000 });
      await page.getByRole('button', { name: 'Cancel' }).first().click();
      await look(page, 'explore-cancelled');

      await program(page).fill(exerciseFile('lost-update/wrong/no-lock.c'));
      await explore(page);
      await expect(verdictOf(page)).toBeVisible();
      await page.getByLabel('Can it print this?').fill('5');
      await page.getByRole('button', { name: 'Ask' }).click();
      await look(page, 'explore-refuted');

      await program(page).fill(exerciseFile('lost-update/solution.c'));
      await explore(page);
      await expect(verdictOf(page)).toHaveAttribute('data-verdict', 'proved');
      await look(page, 'explore-proved');

      await program(page).fill('int main(void) { return nothing; }');
      await explore(page);
      await expect(page.getByText('It does not compile yet')).toBeVisible();
      await look(page, 'explore-not-compiled');
    });
  });
}
