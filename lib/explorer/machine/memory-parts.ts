/**
 * The memory of one state, added up in parts: what each thread has for itself, the words with slots, and the
 * rest.
 */
import { ARGUMENTS_LIMIT, MAPPING_LIMIT, PAGE_SHIFT, PAGE_SIZE } from '../../abi/address-space';
import { contextOf, type Kernel } from '../../kernel/kernel';
import type { Process } from '../../kernel/processes/process';
import type { ExecutionContext } from '../../vm/context';
import type { MemorySnapshot } from '../../vm/memory';
import { isBlank } from '../../vm/page';
import { stackPageAt } from '../../vm/stack-pages';
import type { ThreadId } from '../system';
import type { Ownership } from './ownership';
import type { Position } from './position';
import type { Sharing } from './sharing';
import type { Spaces } from './spaces';
import { isInStack } from './stack-range';
import { StateHash } from './state-hash';
import {
  ABSENT,
  addWord,
  sumOfPage,
  sumOfPages,
  sumOfRegion,
  wordOfBytes,
  wordOfPage,
  WordSum,
  type WordValue,
} from './word-sums';

/** What a thread has of memory, added up: what is alive of it, and with what is left below the stack pointer. */
export interface Local {
  readonly sum: WordSum;
  readonly whole: WordSum;
  readonly context: ExecutionContext;
  readonly process: number;
}

export class MemoryParts {
  readonly locals = new Map<ThreadId, Local>();
  readonly rest = new WordSum();
  /** What is mapped where, of processes with several threads. */
  readonly facts = new StateHash();
  private readonly processes = new Map<number, MemorySnapshot>();
  private readonly regions = new Map<number, readonly Uint8Array[]>();
  /** Regions that one thread has for itself. */
  private readonly owners = new Map<number, ThreadId>();
  private readonly skipped = new Set<ThreadId>();
  private readonly skippedRegions = new Set<number>();

  constructor(
    private readonly kernel: Kernel,
    private readonly sharing: Sharing,
    private readonly spaces: Spaces,
    private readonly ownership: Ownership,
    /** Processes that had several threads at one time, in any state. */
    private readonly threaded: ReadonlySet<number>,
    /** Where stacks of threads lie is the kernel's affair. */
    private readonly kernelHash: StateHash,
  ) {}

  /** Its memory is as it was when its only thread's part was read. */
  skip({ pid: id, attachments }: Process): void {
    this.skipped.add(id);
    for (const { kind, region } of attachments)
      if (kind === 'private') this.skippedRegions.add(region);
  }

  readProcess(process: Process): void {
    const { kernel } = this;
    const memory = contextOf(kernel, process.pid).memory.snapshot();
    this.processes.set(process.pid, memory);
    const space = this.spaces.numberOf('p', process.pid);
    const low = sumOfPages(memory.lowPages, space, memory.layout.lowBase >>> PAGE_SHIFT);
    const isThreaded = this.threaded.has(process.pid);
    const locals: Local[] = [];
    for (const id of process.threads) {
      const context = contextOf(kernel, id);
      const sums = { sum: new WordSum(), whole: new WordSum() };
      const local = { ...sums, context, process: process.pid };
      this.locals.set(id, local);
      locals.push(local);
    }
    const [first] = locals;
    if (isThreaded || first === undefined) {
      this.rest.add(low);
      hashFacts(this.facts, memory);
      for (const { floor, top } of memory.threadStacks) {
        this.kernelHash.number(floor);
        this.kernelHash.number(top);
      }
    } else {
      const facts = new StateHash();
      hashFacts(facts, memory);
      for (const sum of [first.sum, first.whole]) {
        sum.add(low);
        sum.add(facts.result());
      }
      for (const { kind, region } of process.attachments)
        if (kind === 'private') this.owners.set(region, process.pid);
    }
    for (const { k, page } of memory.stackPages) {
      if (isBlank(page)) continue;
      const address = ARGUMENTS_LIMIT - (k + 1) * PAGE_SIZE;
      const owner = locals.find(({ context }) => isInStack(context, address));
      // Of a thread that has ended nothing is left but what others touch, which has slots.
      const local = owner ?? (isThreaded ? undefined : first);
      if (local === undefined) continue;
      local.whole.addAt(space, address >>> PAGE_SHIFT, sumOfPage(page));
      const dead = owner === undefined ? 0 : owner.context.sp - address;
      if (dead < PAGE_SIZE)
        local.sum.addAt(space, address >>> PAGE_SHIFT, sumOfPage(page, Math.max(0, dead)));
    }
  }

