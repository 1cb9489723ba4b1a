/** Reads the parts of a state (position.ts) from the machine that is in it. Equal parts are one object. */
import { ARGUMENTS_LIMIT, MAPPING_LIMIT, PAGE_SHIFT, PAGE_SIZE } from '../../abi/address-space';
import type { ProgramImage } from '../../abi/image';
import { Opcode } from '../../abi/opcodes';
import { systemCallName } from '../../abi/system-calls';
import { contextOf, type Kernel } from '../../kernel/kernel';
import { pid } from '../../kernel/pid';
import type { Process } from '../../kernel/processes/process';
import type { Thread } from '../../kernel/threads/thread';
import { hasHandler } from '../../kernel/signals/signals';
import { isOfProcess } from '../../kernel/time/timers';
import type { ExecutionContext } from '../../vm/context';
import type { MemorySnapshot } from '../../vm/memory';
import { isBlank } from '../../vm/page';
import { stackPageAt } from '../../vm/stack-pages';
import type { ThreadId } from '../system';
import { digestOfOutput, hashKernel, type InitialFiles } from './kernel-hash';
import { TIMERS } from './operation';
import type { Ownership } from './ownership';
import type { KernelPart, LocalPart, OutputPart, Position } from './position';
import { isOnMemory } from './repeatable-calls';
import type { Sharing } from './sharing';
import type { Spaces } from './spaces';
import { isWithin, stackOf, type StackRange } from './stack-range';
import { StateHash, type Digest } from './state-hash';
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

export interface PositionReaderOptions {
  readonly outputs: boolean;
  readonly files: InitialFiles;
}

/** What a thread has of memory, added up: what is alive of it, and with what is left below the stack pointer. */
interface Local {
  readonly sum: WordSum;
  readonly whole: WordSum;
  readonly context: ExecutionContext;
  readonly process: number;
}

/** The memories of one state. */
interface Memories {
  readonly locals: Map<ThreadId, Local>;
  readonly rest: WordSum;
  readonly facts: StateHash;
  readonly processes: Map<number, MemorySnapshot>;
  readonly regions: Map<number, readonly Uint8Array[]>;
  /** Regions that one thread has for itself. */
  readonly owners: Map<number, ThreadId>;
}

export class PositionReader {
  /** Processes that had several threads at one time, in any state. */
  private readonly threaded = new Set<number>();
  private readonly kernels = new Map<string, KernelPart>();
  private readonly rests = new Map<string, number>();
  private readonly locals = new Map<string, LocalPart>();
  private readonly outputs = new Map<string, OutputPart>();
  private readonly processes = new Map<number, object>();
  private readonly images = new Map<ProgramImage, number>();
  /** Of kernel's parts and of what is left of memory: no two have the same. */
  private numbers = 0;

  constructor(
    private readonly sharing: Sharing,
    private readonly spaces: Spaces,
    private readonly ownership: Ownership,
    /** Where each thread has its stack that ever touched anything. */
    private readonly stacks: ReadonlyMap<ThreadId, StackRange>,
    private readonly options: PositionReaderOptions,
  ) {}

  /** Changes where memory is told apart in another way than before. */
  get version(): number {
    return this.ownership.slots.length + this.ownership.touched.length + this.threaded.size;
  }

  /** Stands for the memory of a process with several threads. */
  partOfProcess(process: number): object {
    let part = this.processes.get(process);
    if (part === undefined) {
      part = { process };
      this.processes.set(process, part);
    }
    return part;
  }

  /** The machine is in the state. */
  read(kernel: Kernel, time: boolean): Position {
    this.ownership.learn({
      ownerAt: (process, address) => {
        for (const id of kernel.state.processes.get(pid(process))?.threads ?? [])
          if (isInStack(contextOf(kernel, id), address)) return id;
        return null;
      },
      wasOf: (thread, address) => {
        const stack = this.stacks.get(thread);
        return stack !== undefined && isWithin(stack, address);
      },
    });
    const hash = new StateHash();
    hashKernel(hash, kernel, { time, files: this.options.files });
    const memories: Memories = {
      locals: new Map(),
      rest: new WordSum(),
      facts: new StateHash(),
      processes: new Map(),
      regions: new Map(),
      owners: new Map(),
    };
    for (const process of kernel.state.processes.values())
      if (process.threads.length > 0) this.readProcess(kernel, process, memories, hash);
    this.readRegions(kernel, memories);
    this.giveOwned(memories);
    const { values, words } = this.takeSlots(memories);
    const part = this.kernelPart(kernel, hash.result(), memories);
    return {
      kernel: part,
      locals: part.threads.map((thread) => this.localPart(thread, memories)),
      values,
      words,
      output: this.outputPart(kernel),
    };
  }

