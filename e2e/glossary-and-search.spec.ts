import { expect, test } from 'playwright/test';
import { COURSE } from './support/course';
import { inspect } from './support/inspect';

test('a term tells what it means, and a search leads to its section, without an account', async ({
  page,
}) => {
  await page.goto(`${COURSE}/lessons/schedulers`);
  const term = page.getByRole('link', { name: 'degree of multiprogramming' }).first();
  const meaning = page.getByRole('tooltip');
  await term.hover();
  await expect(meaning).toHaveText(/number of processes that are in memory/);
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);
  await term.focus();
  await expect(term).toHaveAccessibleDescription(/number of processes/);

  await page.mouse.move(0, 0);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: /^Search/ });
  await field.fill('zombi');
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('Zombies');
  await expect(options.first().locator('mark').first()).toHaveText(/zombie/i);
  await inspect(page, 'search-dialog');
  await field.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await field.press('ArrowUp');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/lessons\/termination#zombies$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' });

  test('a first touch tells what a term means, a second one leads to the glossary', async ({
    page,
  }) => {
    await page.goto(`${COURSE}/lessons/schedulers`);
    const term = page.getByRole('link', { name: 'degree of multiprogramming' }).first();
    await term.tap();
    await expect(page.getByRole('tooltip')).toHaveText(/number of processes/);
    await term.tap();
    await expect(page).toHaveURL(/\/glossary#degree-of-multiprogramming$/);
    await inspect(page, 'glossary-phone');
    await page.getByRole('searchbox', { name: 'Find a word' }).fill('pcb');
    await expect(page.getByRole('article')).toHaveCount(1);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('terms are links, and the search is a page', async ({ page }) => {
    await page.goto(`${COURSE}/lessons/termination`);
    await page.getByRole('link', { name: 'cascading termination' }).first().click();
    await expect(page.getByRole('article', { name: 'cascading termination' })).toBeVisible();
    await page.getByRole('link', { name: 'Search this course' }).click();
    await page.getByRole('searchbox').fill('bounded bufer');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('list', { name: 'Results' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/#bounded-buffer$/);
  });
});

test('on paper a lesson is light, whole, and without what only a screen can do', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(`${COURSE}/lessons/what-is-a-process`);
  const program = page.getByRole('region', { name: 'Program: A process, step by step' });
  await expect(program.getByText('from 100 to 105', { exact: true }).last()).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.locator('body')).toHaveCSS('color-scheme', 'light only');
});
