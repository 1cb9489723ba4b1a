/**
 * Hashes of pages, each computed once: pages are immutable, and snapshots share them. Of stacks only what
 * lies above the stack pointers counts: what is below is dead.
 */
import { ARGUMENTS_LIMIT, PAGE_SIZE, STACK_TOP } from '../../abi/address-space';
import type { ExecutionContext } from '../../vm/context';
import type { MemorySnapshot } from '../../vm/memory';
import { isBlank, PAGE_SHADOW_WORDS, PAGE_WORDS, type Page } from '../../vm/page';
import type { SharedRegionSnapshot } from '../../vm/shared-region';
import { StateHash, type Digest } from './state-hash';

const wholePages = new WeakMap<Page, Digest>();
const lists = new WeakMap<readonly Page[], Digest>();
const partPages = new WeakMap<Page, { readonly from: number; readonly digest: Digest }>();
const regionPages = new WeakMap<Uint8Array, Digest>();

export function hashMemory(
  hash: StateHash,
  memory: MemorySnapshot,
  threads: readonly ExecutionContext[],
): void {
  hash.number(memory.breakAddress);
  hash.digest(digestOfList(memory.lowPages));
  for (const { address, bytes, offset, readable, writable } of memory.mappings) {
    hash.number(address);
    hash.number(bytes);
    hash.number(offset);
    hash.int((readable ? 1 : 0) + (writable ? 2 : 0));
  }
  for (const { floor, top } of memory.threadStacks) {
    hash.number(floor);
    hash.number(top);
  }
  for (const { k, page } of memory.stackPages) {
    const low = ARGUMENTS_LIMIT - (k + 1) * PAGE_SIZE;
    const from = liveFrom(low, threads);
    if (from >= low + PAGE_SIZE || isBlank(page)) continue;
    hash.int(k);
    hash.digest(from <= low ? digestOfPage(page) : digestOfPart(page, from - low));
  }
}

/** Where what is alive of a page begins: at the stack pointer of the thread whose stack it belongs to. */
function liveFrom(low: number, threads: readonly ExecutionContext[]): number {
  const high = low + PAGE_SIZE;
  for (const { stack, sp } of threads) {
    const top = stack.top === STACK_TOP ? ARGUMENTS_LIMIT : stack.top;
    // Thread-local variables lie between the top and the end of the page.
    if (high > stack.floor && low < Math.ceil(top / PAGE_SIZE) * PAGE_SIZE) return sp;
  }
  return low;
}

function digestOfPage(page: Page): Digest {
  const known = wholePages.get(page);
  if (known !== undefined) return known;
  const hash = new StateHash();
  hash.words(page, 0, page.length);
  const digest = hash.result();
  wholePages.set(page, digest);
  return digest;
}

function digestOfPart(page: Page, from: number): Digest {
  const known = partPages.get(page);
  if (known?.from === from) return known.digest;
  const hash = new StateHash();
  hash.int(from);
  hash.words(page, from >> 2, PAGE_WORDS);
  const shadowFrom = from >> 5;
  hash.words(page, PAGE_WORDS + shadowFrom, PAGE_WORDS + PAGE_SHADOW_WORDS);
  hash.words(page, PAGE_WORDS + PAGE_SHADOW_WORDS + shadowFrom, PAGE_WORDS + 2 * PAGE_SHADOW_WORDS);
  const digest = hash.result();
  partPages.set(page, { from, digest });
  return digest;
}

function digestOfList(pages: readonly Page[]): Digest {
  const known = lists.get(pages);
  if (known !== undefined) return known;
  const hash = new StateHash();
  hash.int(pages.length);
  for (const page of pages) hash.digest(digestOfPage(page));
  const digest = hash.result();
  lists.set(pages, digest);
  return digest;
}

export function hashRegion(hash: StateHash, { length, pages }: SharedRegionSnapshot): void {
  hash.number(length);
  for (const page of pages) {
    let digest = regionPages.get(page);
    if (digest === undefined) {
      const own = new StateHash();
      own.words(
        new Int32Array(page.buffer, page.byteOffset, page.byteLength >> 2),
        0,
        page.byteLength >> 2,
      );
      digest = own.result();
      regionPages.set(page, digest);
    }
    hash.digest(digest);
  }
}
