import http from 'node:http';
import { expect, type Page, test } from 'playwright/test';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
});

/** What the terminal shows, row after row with nothing between them. */
const shown = (page: Page) => page.locator('[data-terminal] .xterm-rows');
const source = (page: Page) => page.getByRole('textbox', { name: /C source$/ });

/** The last line is a prompt: the shell waits. */
async function atPrompt(page: Page) {
  await expect(shown(page)).toHaveText(/\$\s*$/, { timeout: 60_000 });
}

async function enter(page: Page, line: string) {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

async function openTerminal(page: Page) {
  await page.goto('/play?example=prog');
  await atPrompt(page);
  await page.locator('[data-terminal]').click();
}

test('a shell with job control is behind the terminal', async ({ page }) => {
  await openTerminal(page);
  await enter(page, 'cc prog.c -o prog');
  await atPrompt(page);
  await enter(page, './prog A & ./prog B & ./prog C &');
  await expect(shown(page)).toContainText('[1] ');
  await expect(shown(page)).toContainText('[3] ');
  for (const name of ['A', 'B', 'C']) await expect(shown(page)).toContainText(`${name} 3 (process`);

  // Lines are edited, and come again.
  await enter(page, 'clear');
  await page.keyboard.type('eco one');
  await page.keyboard.press('Home');
  for (let times = 0; times < 2; times++) await page.keyboard.press('ArrowRight');
  await enter(page, 'h');
  await expect(shown(page)).toContainText('one');
  await page.keyboard.press('ArrowUp');
  await enter(page, ' two');
  await expect(shown(page)).toContainText('one two');

  // What the chapter's shell does with Ctrl-C, Ctrl-Z, fg, bg and kill.
  await enter(page, 'cat');
  await enter(page, 'echoed by cat');
  await page.keyboard.press('Control+z');
  await expect(shown(page)).toContainText('Stopped                 cat');
  await enter(page, 'fg');
  await page.keyboard.press('Control+c');
  await enter(page, 'echo $?');
  await expect(shown(page)).toContainText('130');
  await enter(page, 'yes > /dev/null &');
  await enter(page, 'kill %1');
  await enter(page, 'jobs');
  await expect(shown(page)).toContainText('Terminated              yes');

  // An endless flood of output stays interruptible.
  await enter(page, 'yes');
  await expect(shown(page)).toHaveText(/y\s*y\s*y/);
  await page.keyboard.press('Control+c');
  await enter(page, 'echo still here');
  await expect(shown(page)).toContainText('still here');

  // The end of the input ends the shell; Enter starts the machine anew.
  await page.keyboard.press('Control+d');
  await expect(shown(page)).toContainText('Press Enter to start the machine anew');
  await page.keyboard.press('Enter');
  await expect(shown(page)).not.toContainText('still here');
  await enter(page, 'ls');
  await expect(shown(page)).toContainText('prog.c');
});

test('sleeping takes its time, names are completed, text is copied and pasted', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTerminal(page);

  // The shell waits for a sleeping job, and Ctrl-C reaches it.
  await enter(page, 'sleep 100');
  await expect(page.getByText(/Everybody sleeps, for \d+ s/)).toBeVisible();
  await page.keyboard.press('Control+c');
  await enter(page, 'echo $?');
  await expect(shown(page)).toContainText('130');
  await enter(page, 'sleep 100 &');
  await enter(page, 'jobs');
  await expect(shown(page)).toContainText(/\[1\]\+\s+Running\s+sleep 100 &/);
  await enter(page, 'fg');
  await page.keyboard.press('Control+z');
  await expect(shown(page)).toContainText(/\[1\]\+\s+Stopped\s+sleep 100/);
  await enter(page, 'bg; clear');
  await enter(page, 'pstree');
  await expect(shown(page)).toContainText('sleep');
  await enter(page, 'kill %1');
  await enter(page, 'sleep 1000; echo slept');
  await page.getByRole('button', { name: 'Skip waits' }).click();
  await expect(shown(page)).toContainText(/slept\s*\$/);
  await page.getByRole('button', { name: 'Skip waits' }).click();
  await page.locator('[data-terminal]').click();

  // Tab completes files and commands; on an empty line it leaves, as Shift Tab does.
  await enter(page, 'clear');
  await page.keyboard.type('pstr');
  await page.keyboard.press('Tab');
  await expect(shown(page)).toContainText('pstree');
  await page.keyboard.press('Control+u');
  await page.keyboard.type('cat pro');
  await page.keyboard.press('Tab');
  await expect(shown(page)).toContainText('cat prog.c');
  await page.keyboard.type('| head -n 1');
  await page.keyboard.press('Enter');
  await expect(shown(page)).toContainText('#include <stdio.h>');
  await atPrompt(page);
  const input = page.getByRole('textbox', { name: /^Terminal/ });
  await expect(input).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(input).not.toBeFocused();
  await page.locator('[data-terminal]').click();

  await page.evaluate(() => navigator.clipboard.writeText('echo pasted | tr a-z A-Z'));
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Enter');
  await expect(shown(page)).toContainText('PASTED');
  await shown(page).getByText('PASTED', { exact: true }).dblclick({ force: true });
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('PASTED');

  // What is changed in the editor is there at once.
  await source(page).fill('int main(void) { return 7; }\n');
  await page.waitForTimeout(600);
  await page.locator('[data-terminal]').click();
  await enter(page, 'cc prog.c && ./a.out; echo $?');
  await expect(shown(page)).toContainText('7');
});