  /** After all processes. */
  readRegions(): void {
    for (const [id, region] of this.kernel.regions) {
      if (this.skippedRegions.has(id)) continue;
      const { length, pages } = region.snapshot();
      this.regions.set(id, pages);
      const owner = this.owners.get(id);
      const local = owner === undefined ? undefined : this.locals.get(owner);
      const own = sumOfRegion(pages, this.spaces.numberOf('r', id));
      own.word(id, length);
      for (const sum of local === undefined ? [this.rest] : [local.sum, local.whole]) sum.add(own);
    }
  }

  /** Words that one thread alone touches go over to it from where they lie. */
  giveOwned(): void {
    const { sharing, ownership } = this;
    for (const { object, space, address } of ownership.touched) {
      const owner = sharing.ownerOf(object);
      if (owner === null || ownership.slotOf(object) !== null) continue;
      const local = this.locals.get(owner);
      if (local === undefined && !this.skipped.has(owner)) continue;
      const value = this.wordAt(space, address);
      const from = this.containersOf(space, address);
      if (value <= 0 || (local !== undefined && from.includes(local.sum))) continue;
      for (const sum of from) addWord(sum, space, address, value, -1);
      if (local === undefined) continue;
      for (const sum of [local.sum, local.whole]) addWord(sum, space, address, value, 1);
    }
  }

  takeSlots(): Pick<Position, 'values' | 'words'> {
    const words = new WordSum();
    const values = this.ownership.slots.map(({ space, address }): WordValue => {
      const value = this.wordAt(space, address);
      for (const sum of this.containersOf(space, address)) addWord(sum, space, address, value, -1);
      addWord(words, space, address, value, 1);
      return value;
    });
    return { values, words };
  }

  private wordAt(space: number, address: number): WordValue {
    const { kind, id } = this.spaces.at(space);
    if (kind === 'r') {
      const page = this.regions.get(id)?.[address >>> PAGE_SHIFT];
      return page === undefined ? ABSENT : wordOfBytes(page, address);
    }
    const memory = this.processes.get(id);
    if (memory === undefined) return ABSENT;
    const page =
      address >= MAPPING_LIMIT
        ? stackPageAt(memory.stackPages, (ARGUMENTS_LIMIT - 1 - address) >> PAGE_SHIFT)
        : memory.lowPages[(address - memory.layout.lowBase) >> PAGE_SHIFT];
    return page === undefined ? ABSENT : wordOfPage(page, address);
  }

  /** What the word was added to. */
  private containersOf(space: number, address: number): readonly WordSum[] {
    const { kind, id } = this.spaces.at(space);
    const { locals, rest } = this;
    if (kind === 'r') {
      if (!this.regions.has(id)) return [];
      const owner = this.owners.get(id);
      const local = owner === undefined ? undefined : locals.get(owner);
      return local === undefined ? [rest] : [local.sum, local.whole];
    }
    if (!this.processes.has(id)) return [];
    const { context: first } = locals.get(id) ?? {};
    for (const { context, sum, whole } of locals.values()) {
      if (context.memory !== first?.memory) continue;
      if (address >= MAPPING_LIMIT && isInStack(context, address))
        return address < context.sp ? [whole] : [sum, whole];
      if (!this.threaded.has(id)) return [sum, whole];
    }
    return address >= MAPPING_LIMIT ? [] : [rest];
  }
}

/** What is mapped where. */
function hashFacts(hash: StateHash, { breakAddress, mappings }: MemorySnapshot): void {
  hash.number(breakAddress);
  for (const { address, bytes, offset, readable, writable } of mappings) {
    hash.number(address);
    hash.number(bytes);
    hash.number(offset);
    hash.int((readable ? 1 : 0) + (writable ? 2 : 0));
  }
}