  // ---- memory --------------------------------------------------------------------------------

  private readProcess(kernel: Kernel, process: Process, memories: Memories, hash: StateHash): void {
    const memory = contextOf(kernel, process.pid).memory.snapshot();
    memories.processes.set(process.pid, memory);
    const space = this.spaces.numberOf('p', process.pid);
    const low = sumOfPages(memory.lowPages, space, memory.layout.lowBase >>> PAGE_SHIFT);
    if (process.threads.length > 1) this.threaded.add(process.pid);
    const isThreaded = this.threaded.has(process.pid);
    const locals: Local[] = [];
    for (const id of process.threads) {
      const context = contextOf(kernel, id);
      const sums = { sum: new WordSum(), whole: new WordSum() };
      const local = { ...sums, context, process: process.pid };
      memories.locals.set(id, local);
      locals.push(local);
    }
    const [first] = locals;
    if (isThreaded || first === undefined) {
      memories.rest.add(low);
      hashFacts(memories.facts, memory);
      for (const { floor, top } of memory.threadStacks) {
        hash.number(floor);
        hash.number(top);
      }
    } else {
      const facts = new StateHash();
      hashFacts(facts, memory);
      for (const sum of [first.sum, first.whole]) {
        sum.add(low);
        sum.add(facts.result());
      }
      for (const { kind, region } of process.attachments)
        if (kind === 'private') memories.owners.set(region, process.pid);
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

  private readRegions(kernel: Kernel, memories: Memories): void {
    for (const [id, region] of kernel.regions) {
      const { length, pages } = region.snapshot();
      memories.regions.set(id, pages);
      const owner = memories.owners.get(id);
      const local = owner === undefined ? undefined : memories.locals.get(owner);
      const own = sumOfRegion(pages, this.spaces.numberOf('r', id));
      own.word(id, length);
      for (const sum of local === undefined ? [memories.rest] : [local.sum, local.whole])
        sum.add(own);
    }
  }

  /** Words that one thread alone touches go over to it from where they lie. */
  private giveOwned(memories: Memories): void {
    const { sharing, ownership } = this;
    for (const { object, space, address } of ownership.touched) {
      const owner = sharing.ownerOf(object);
      const local = owner === null ? undefined : memories.locals.get(owner);
      if (local === undefined || ownership.slotOf(object) !== null) continue;
      const value = this.wordAt(memories, space, address);
      const from = this.containersOf(memories, space, address);
      if (value <= 0 || from.includes(local.sum)) continue;
      for (const sum of from) addWord(sum, space, address, value, -1);
      for (const sum of [local.sum, local.whole]) addWord(sum, space, address, value, 1);
    }
  }

  private takeSlots(memories: Memories): Pick<Position, 'values' | 'words'> {
    const words = new WordSum();
    const values = this.ownership.slots.map(({ space, address }): WordValue => {
      const value = this.wordAt(memories, space, address);
      for (const sum of this.containersOf(memories, space, address))
        addWord(sum, space, address, value, -1);
      addWord(words, space, address, value, 1);
      return value;
    });
    return { values, words };
  }

  private wordAt(memories: Memories, space: number, address: number): WordValue {
    const { kind, id } = this.spaces.at(space);
    if (kind === 'r') {
      const page = memories.regions.get(id)?.[address >>> PAGE_SHIFT];
      return page === undefined ? ABSENT : wordOfBytes(page, address);
    }
    const memory = memories.processes.get(id);
    if (memory === undefined) return ABSENT;
    const page =
      address >= MAPPING_LIMIT
        ? stackPageAt(memory.stackPages, (ARGUMENTS_LIMIT - 1 - address) >> PAGE_SHIFT)
        : memory.lowPages[(address - memory.layout.lowBase) >> PAGE_SHIFT];
    return page === undefined ? ABSENT : wordOfPage(page, address);
  }

  /** What the word was added to. */
  private containersOf(memories: Memories, space: number, address: number): readonly WordSum[] {
    const { kind, id } = this.spaces.at(space);
    const { locals, rest } = memories;
    if (kind === 'r') {
      if (!memories.regions.has(id)) return [];
      const owner = memories.owners.get(id);
      const local = owner === undefined ? undefined : locals.get(owner);
      return local === undefined ? [rest] : [local.sum, local.whole];
    }
    if (!memories.processes.has(id)) return [];
    const { context: first } = locals.get(id) ?? {};
    for (const { context, sum, whole } of locals.values()) {
      if (context.memory !== first?.memory) continue;
      if (address >= MAPPING_LIMIT && isInStack(context, address))
        return address < context.sp ? [whole] : [sum, whole];
      if (!this.threaded.has(id)) return [sum, whole];
    }
    return address >= MAPPING_LIMIT ? [] : [rest];
  }

  // ---- parts ---------------------------------------------------------------------------------

  private kernelPart({ state }: Kernel, digest: Digest, memories: Memories): KernelPart {
    const rest = new WordSum();
    rest.add(memories.rest);
    rest.add(memories.facts.result());
    const key = `${keyOfDigest(digest)}${keyOfDigest(rest)}`;
    const known = this.kernels.get(key);
    if (known !== undefined) return known;
    const sum = new WordSum();
    sum.add(digest);
    sum.add(rest);
    const threads: ThreadId[] = [...state.threads.keys()].sort((a, b) => a - b);
    const isOpaque: boolean[] = [];
    const isPlain = threads.map((id): boolean => {
      const thread = state.threads.get(pid(id));
      const process = thread === undefined ? undefined : state.processes.get(thread.process);
      const alone =
        state.threads.size === 1 ||
        (process?.threads.length === 1 && (this.threaded.has(process.pid) || hasHandler(process)));
      isOpaque.push(alone);
      return (
        thread !== undefined && process !== undefined && !alone && standsPlainly(thread, process)
      );
    });
    for (const timer of state.timers)
      if (isOfProcess(timer) && !threads.includes(TIMERS + timer.pid)) {
        threads.push(TIMERS + timer.pid);
        isPlain.push(false);
        isOpaque.push(false);
      }
    const { a, b, c } = sum;
    const part = {
      number: this.numbers++,
      rest: this.restNumber(rest),
      threads,
      isPlain,
      isOpaque,
    };
    const made = { ...part, a, b, c };
    this.kernels.set(key, made);
    return made;
  }

  private restNumber(rest: Digest): number {
    const key = keyOfDigest(rest);
    let number = this.rests.get(key);
    if (number === undefined) {
      number = this.numbers++;
      this.rests.set(key, number);
    }
    return number;
  }

  private localPart(thread: ThreadId, { locals }: Memories): LocalPart {
    const local = locals.get(thread);
    const sum = new WordSum();
    let key = String(thread);
    if (local !== undefined) {
      const { pc, sp, fp, tp, image, copying } = local.context;
      const hash = new StateHash();
      hash.number(thread);
      for (const register of [this.imageNumber(image), pc, sp, fp, tp]) hash.number(register);
      if (copying?.pc === pc && copying.sp === sp) hash.number(copying.done);
      const registers = hash.result();
      sum.add(local.sum);
      sum.add(registers);
      key += keyOfDigest(registers) + keyOfDigest(local.whole);
    }
    const known = this.locals.get(key);
    if (known !== undefined) return known;
    const { a, b, c } = sum;
    const context = local?.context;
    const made: LocalPart = {
      thread,
      process: local?.process ?? 0,
      isWhole: local !== undefined && !this.threaded.has(local.process),
      dependsOnKernel: context === undefined || standsBeforeKernel(context),
      stack: context === undefined ? null : stackOf(context),
      standings: new Map(),
      a,
      b,
      c,
    };
    this.locals.set(key, made);
    return made;
  }

  private outputPart({ state }: Kernel): OutputPart {
    const digest = this.options.outputs ? digestOfOutput(state.console.output) : NO_OUTPUT;
    const key = keyOfDigest(digest);
    const known = this.outputs.get(key);
    if (known !== undefined) return known;
    const made = { ...digest, number: this.outputs.size };
    this.outputs.set(key, made);
    return made;
  }

  private imageNumber(image: ProgramImage): number {
    const known = this.images.get(image);
    if (known !== undefined) return known;
    const number = this.images.size;
    this.images.set(image, number);
    return number;
  }
}

const NO_OUTPUT: Digest = { a: 0, b: 0, c: 0 };

/** Nothing that the kernel knows of it changes what its next access to memory does. */
function standsPlainly(
  { state, beforeVisible, cancel, signals }: Thread,
  process: Process,
): boolean {
  return (
    state === 'ready' &&
    beforeVisible &&
    cancel.requested === null &&
    signals.pending.length === 0 &&
    process.signals.pending.length === 0 &&
    process.stopped === null
  );
}

/** Whether its next operation depends on what the kernel has. */
function standsBeforeKernel({ image: { code }, pc: at }: ExecutionContext): boolean {
  return code[at] === Opcode.SYS && !isOnMemory(systemCallName.get(code[at + 1] as number));
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

function isInStack(context: ExecutionContext, address: number): boolean {
  return isWithin(stackOf(context), address);
}

function keyOfDigest({ a, b, c }: Digest): string {
  return String.fromCharCode(a >>> 16, a & 0xffff, b >>> 16, b & 0xffff, c >>> 16, c & 0xffff);
}
