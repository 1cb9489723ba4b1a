import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Takes a picture to look at, and holds the page to WCAG 2.2 AA as far as a tool can. */
export async function inspect(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    scrollTo(0, 0);
    await document.fonts.ready;
  });
  await page.screenshot({
    path: `test-results/screenshots/${name}.png`,
    fullPage: true,
    animations: 'disabled',
    // Hiding it changes the page, and React would say so.
    caret: 'initial',
  });
  await check(page, name);
}

/** Without the picture, which takes as long as the rest where a page is long. */
export async function check(page: Page, name: string): Promise<void> {
  // Monaco is not ours to mend; the plain editor is there for whom it does not serve.
  const { violations } = await new AxeBuilder({ page })
    .withTags(STANDARD)
    .exclude('.monaco-editor')
    .analyze();
  const found = violations.map(({ id, nodes }) => ({
    rule: id,
    at: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }));
  expect(found, `accessibility of ${name}`).toEqual([]);
  await fits(page, name);
}

/** Nothing sticks out at the side. */
export async function fits(page: Page, name: string): Promise<void> {
  const [needed, there] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needed, `${name} does not scroll sideways`).toBe(there);
}
