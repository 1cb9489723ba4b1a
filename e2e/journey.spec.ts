import fs from 'node:fs';
import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { demonstrationAccount } from './support/accounts';
import { COURSE, FORK_TREE } from './support/course';
import { exerciseFile, expectDraftSaved, writeProgram } from './support/editor';
import { register, signIn } from './support/sign-in';

const STUDENT = `Wanda Probe ${Date.now().toString(36)}`;

test('from joining a course to the grade in the instructor’s gradebook', async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const permissions = ['clipboard-read', 'clipboard-write'];
  const teaching = await browser.newContext({ permissions });
  const studying = await browser.newContext({ permissions });
  const instructor = await teaching.newPage();
  const student = await studying.newPage();
  const noErrors = watchForErrors(student);

  const code = await test.step('the instructor reads out the code', async () => {
    await signIn(instructor, demonstrationAccount('instructor'));
    await instructor.goto(COURSE);
    return (await instructor.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/).textContent()) ?? '';
  });

  await test.step('the student makes an account and joins', async () => {
    await register(student, STUDENT);
    await student.getByLabel('Code of the course').fill('WRONG-22222');
    await student.getByRole('button', { name: 'Join' }).click();
    await expect(student.getByText('No course has this code')).toBeVisible();
    await student.getByLabel('Code of the course').fill(code.toLowerCase());
    await student.getByRole('button', { name: 'Join' }).click();
    await expect(student).toHaveURL(new RegExp(`${COURSE}$`));
  });

  await test.step('a mistake is marked while typing, and goes when it is mended', async () => {
    await student.goto(FORK_TREE);
    await expect(student.locator('[data-editor="ready"]')).toBeVisible();
    const solution = exerciseFile('fork-tree/solution.c');
    await writeProgram(student, solution.replace('int descendants = 0;', 'int descendants = 0'));
    await expect(student.locator('.squiggly-error').first()).toBeVisible();
    await expect(student.getByRole('region', { name: 'Compiler' })).toContainText('1 error');
    await writeProgram(student, solution);
    await expect(student.getByRole('region', { name: 'Compiler' })).toContainText('No errors');
    await expect(student.locator('.squiggly-error')).toHaveCount(0);
  });

  await test.step('the draft survives a reload', async () => {
    await student.reload();
    await expect(student.locator('.view-lines')).toContainText('descendants');
    await expectDraftSaved(student);
  });

  await test.step('run shows output and tree', async () => {
    await student.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(student.getByRole('log', { name: 'Terminal' })).toContainText('P is done');
    await expect(student.getByRole('log', { name: 'Terminal' })).toContainText('exit status 5');
    await expect(student.getByRole('tree', { name: /^Tree of 6 processes/ })).toBeVisible();
    await expect(student.locator('[data-pid][data-state="terminated"]')).toHaveCount(6);
  });

  await test.step('the reference solution gets full marks', async () => {
    await student.getByRole('button', { name: 'Submit' }).click();
    await expect(student.getByText('18 of 18 points')).toBeVisible({ timeout: 30_000 });
    await expect(student.getByText('Everything is right')).toBeVisible();
    await expect(student.locator('[data-check-status="passed"]')).toHaveCount(9);
  });

  await test.step('a wrong one says which check failed, and why', async () => {
    await writeProgram(student, exerciseFile('fork-tree/wrong/raw-status.c'));
    await student.getByRole('button', { name: 'Submit' }).click();
    const mend = student.getByRole('region', { name: 'First thing to mend' });
    await expect(mend).toContainText('P ends with the number of its descendants', {
      timeout: 30_000,
    });
    await expect(mend).toContainText('WEXITSTATUS');
    await expect(student.getByText('16 of 18 points')).toBeVisible();
  });

  await test.step('earlier submissions are kept and can be opened again', async () => {
    await student.getByRole('tab', { name: 'Submissions (2)' }).click();
    await student
      .getByRole('listitem')
      .filter({ hasText: 'Submission 1' })
      .getByRole('button', { name: 'Show verdict' })
      .click();
    await expect(student.getByText('Everything is right')).toBeVisible();
  });

  await test.step('a lesson is read and its program run', async () => {
    await student.goto(`${COURSE}/lessons/process-creation`);
    await student.getByRole('button', { name: 'Run: One becomes two' }).click();
    const program = student.getByRole('region', { name: 'Program: One becomes two' });
    await expect(program.getByRole('log')).toContainText('number is 11');
    await expect(program.getByRole('tree', { name: /^Tree of 2 processes/ })).toBeVisible();
  });

  await test.step('its quiz is taken and reviewed', async () => {
    await student.goto(`${COURSE}/lessons/process-creation`);
    await student.getByRole('link', { name: 'Quiz: Fork and wait' }).click();
    await student.getByRole('button', { name: 'Begin' }).click();
    const question = (number: number) =>
      student.getByRole('listitem').filter({ hasText: `Question ${number}` });
    await question(1).getByRole('radio', { name: '0', exact: true }).click();
    await question(2).getByRole('textbox').fill('3');
    await student.reload();
    await expect(question(2).getByRole('textbox')).toHaveValue('3');
    await student.getByRole('button', { name: 'Submit answers' }).click();
    await student.getByRole('button', { name: 'Submit anyway' }).click();
    await expect(student.getByRole('heading', { name: 'Your attempts' })).toBeVisible();
    await expect(student.getByRole('region', { name: 'Question 1: Right' })).toBeVisible();
    await expect(student.getByRole('region', { name: 'Question 2: Not right' })).toBeVisible();
    await expect(student.getByRole('region', { name: 'Question 4: Not answered' })).toBeVisible();
  });

  await test.step('the student’s own grades say the same', async () => {
    await student.goto(`${COURSE}/grades`);
    const row = student.getByRole('row').filter({ hasText: 'A family of six' });
    await expect(row).toContainText('18');
    await expect(row).toContainText('2');
  });

  await test.step('the instructor sees it in the gradebook', async () => {
    await instructor.goto(`${COURSE}/gradebook`);
    await instructor.getByLabel('Find a student').fill(STUDENT);
    await expect(instructor.getByText(/^1 of \d+ students$/)).toBeVisible();
    const row = instructor.getByRole('row').filter({ hasText: STUDENT });
    await expect(row.getByRole('link', { name: /A family of six/ })).toContainText('18 / 18 · 2×');
    await expect(row.getByRole('link', { name: /Fork and wait/ })).toContainText('1×');
    await row.getByRole('link', { name: /A family of six/ }).click();
    await instructor.getByRole('link', { name: 'Submission 1' }).click();
    await expect(instructor.getByText('18 of 18 points')).toBeVisible();
    await expect(instructor.getByRole('group', { name: 'Source' })).toContainText('descendants');
  });

  await test.step('and in the CSV', async () => {
    const csv = await downloadCsv(instructor);
    const line = csv.split('\n').find((each) => each.includes(STUDENT)) ?? '';
    expect(line).toContain(',18,18,2,');
  });

  await test.step('a student gets neither gradebook nor CSV', async () => {
    const page = await student.goto(`${COURSE}/gradebook`);
    expect(page?.status()).toBe(404);
    const csv = await studying.request.get(`${baseURL ?? ''}${COURSE}/gradebook/csv`);
    expect(csv.status()).toBe(404);
  });

  noErrors();
  await close(teaching, studying);
});

async function downloadCsv(page: Page): Promise<string> {
  await page.goto(`${COURSE}/gradebook`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ]);
  return fs.readFileSync(await download.path(), 'utf8');
}

/** The console must stay free of errors: a policy that blocks the editor would show here first. */
function watchForErrors(page: Page): () => void {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return () => {
    // The 404 of the last step is meant.
    expect(errors.filter((text) => !text.includes('404'))).toEqual([]);
  };
}

async function close(...contexts: readonly BrowserContext[]): Promise<void> {
  await Promise.all(contexts.map((context) => context.close()));
}
