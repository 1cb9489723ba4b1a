import { expect, test } from 'playwright/test';
import { demonstrationAccount } from './support/accounts';
import { COURSE, FORK_TREE } from './support/course';
import { expectDraftSaved } from './support/editor';
import { signIn } from './support/sign-in';

const BOMBS = [
  { name: 'an endless loop', source: 'int main(void) { for (;;); }\n' },
  {
    name: 'a fork bomb',
    source: '#include <unistd.h>\nint main(void) { for (;;) fork(); }\n',
  },
  {
    name: 'an allocation bomb',
    source:
      '#include <stdlib.h>\n#include <string.h>\nint main(void) { for (;;) { char *p = malloc(1 << 20); if (p) memset(p, 1, 1 << 20); } }\n',
  },
  {
    name: 'endless output',
    source: '#include <stdio.h>\nint main(void) { for (;;) puts("more and more and more"); }\n',
  },
] as const;

const VERDICT_MS = 30_000;

for (const { name, source } of BOMBS) {
  test(`${name} gets a verdict, and the site answers meanwhile`, async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('editor', 'plain'));
    await signIn(page, demonstrationAccount('student'));
    await page.goto(FORK_TREE);
    await page.getByRole('textbox', { name: 'Your program' }).fill(source);
    await expectDraftSaved(page);
    const startedAt = Date.now();
    await page.getByRole('button', { name: 'Submit' }).click();
    const answers = page.request.get(COURSE);
    await expect(page.getByRole('region', { name: /to mend/i })).toBeVisible({
      timeout: VERDICT_MS,
    });
    const seconds = (Date.now() - startedAt) / 1000;
    expect((await answers).status()).toBe(200);
    test.info().annotations.push({ type: 'seconds to the verdict', description: String(seconds) });
    console.log(`${name}: verdict after ${seconds.toFixed(1)} s`);
  });
}
