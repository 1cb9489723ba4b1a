import { expect, type Page, test } from 'playwright/test';
import { demonstrationAccount } from './support/accounts';
import { COURSE, FORK_TREE } from './support/course';
import { expectDraftSaved } from './support/editor';
import { register, signIn } from './support/sign-in';

// The plain editor: what is tested here does not depend on the editor, and it is quick to fill.
test.use({
  storageState: { cookies: [], origins: [] },
});

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
});

const program = (page: Page) => page.getByRole('textbox', { name: 'Your program' });
const terminal = (page: Page) => page.getByRole('log', { name: 'Terminal' });
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click();

const SUM = `#include <stdio.h>
int main(void) {
  int number, sum = 0;
  while (printf("? "), fflush(stdout), scanf("%d", &number) == 1) sum += number;
  printf("\\nsum %d\\n", sum);
  return 0;
}
`;

test('a program asks, the reader answers line by line and ends the input', async ({ page }) => {
  await signIn(page, demonstrationAccount('student'));
  await page.goto(FORK_TREE);
  await program(page).fill(SUM);
  await run(page);
  const input = page.getByPlaceholder('The program waits for a line');
  await input.fill('20');
  await input.press('Enter');
  await input.fill('22');
  await input.press('Enter');
  await expect(terminal(page)).toContainText('? 20');
  await page.getByRole('button', { name: 'EOF' }).click();
  await expect(terminal(page)).toContainText('sum 42');
  await expect(terminal(page)).toContainText('exit status 0');
});

test('a run is stopped, and an endless one ends by itself with a reason', async ({ page }) => {
  await signIn(page, demonstrationAccount('student'));
  await page.goto(FORK_TREE);
  await program(page).fill(SUM);
  await run(page);
  await expect(page.getByPlaceholder('The program waits for a line')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(terminal(page)).toContainText('Stopped.');

  await program(page).fill('int main(void) { for (;;); }\n');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(terminal(page)).toContainText('instructions', { timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
});

test('the shell of the exercise has the source as a file, also when it changes', async ({
  page,
}) => {
  await signIn(page, demonstrationAccount('student'));
  await page.goto(FORK_TREE);
  await program(page).fill(SUM);
  await page.getByRole('tab', { name: 'Shell' }).click();
  const shell = page.locator('[data-terminal] .xterm-rows');
  await expect(shell).toHaveText(/\$\s*$/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Compile and run' }).click();
  await expect(shell).toContainText('cc fork-tree.c -o fork-tree', { timeout: 60_000 });
  await page.locator('[data-terminal]').click();
  await page.keyboard.type('20\n22\n');
  await page.keyboard.press('Control+d');
  await expect(shell).toContainText('sum 42');

  // Another tab and back: the session is as it was, the file as it is now.
  await page.getByRole('tab', { name: 'Explore' }).click();
  await program(page).fill('int main(void) { return 9; }\n');
  await page.getByRole('tab', { name: 'Shell' }).click();
  await expect(shell).toContainText('sum 42');
  await page.locator('[data-terminal]').click();
  await page.waitForTimeout(600);
  await page.keyboard.type('cc fork-tree.c && ./a.out; echo status $?\n');
  await expect(shell).toContainText('status 9', { timeout: 60_000 });
});

test('a draft changed in two tabs is lost in neither', async ({ context, page, baseURL }) => {
  await register(page, 'Otto Twotabs');
  const code = await joinCode(page, baseURL ?? '');
  await page.goto('/courses');
  await page.getByLabel('Code of the course').fill(code);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page).toHaveURL(new RegExp(`${COURSE}$`));

  await page.goto(FORK_TREE);
  await program(page).fill('/* first */\n');
  await expectDraftSaved(page);
  const other = await context.newPage();
  await other.addInitScript(() => localStorage.setItem('editor', 'plain'));
  await other.goto(FORK_TREE);
  await expect(program(other)).toHaveValue('/* first */\n');
  await program(other).fill('/* other tab */\n');
  await expectDraftSaved(other);

  await program(page).fill('/* this tab */\n');
  await expect(page.getByText('also changed in another tab')).toBeVisible();
  await page.getByRole('button', { name: 'Keep this one' }).click();
  await expectDraftSaved(page);
  await other.reload();
  await expect(program(other)).toHaveValue('/* this tab */\n');
});

test('a source that is far too large is refused with the reason', async ({ page }) => {
  await signIn(page, demonstrationAccount('student'));
  await page.goto(FORK_TREE);
  await program(page).fill(`/* ${'x'.repeat(5_000_000)} */\nint main(void) { return 0; }\n`);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'at most 64 KB' })).toBeVisible();
});

/** As the instructor would read it out. */
async function joinCode(page: Page, baseURL: string): Promise<string> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser');
  const context = await browser.newContext({ baseURL });
  const instructor = await context.newPage();
  await signIn(instructor, demonstrationAccount('instructor'));
  await instructor.goto(COURSE);
  const code = await instructor.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/).textContent();
  await context.close();
  return code ?? '';
}
