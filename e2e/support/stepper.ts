import { expect, type Locator, type Page } from 'playwright/test';

/** What one does with the stepper. */
export type StepperMove =
  | { readonly kind: 'click'; readonly button: string }
  /** One of the list "Step by" first. */
  | { readonly kind: 'by'; readonly what: string; readonly way: 'back' | 'on' }
  | { readonly kind: 'drag'; readonly to: number };

export type ProgramText = { readonly name: string; readonly text: string };

/** The playground with these programs, in the plain editor. */
export async function openPrograms(page: Page, programs: readonly ProgramText[]): Promise<void> {
  const files = programs.map(({ name, text }) => ({ name, text }));
  await page.addInitScript((kept) => {
    localStorage.setItem('editor', 'plain');
    localStorage.setItem('forkyard:play', JSON.stringify({ files: kept, command: null }));
  }, files);
  await page.goto('/play');
}

export function stepper(page: Page): Locator {
  return page.getByRole('region', { name: 'Stepper' });
}

/** Records a program and waits until its steps are there. */
export async function record(page: Page, name: string): Promise<void> {
  await page
    .getByRole('list', { name: 'Files' })
    .getByRole('button', { name, exact: true })
    .click();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(stepper(page).getByTitle(name, { exact: true }).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(stepper(page)).toHaveAttribute('data-moment', /\d/);
}

/** Tabs, or one select where the pane is narrow. */
export async function showView(page: Page, name: string): Promise<void> {
  const select = stepper(page).getByRole('combobox', { name: 'View', exact: true });
  if (await select.isVisible()) await select.selectOption({ label: name });
  else await stepper(page).getByRole('tab', { name, exact: true }).click();
  await expect(stepper(page).getByText('Loading this view…')).toHaveCount(0);
}

/**
 * Makes one move after the other, each once the moment before it is shown, and reads the pane then. It runs in
 * the page as a whole: asking from outside after each move takes ten times as long. `read` must not use anything
 * from outside of itself.
 */
export async function walk<Reading>(
  page: Page,
  moves: readonly StepperMove[],
  read: (pane: HTMLElement) => Reading,
): Promise<readonly Reading[]> {
  const walked: unknown = await page.evaluate(
    `(${String(walkInPage)})(${JSON.stringify(moves)}, ${String(read)})`,
  );
  return walked as readonly Reading[];
}

async function walkInPage(moves: StepperMove[], read: (pane: HTMLElement) => unknown) {
  const find = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`there is no ${selector}`);
    return found;
  };
  const pane = find('[aria-label="Stepper"]');
  const slider = (): HTMLInputElement =>
    find('[aria-label="Moment of the run"]') as HTMLInputElement;
  const moment = () => find('[data-moment]').getAttribute('data-moment');
  const status = () => find('[aria-label="Steps"] [role="status"]').textContent;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const put = (field: HTMLInputElement | HTMLSelectElement, type: string, value: string) => {
    // React looks at the value that was set before it was told.
    const own = Object.getPrototypeOf(field) as object;
    Object.getOwnPropertyDescriptor(own, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const readings: unknown[] = [];
  for (const move of moves) {
    const before = slider().value;
    switch (move.kind) {
      case 'drag':
        put(slider(), 'input', String(move.to));
        break;
      case 'click':
        find(`[aria-label="${move.button}"]`).click();
        break;
      case 'by': {
        const list = find('[aria-label="Step by"]') as HTMLSelectElement;
        const option = [...list.options].find(({ text }) => text === move.what);
        put(list, 'change', option?.value ?? '');
        await frame();
        find(`[aria-label="${move.what}, ${move.way}"]`).click();
      }
    }
    const isThere = (): boolean => {
      const isSearched = move.kind === 'click' && !move.button.startsWith('To the ');
      const isNew = slider().value !== before || status() !== '';
      return moment() === slider().value && (isNew || !(isSearched || move.kind === 'by'));
    };
    const until = performance.now() + 10_000;
    do {
      await frame();
      if (performance.now() > until)
        throw new Error(
          `${JSON.stringify(move)} from ${before} is not shown: ${moment()} of ${slider().value}, “${status()}”`,
        );
    } while (status().startsWith('looking') || !isThere());
    readings.push(read(pane));
  }
  return readings;
}
