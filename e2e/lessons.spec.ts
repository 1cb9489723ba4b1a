import fs from 'node:fs';
import { expect, test } from 'playwright/test';
import { parseCourse } from '@/lib/courseware/course';
import { demonstrationAccount } from './support/accounts';
import { COURSE } from './support/course';
import { check, fits, inspect } from './support/inspect';
import { signIn } from './support/sign-in';

const lessons = parseCourse(fs.readFileSync('content/course.yaml', 'utf8')).items.flatMap((item) =>
  item.kind === 'lesson' ? [item.slug] : [],
);

test.beforeEach(async ({ page }) => {
  await signIn(page, demonstrationAccount('student'));
});

const DESKTOP = { width: 1280, height: 844 };
const PHONE = { width: 390, height: 844 };

test('every lesson is shown without an error, fits, and can be read by everybody', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  for (const [at, slug] of lessons.entries()) {
    // One lesson wide and light, the next one narrow and dark.
    const isWide = at % 2 === 0;
    await page.setViewportSize(isWide ? DESKTOP : PHONE);
    await page.emulateMedia({ colorScheme: isWide ? 'light' : 'dark' });
    await page.goto(`${COURSE}/lessons/${slug}`);
    await expect(page.getByRole('heading', { name: 'In short' })).toBeVisible();
    await check(page, slug);
    await page.setViewportSize(isWide ? PHONE : DESKTOP);
    await fits(page, slug);
    expect(errors, slug).toEqual([]);
  }
});

test('queues follow the workload that the reader edits', async ({ page }) => {
  await page.goto(`${COURSE}/lessons/scheduling-queues`);
  const figure = page.getByRole('group', { name: 'Scheduling queues' });
  const chart = figure.getByRole('img', { name: /^processor: A from 0 to 4 ms/ });
  await expect(chart).toBeVisible({ timeout: 60_000 });
  await figure.getByLabel('A: computes, milliseconds').first().fill('7');
  await expect(figure.getByRole('img', { name: /^processor: A from 0 to 7 ms/ })).toBeVisible();
  await figure.getByRole('slider', { name: 'Moment' }).press('End');
  await expect(figure.getByText('Ended').locator('..')).toContainText('ABCD');
});

test('a lost answer is taken for a lost request', async ({ page }) => {
  await page.goto(`${COURSE}/lessons/remote-procedure-calls`);
  const figure = page.getByRole('group', { name: 'A remote call with something lost on the way' });
  await figure.getByRole('radio', { name: 'the answer' }).check();
  await figure.getByRole('radio', { name: 'repeat', exact: true }).check();
  await figure.getByRole('button', { name: 'Next step' }).press('End');
  await expect(figure.getByText('Executed: 2 times · Account: 300')).toBeVisible();
  await figure.getByRole('radio', { name: 'number and repeat' }).check();
  await figure.getByRole('button', { name: 'Next step' }).press('End');
  await expect(figure.getByText('Executed: once · Account: 400')).toBeVisible();
});

test('processes move through their states as a program runs', async ({ page }) => {
  await page.goto(`${COURSE}/lessons/process-states`);
  const figure = page.getByRole('group', { name: 'States of a process' });
  await figure.getByRole('radio', { name: 'a zombie and an orphan' }).check();
  const moment = figure.getByRole('slider', { name: 'Moment' });
  await expect(moment).toBeVisible({ timeout: 60_000 });
  await expect(figure.getByRole('status')).toContainText('is created');
  await moment.press('End');
  await expect(figure.getByRole('status')).toContainText('to terminated');
});

test('a program of a lesson is stepped through with a view below it', async ({ page }) => {
  await page.goto(`${COURSE}/lessons/what-is-a-process`);
  await page.getByRole('button', { name: 'Step through: A process, step by step' }).click();
  const steps = page.getByRole('region', { name: 'Memory, moment by moment' });
  await expect(steps).toContainText('total', { timeout: 60_000 });
  for (let k = 0; k < 8; k++) await steps.getByRole('button', { name: 'Line on' }).click();
  await expect(steps).toContainText('before');
  await inspect(page, 'lesson-stepped');
});

test('a question in a lesson tells at once what was right', async ({ page }) => {
  await page.goto(`${COURSE}/lessons/what-is-a-process`);
  const question = page.getByRole('region', { name: 'Check yourself' }).first();
  await expect(question).toBeVisible();
  for (const select of await question.getByRole('combobox').all())
    await select.selectOption({ label: 'program' });
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question).toContainText(/A program is passive/);
});