test('what is in the editor is run, explored, stepped through and shared', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/play');
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('menuitem', { name: 'Two threads, one counter' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(shown(page)).toContainText('cc counter.c && ./a.out', { timeout: 60_000 });
  await expect(shown(page)).toContainText('a.out4$');

  await page.getByRole('button', { name: 'Explore', exact: true }).click();
  await expect(page.getByRole('tabpanel', { name: 'Explore' })).toContainText('2', {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(page.getByRole('tabpanel', { name: 'Steps' })).toContainText('main', {
    timeout: 60_000,
  });

  // A header of its own, found by Run, Explore and the editor alike.
  await page.getByRole('button', { name: 'Add a file' }).click();
  await page.getByLabel('Its name').fill('times.h');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await source(page).fill('#define TIMES 3\n');
  await page.getByRole('button', { name: 'counter.c', exact: true }).click();
  const text = await source(page).inputValue();
  await source(page).fill(`#include "times.h"\n${text.replace('i < 2', 'i < TIMES')}`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(shown(page)).toContainText('a.out6$', { timeout: 60_000 });

  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('/play#p1.');

  const other = await context.browser()?.newContext();
  const fresh = await other?.newPage();
  if (fresh === undefined) throw new Error('no other browser');
  await fresh.goto(link);
  await expect(fresh.getByRole('button', { name: 'times.h' })).toBeVisible();
  await fresh.goto(link.slice(0, -30));
  await fresh.reload();
  await expect(fresh.getByText('This link is not whole')).toBeVisible();
  await other?.close();

  // And it is still there the next time.
  await page.goto('/play');
  await expect(page.getByRole('button', { name: 'times.h' })).toBeVisible();
});

test('a program is put into a page of another site', async ({ page, context, request }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/play?example=prog');
  await source(page).fill('#include <stdio.h>\nint main(void) { puts("in a frame"); return 0; }\n');
  await page.getByRole('button', { name: 'Embed' }).click();
  await expect(page.getByText('Code copied')).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain('/play/embed#p1.');

  const blog = http.createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><h1>A blog</h1>${code}`);
  });
  await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve));
  const address = blog.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await page.goto(`http://127.0.0.1:${address.port}/`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Run', exact: true }).click({ timeout: 60_000 });
  await expect(frame.locator('[data-terminal] .xterm-rows')).toContainText(/a\.out\s*in a frame/, {
    timeout: 60_000,
  });
  await expect(frame.getByRole('link', { name: 'Sign in' })).toHaveCount(0);
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    frame.getByRole('link', { name: 'Open in Forkyard' }).click(),
  ]);
  await expect(source(opened)).toHaveValue(/in a frame/);
  await expect(opened.getByRole('heading', { name: 'Playground' })).toBeVisible();
  blog.closeAllConnections();
  blog.close();

  // Nothing else may be in a frame, whatever a request says of itself.
  const ancestors = async (path: string): Promise<string> => {
    const response = await request.get(path, { headers: { 'x-embedded': 'true' } });
    return (
      /frame-ancestors [^;]*/.exec(response.headers()['content-security-policy'] ?? '')?.[0] ?? ''
    );
  };
  expect(await ancestors('/play/embed')).toBe('frame-ancestors *');
  for (const path of ['/play', '/', '/sign-in'])
    expect(await ancestors(path), path).toBe("frame-ancestors 'none'");
  const plain = await request.get('/play', { headers: { 'x-embedded': 'true' } });
  expect(await plain.text()).toContain('Sign in');
});

test('several files are one program for Run and Explore', async ({ page }) => {
  await page.goto('/play?example=prog');
  await source(page).fill('int twice(int);\nint main(void) { return twice(4); }\n');
  await page.getByRole('button', { name: 'Add a file' }).click();
  await page.getByLabel('Its name').fill('twice.c');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await source(page).fill(
    '#include <stdio.h>\nint twice(int n) { printf("%d\\n", 2 * n); return 0; }\n',
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(shown(page)).toContainText(/cc prog\.c twice\.c && \.\/a\.out\s*8/, {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Explore', exact: true }).click();
  await expect(page.getByRole('tabpanel', { name: 'Explore' })).toContainText('8', {
    timeout: 60_000,
  });
});
