import { expect, type Locator, type Page, test } from 'playwright/test';
import { demonstrationAccount } from './support/accounts';
import { signIn } from './support/sign-in';
import { COURSE, FORK_TREE } from './support/course';
import { expectDraftSaved } from './support/editor';

const PRESSES_MAX = 80;

/** Presses Tab until the element has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < PRESSES_MAX; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, 'within reach of Tab').toBeFocused();
}

/** All at once: an editor that closes brackets by itself leaves such a text as it is. */
async function typeProgram(page: Page, lines: readonly string[]): Promise<void> {
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(`${lines.join('\n')}\n`);
}

const BROKEN = [
  '#include <stdio.h>',
  'int main(void) {',
  '  pid_t child = fork();',
  '  printf("hello from %d\\n", getpid())',
  '  return child == -1;',
  '}',
];

test.use({ viewport: { width: 1280, height: 800 } });

for (const editor of ['full', 'plain'] as const) {
  test(`the journey of an exercise by the keyboard alone, in the ${editor} editor`, async ({
    page,
  }) => {
    test.slow();
    await page.addInitScript((choice) => localStorage.setItem('editor', choice), editor);
    await signIn(page, demonstrationAccount('student'));

    // From the list of courses to the exercise.
    const course = page.locator(`a[href="${COURSE}"]`).first();
    await tabTo(page, course);
    await page.keyboard.press('Enter');
    // Only the part of the outline that comes next is unfolded.
    const link = page.locator(`a[href="${FORK_TREE}"]`);
    const part = page.locator('details', { has: link });
    const exercise = part.locator(link);
    await exercise.waitFor({ state: 'attached' });
    if (!(await exercise.isVisible())) {
      await tabTo(page, part.locator('summary'));
      await page.keyboard.press('Enter');
    }
    await exercise.waitFor();
    await tabTo(page, exercise);
    await page.keyboard.press('Enter');

    // Into the editor, and out of it again.
    const text = page.getByRole('textbox', { name: 'Your program, C source' });
    await text.waitFor({ state: 'attached', timeout: 60_000 });
    await tabTo(page, text);
    await typeProgram(page, BROKEN);
    const problems = page.getByRole('region', { name: 'Compiler' });
    await expect(problems).toContainText("expected ';'");
    await page.keyboard.press(editor === 'full' ? 'Control+m' : 'Escape');
    await page.keyboard.press('Tab');
    await expect(text).not.toBeFocused();

    // The problems are mended one by one.
    for (const mend of ['Insert', 'Include']) {
      const button = problems.getByRole('button', { name: new RegExp(`^Mend .*${mend}`) }).first();
      await tabTo(page, button);
      await page.keyboard.press('Enter');
      await expect(text).toBeFocused();
      if (editor === 'plain') await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
    }
    await expect(problems).toContainText('No errors');
    await expectDraftSaved(page);

    // Run, explore, step.
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page.getByRole('log')).toContainText(/hello from \d+/, { timeout: 60_000 });
    await page.keyboard.press('ControlOrMeta+Alt+Enter');
    await expect(page.getByText('How much was tried')).toBeVisible({ timeout: 90_000 });
    const runTab = page.getByRole('tab', { name: 'Run' });
    await tabTo(page, page.getByRole('tab', { name: 'Explore' }));
    await page.keyboard.press('Home');
    await expect(runTab).toBeFocused();
    const step = page.getByRole('button', { name: 'Step through it' });
    await tabTo(page, step);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tabpanel', { name: 'Steps' })).toContainText('parent starts', {
      timeout: 60_000,
    });

    // Hand in, and read what came of it.
    await page.keyboard.press('ControlOrMeta+Shift+Enter');
    const verdict = page.getByRole('tabpanel', { name: 'Verdict' });
    await expect(verdict).toContainText(/points/, { timeout: 90_000 });
  });
}

test('borders between panes are moved by keys, stay where they were left, and are put back', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
  await page.goto('/play');
  const border = page.getByRole('separator', { name: 'Width of the editor' });
  await border.focus();
  await expect(border).toHaveAttribute('aria-valuenow', '50');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(border).toHaveAttribute('aria-valuenow', '54');
  await page.reload();
  await expect(border).toHaveAttribute('aria-valuenow', '54');
  await border.focus();
  await page.keyboard.press('Home');
  await expect(border).toHaveAttribute('aria-valuenow', '50');
  await border.press('ArrowLeft');
  await border.dblclick();
  await expect(border).toHaveAttribute('aria-valuenow', '50');
});
