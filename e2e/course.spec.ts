import { expect, test } from 'playwright/test';
import { demonstrationAccount } from './support/accounts';
import { COURSE } from './support/course';
import { inspect } from './support/inspect';

const LESSON = 'Mach: everything is a message';
const SECTION = "When it's full";

test('a visitor reads a lesson, signs in there, and finds progress, next step and bookmark', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const lesson = `${COURSE}/lessons/mach`;

  await test.step('from the front page to a lesson, where a question is asked and answered', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Read the lessons' }).click();
    await expect(page.getByRole('link', { name: 'Sign in' })).toHaveCount(2);
    await page.getByRole('link', { name: LESSON, exact: true }).click();
    await expect(page).toHaveURL(lesson);
    await expect(page).toHaveTitle(/^Mach/);
    await expect(page.getByRole('button', { name: /^Bookmark/ })).toHaveCount(0);
    const question = page.getByRole('region', { name: 'Check yourself' });
    await question.getByRole('checkbox', { name: 'Kernel' }).click();
    await question.getByRole('checkbox', { name: 'Notify' }).click();
    await question.getByRole('button', { name: 'Check' }).click();
    await expect(question.getByRole('status')).toContainText('Right');
  });

  await test.step('what is for members says so, and signing in leads back', async () => {
    await page.getByRole('link', { name: 'Quiz: Mach' }).click();
    await expect(page.getByText('Sign in to take this quiz')).toBeVisible();
    await page.goBack();
    await page
      .getByRole('complementary', { name: 'Sign in' })
      .getByRole('link', { name: 'Sign in' })
      .click();
    const { email, password } = demonstrationAccount('student');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(lesson);
  });

  await test.step('the lesson is marked, and so is a section of it', async () => {
    const ribbon = page.getByRole('button', { name: `Bookmark: ${SECTION}` });
    await ribbon.click();
    await expect(ribbon).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'Mark as read and go on' }).click();
    await expect(page).toHaveURL(`${COURSE}/quizzes/mach`);
  });

  await test.step('the course shows both, and what comes next', async () => {
    await page.goto(COURSE);
    await page.getByRole('heading', { name: 'In Mach and in Windows' }).click();
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: `Read: ${LESSON}` })
        .first(),
    ).toBeVisible();
    const standing = page.getByRole('region', { name: 'Where you are' });
    await expect(standing.getByRole('link', { name: /^(Begin|Continue): / })).toBeVisible();
    await expect(standing.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', '0');
    await inspect(page, 'course-progress');
  });

  await test.step('the bookmark leads to its section, and is removed', async () => {
    const bookmarks = page.getByRole('region', { name: 'Bookmarks' });
    await bookmarks.getByRole('link', { name: SECTION }).click();
    await expect(page).toHaveURL(`${lesson}#when-it-s-full`);
    await expect(page.getByRole('heading', { name: SECTION })).toBeInViewport();
    await page.getByRole('button', { name: 'Mark as not read' }).click();
    await expect(page.getByRole('button', { name: 'Mark as read and go on' })).toBeVisible();
    await page.goBack();
    await bookmarks.getByRole('button', { name: /^Remove bookmark/ }).click();
    await expect(bookmarks.getByRole('link')).toHaveCount(0);
  });
  expect(errors).toEqual([]);
});

test('an instructor sets a date, and takes it away', async ({ page }) => {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(COURSE)}`);
  const { email, password } = demonstrationAccount('instructor');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const outline = page.getByRole('region', { name: 'Outline' });
  await outline.getByRole('button', { name: 'Set due date: A family of six' }).click();
  const dialog = page.getByRole('dialog', { name: 'Due date' });
  await dialog.getByLabel('Date and time, on your clock').fill('2030-06-07T23:59');
  await expect(dialog).toContainText('That is Fri, 7 Jun 2030, 23:59 UTC');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(outline.getByText(/^Due Fri, 7 Jun 2030, 23:59/)).toBeVisible();
  await outline.getByRole('button', { name: 'Change due date: A family of six' }).click();
  await dialog.getByRole('button', { name: 'No due date' }).click();
  await expect(outline.getByText(/^Due/)).toHaveCount(0);
});
