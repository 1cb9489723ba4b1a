import { expect, test } from 'playwright/test';
import { demonstrationAccount } from './support/accounts';
import { COURSE, FORK_TREE } from './support/course';
import { exerciseFile } from './support/editor';
import { inspect } from './support/inspect';
import { signIn } from './support/sign-in';

const SIZES = [
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
  { name: 'phone', viewport: { width: 390, height: 844 } },
] as const;
const SCHEMES = ['light', 'dark'] as const;

for (const { name, viewport } of SIZES) {
  for (const colorScheme of SCHEMES) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });
      const picture = (page: string) => `${page}-${name}-${colorScheme}`;

      test('pages for everyone', async ({ page }) => {
        await page.goto('/');
        await expect(page.getByRole('log')).toContainText('hello from 100');
        await inspect(page, picture('home'));
        await page.goto('/sign-in');
        await inspect(page, picture('sign-in'));
        await page.getByLabel('E-mail').fill('nobody@school.example');
        await page.getByLabel('Password').fill('not the right one');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await expect(page.getByText('E-mail and password don’t go together')).toBeVisible();
        await inspect(page, picture('sign-in-refused'));
      });

      test('the playground', async ({ page }) => {
        await page.goto('/play?example=exec');
        const screen = page.locator('[data-terminal] .xterm-rows');
        await expect(screen).toHaveText(/\$\s*$/, { timeout: 60_000 });
        await page.getByRole('button', { name: 'Run', exact: true }).click();
        await expect(screen).toContainText('another program, and ended', { timeout: 60_000 });
        await inspect(page, picture('play'));
        await page.getByRole('button', { name: 'Explore', exact: true }).click();
        await expect(page.getByText(/^Proved/)).toBeVisible({ timeout: 60_000 });
        await inspect(page, picture('play-explored'));
      });

      test('pages of a student', async ({ page }) => {
        test.slow();
        await signIn(page, demonstrationAccount('student'));
        await inspect(page, picture('courses'));
        await page.goto(COURSE);
        await inspect(page, picture('course'));
        await page.goto(`${COURSE}/lessons/process-creation`);
        await page.getByRole('button', { name: 'Run: Three forks' }).click();
        await expect(page.getByRole('tree', { name: /^Tree of 8 processes/ })).toBeVisible();
        await inspect(page, picture('lesson'));
        await page.goto(`${COURSE}/lessons/process-image`);
        await inspect(page, picture('lesson-figures'));
        await page.goto(`${COURSE}/quizzes/fork-and-wait`);
        await page.getByRole('button', { name: /^(Begin|Try again|Go on)$/ }).click();
        await page.getByRole('radio', { name: 'its own pid' }).click();
        await inspect(page, picture('quiz'));
        await page.getByRole('button', { name: 'Submit answers' }).click();
        await page.getByRole('button', { name: 'Submit anyway' }).click();
        await expect(page.getByRole('heading', { name: 'Your attempts' })).toBeVisible();
        await inspect(page, picture('quiz-review'));
        await page.goto(`${COURSE}/grades`);
        await inspect(page, picture('grades'));
        await page.goto('/account');
        await inspect(page, picture('account'));
      });

      test('the exercise, before and after a verdict', async ({ page }) => {
        test.slow();
        await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
        await signIn(page, demonstrationAccount('student'));
        await page.goto(FORK_TREE);
        const editor = page.getByRole('textbox', { name: 'Your program' });
        await editor.fill(exerciseFile('fork-tree/starter.c'));
        await expect(page.locator('[data-draft="saved"]')).toBeVisible();
        await expect(page.getByRole('region', { name: 'Compiler' })).toContainText('No errors');
        await inspect(page, picture('exercise-before'));

        await editor.fill(exerciseFile('fork-tree/wrong/does-not-wait.c'));
        await page.getByRole('button', { name: 'Run', exact: true }).click();
        await expect(page.getByRole('tree', { name: /^Tree of 6 processes/ })).toBeVisible();
        await page.getByRole('button', { name: 'Submit' }).click();
        await expect(page.getByRole('region', { name: 'First thing to mend' })).toBeVisible({
          timeout: 30_000,
        });
        await inspect(page, picture('exercise-after'));
      });

      test('the exercise in the full editor', async ({ page }) => {
        await page.addInitScript(() => localStorage.setItem('editor', 'full'));
        await signIn(page, demonstrationAccount('student'));
        await page.goto(FORK_TREE);
        await expect(page.locator('[data-editor="ready"]')).toBeVisible();
        await expect(page.locator('.view-line').first()).toContainText('include');
        await inspect(page, picture('exercise-monaco'));
      });

      test('pages of an instructor', async ({ page }) => {
        await signIn(page, demonstrationAccount('instructor'));
        await page.goto(COURSE);
        await inspect(page, picture('course-instructor'));
        await page.goto(`${COURSE}/gradebook`);
        await inspect(page, picture('gradebook'));
        const student = demonstrationAccount('student');
        const row = page.getByRole('row').filter({ hasText: student.email });
        await row.getByRole('link', { name: /A family of six/ }).click();
        await expect(page.getByRole('heading', { name: student.name })).toBeVisible();
        await inspect(page, picture('history'));
        await page.getByRole('link', { name: 'Submission 1', exact: true }).click();
        await expect(page.getByRole('group', { name: 'Source' })).toBeVisible();
        await inspect(page, picture('submission'));
      });
    });
  }
}
