import fs from 'node:fs';
import { expect, type Page } from 'playwright/test';

/** Replaces the whole text of the exercise's editor, as someone would who pastes. */
export async function writeProgram(page: Page, source: string): Promise<void> {
  const editor = page.locator('[data-editor="ready"]');
  await editor.click({ position: { x: 200, y: 40 } });
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.evaluate(async (text) => navigator.clipboard.writeText(text), source);
  await page.keyboard.press('ControlOrMeta+V');
  await expectDraftSaved(page);
}

export async function expectDraftSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-draft="saved"]')).toBeVisible();
}

/** A file of an exercise, e.g. `fork-tree/solution.c`. */
export function exerciseFile(name: string): string {
  return fs.readFileSync(`exercises/${name}`, 'utf8');
}
