import { expect, type Page, test } from 'playwright/test';
import { demonstrationAccount } from './support/accounts';
import { FORK_TREE } from './support/course';
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
  await expect(timeline(page).getByRole('option').first()).toHaveAttribute('aria-selected', 'true');

  // Forwards to the end and back again: the same marks, at the same lines.
  const visited: string[] = [];
  const count = await timeline(page).getByRole('option').count();
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

const SIZES = [
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const;

for (const { name, viewport } of SIZES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });

      test('exploring and stepping', async ({ page }) => {
        await exploreLostUpdate(page);
        await inspect(page, `explore-${name}-${colorScheme}`);
        await page.getByRole('button', { name: 'Show how' }).click();
        await expect(markedLine(page)).toHaveText(String(ASSERT));
        await expect(page.getByRole('region', { name: 'Moment' })).toContainText('parent');
        await inspect(page, `steps-${name}-${colorScheme}`);
      });
    });
  }
}
