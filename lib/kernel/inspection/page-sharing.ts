/**
 * Which pages of a process are still one with those of its relatives, copy-on-write: fork gives parent and
 * child the same pages, and whoever writes gets a copy. Told by contents: a page counts as shared
 * as long as neither has other bytes in it than at the fork. (Linux copies at the first write, even of
 * the same bytes.) Relatives are the parent, and children and siblings that have executed nothing else.
 * Leaves out: grandparents, and private mappings, which this machine copies at fork.
 */
import { PAGE_SIZE } from '../../abi/address-space';
import type { ProcessMemory } from '../../vm/memory';
import { sameContents, ZERO_PAGE } from '../../vm/page';
import { snapshotPage } from '../../vm/snapshot-memory';
import { contextOf, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import type { AtFork, Process } from '../processes/process';
import type { PageRun } from './memory-view';

const RELATIVES_MAX = 8;
const PAGES_MAX = 4_096;

interface Relative {
  readonly pid: Pid;
  /** Whether the two have the page together; else who has written to it since the fork. */
  compare(address: number): 'shared' | readonly Pid[];
}

export class PageSharing {
  private readonly pid: Pid;
  private readonly relatives: readonly Relative[];
  private readonly pages: readonly number[];

  constructor(
    kernel: Kernel,
    process: Process,
    private readonly memory: ProcessMemory,
  ) {
    this.pid = process.pid;
    this.relatives = relativesOf(kernel, process, memory);
    this.pages = memory
      .pageTable()
      .flatMap(({ segment, address }) => (segment === 'shared' ? [] : [address]))
      .slice(0, PAGES_MAX);
  }

  /** Of the private pages in [from, to). */
  runs(from: number, to: number): readonly PageRun[] {
    const runs: PageRun[] = [];
    for (const address of this.pages) {
      if (address + PAGE_SIZE <= from || address >= to) continue;
      const page = this.pageAt(address);
      const last = runs.at(-1);
      if (
        last !== undefined &&
        last.from + last.count * PAGE_SIZE === address &&
        last.state === page.state &&
        last.with.join() === page.with.join()
      )
        runs[runs.length - 1] = { ...last, count: last.count + 1 };
      else runs.push({ from: address, count: 1, ...page });
    }
    return runs;
  }

  private pageAt(address: number): Pick<PageRun, 'state' | 'with'> {
    const shared: Pid[] = [];
    const writers = new Set<Pid>();
    for (const relative of this.relatives) {
      const found = relative.compare(address);
      if (found === 'shared') shared.push(relative.pid);
      else for (const pid of found) writers.add(pid);
    }
    if (this.memory.pageIs(address, ZERO_PAGE) && !writers.has(this.pid))
      return { state: 'blank', with: [] };
    if (shared.length > 0) return { state: 'shared', with: shared };
    return writers.size > 0
      ? { state: 'copied', with: [...writers].sort((a, b) => a - b) }
      : { state: 'own', with: [] };
  }
}

function relativesOf(kernel: Kernel, process: Process, memory: ProcessMemory): readonly Relative[] {
  const relatives: Relative[] = [];
  for (const other of kernel.state.processes.values()) {
    if (other === process || other.threads.length === 0) continue;
    const theirs = contextOf(kernel, other.pid).memory;
    if (process.atFork?.parent === other.pid)
      relatives.push(kin(process.atFork, process.pid, memory, other.pid, theirs));
    else if (other.atFork?.parent === process.pid)
      relatives.push(kin(other.atFork, process.pid, memory, other.pid, theirs));
    else if (isSibling(process, other)) relatives.push(sibling(process, memory, other, theirs));
    if (relatives.length >= RELATIVES_MAX) break;
  }
  return relatives;
}

function isSibling(a: Process, b: Process): boolean {
  const parent = a.atFork?.parent ?? null;
  return parent !== null && parent === (b.atFork?.parent ?? null);
}

function kin(
  { memory: then }: AtFork,
  pid: Pid,
  mine: ProcessMemory,
  other: Pid,
  theirs: ProcessMemory,
): Relative {
  return {
    pid: other,
    compare(address) {
      const writers = [];
      if (!mine.pageHolds(address, then)) writers.push(pid);
      if (!theirs.pageHolds(address, then)) writers.push(other);
      return writers.length === 0 ? 'shared' : writers;
    },
  };
}

/** Two children have a page together that was the same at both forks and that neither has written. */
function sibling(
  process: Process,
  mine: ProcessMemory,
  other: Process,
  theirs: ProcessMemory,
): Relative {
  return {
    pid: other.pid,
    compare(address) {
      const { atFork: a } = process;
      const { atFork: b } = other;
      if (a === null || b === null) return [];
      const before = snapshotPage(a.memory, address);
      const after = snapshotPage(b.memory, address);
      const same =
        before !== null &&
        after !== null &&
        (before === after || sameContents(before, after)) &&
        mine.pageHolds(address, a.memory) &&
        theirs.pageHolds(address, b.memory);
      return same ? 'shared' : [];
    },
  };
}
