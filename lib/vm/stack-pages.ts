/**
 * The touched pages of a process's stacks: few, in an address space that has room for many stacks of
 * megabytes. Immutable lists in order of their numbers: page k holds addresses up to
 * ARGUMENTS_LIMIT - k * PAGE_SIZE, and all that aren't there are zero.
 */
import { ZERO_PAGE, type Page } from './page';

export interface StackPage {
  readonly k: number;
  readonly page: Page;
}

export type StackPages = readonly StackPage[];

export function stackPageAt(pages: StackPages, k: number): Page {
  for (const each of pages) {
    if (each.k === k) return each.page;
    if (each.k > k) break;
  }
  return ZERO_PAGE;
}

/** One more than the number of the last; 0: there is none. */
export function stackPageLimit(pages: StackPages): number {
  const last = pages.at(-1);
  return last === undefined ? 0 : last.k + 1;
}

/** With these in place of what was there; zero pages are left out. `changes` in order of their numbers. */
export function withStackPages(pages: StackPages, changes: StackPages): StackPages {
  const result: StackPage[] = [];
  let at = 0;
  for (const change of changes) {
    for (let before = pages[at]; before !== undefined && before.k < change.k; before = pages[++at])
      result.push(before);
    if (pages[at]?.k === change.k) at++;
    if (change.page !== ZERO_PAGE) result.push(change);
  }
  for (; at < pages.length; at++) result.push(pages[at] as StackPage);
  return result;
}
