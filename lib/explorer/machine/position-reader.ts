/** Reads the parts of a state (position.ts) from the machine that is in it. Equal parts are one object. */
import type { ProgramImage } from '../../abi/image';
import { Opcode } from '../../abi/opcodes';
import { systemCallName } from '../../abi/system-calls';
import { contextOf, type Kernel } from '../../kernel/kernel';
import { pid } from '../../kernel/pid';
import type { KernelState } from '../../kernel/kernel-state';
import type { Process } from '../../kernel/processes/process';
import type { Thread } from '../../kernel/threads/thread';
import { hasHandler } from '../../kernel/signals/signals';
import { isOfProcess } from '../../kernel/time/timers';
import type { ExecutionContext } from '../../vm/context';
import type { ThreadId } from '../system';
import { digestOfOutput, hashKernel, type AskedFor, type InitialFiles } from './kernel-hash';
import { returnsOf } from './callers';
import { MemoryParts } from './memory-parts';
import { TIMERS } from './operation';
import type { Ownership } from './ownership';
import type { KernelPart, LocalPart, OutputPart, Position } from './position';
import { isOnMemory } from './repeatable-calls';
import type { Sharing } from './sharing';
import type { Spaces } from './spaces';
import { isInStack, isWithin, stackOf, type StackRange } from './stack-range';
import { StateHash, type Digest } from './state-hash';
import { WordSum } from './word-sums';

export interface PositionReaderOptions {
  readonly outputs: boolean;
  readonly files: InitialFiles;
}

/** An earlier position, after which one process has only worked on memory. */
export interface Since {
  readonly position: Position;
  readonly version: number;
  readonly process: number;
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
  /** By who is there. */
  private readonly bare = new Map<string, Position>();
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

  /** The machine is in the state. What can't have changed since an earlier position isn't read again. */
  read(kernel: Kernel, asked: AskedFor, since: Since | null = null): Position {
    this.learn(kernel);
    const known = since?.version === this.version ? since : null;
    const hash = new StateHash();
    if (known === null) hashKernel(hash, kernel, { ...asked, files: this.options.files });
    const { sharing, spaces, ownership, threaded } = this;
    const memory = new MemoryParts(kernel, sharing, spaces, ownership, threaded, hash);
    for (const process of processesOf(kernel))
      if (known !== null && this.isAsBefore(process, known)) memory.skip(process);
      else memory.readProcess(process);
    memory.readRegions();
    memory.giveOwned();
    const { values, words } = memory.takeSlots();
    const part = this.kernelPart(kernel, known?.position.kernel.own ?? hash.result(), memory);
    return {
      kernel: part,
      locals: part.threads.map(
        (thread, k) =>
          (memory.locals.has(thread) ? undefined : known?.position.locals[k]) ??
          this.localPart(thread, memory),
      ),
      values,
      words,
      output: this.outputPart(kernel),
    };
  }

  /** Tells only who is there: where states aren't compared, no part is equal to another. */
  withoutParts(kernel: Kernel): Position {
    const { state } = kernel;
    this.sharing.takeNews();
    const threads = threadsOf(state);
    const key = threads.join();
    let position = this.bare.get(key);
    if (position === undefined) {
      position = withoutParts(threads, state, this.numbers++);
      this.bare.set(key, position);
    }
    return position;
  }

  private learn(kernel: Kernel): void {
    for (const { pid: id, threads } of kernel.state.processes.values())
      if (threads.length > 1) this.threaded.add(id);
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
  }

  /** Its only thread hasn't run since, and nobody else uses its memory. */
  private isAsBefore({ pid: id }: Process, since: Since): boolean {
    return id !== since.process && !this.threaded.has(id) && !this.ownership.isInProcess(id);
  }

  private kernelPart({ state }: Kernel, own: Digest, memory: MemoryParts): KernelPart {
    const rest = new WordSum();
    rest.add(memory.rest);
    rest.add(memory.facts.result());
    const key = `${keyOfDigest(own)}${keyOfDigest(rest)}`;
    const known = this.kernels.get(key);
    if (known !== undefined) return known;
    const sum = new WordSum();
    sum.add(own);
    sum.add(rest);
    const threads = threadsOf(state);
    // Timers touch what they may interrupt; who waits for a semaphore in the kernel is handed it.
    const isQuiet =
      state.posixSemaphores.waiting.size === 0 && !state.timers.some((timer) => isOfProcess(timer));
    const isOpaque: boolean[] = [];
    const isPlain = threads.map((id): boolean => {
      if (id >= TIMERS) {
        isOpaque.push(false);
        return false;
      }
      const thread = state.threads.get(pid(id));
      const process = thread === undefined ? undefined : state.processes.get(thread.process);
      const alone =
        state.threads.size === 1 ||
        (process?.threads.length === 1 && (this.threaded.has(process.pid) || hasHandler(process)));
      isOpaque.push(alone);
      return (
        isQuiet &&
        !alone &&
        thread !== undefined &&
        process !== undefined &&
        standsPlainly(thread, process)
      );
    });
    const { a, b, c } = sum;
    const part = {
      own,
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

  private localPart(thread: ThreadId, { locals }: MemoryParts): LocalPart {
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
      calls: context === undefined ? '' : [...returnsOf(context)].join(),
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
    const digest = this.options.outputs ? digestOfOutput(state.console.output) : NOTHING;
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

const NOTHING: Digest = { a: 0, b: 0, c: 0 };
const NOWHERE: LocalPart['standings'] = new Map();

function withoutParts(threads: readonly ThreadId[], state: KernelState, number: number): Position {
  const everywhere = (value: boolean): readonly boolean[] => threads.map(() => value);
  const none = { isPlain: everywhere(false), isOpaque: everywhere(true) };
  return {
    kernel: { ...NOTHING, own: NOTHING, number, rest: number, threads, ...none },
    locals: threads.map((thread): LocalPart => {
      const process = state.threads.get(pid(thread))?.process ?? 0;
      const { a, b, c } = NOTHING;
      const about = {
        thread,
        process,
        isWhole: true,
        dependsOnKernel: true,
        calls: '',
        stack: null,
      };
      return { ...about, standings: NOWHERE, a, b, c };
    }),
    values: [],
    words: NOTHING,
    output: { ...NOTHING, number },
  };
}

/** In order of their numbers, timers last. */
export function threadsOf({ threads, timers }: KernelState): readonly ThreadId[] {
  const ids = new Set<ThreadId>([...threads.keys()].sort((a, b) => a - b));
  for (const timer of timers) if (isOfProcess(timer)) ids.add(TIMERS + timer.pid);
  return [...ids];
}

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

/** Of processes that run, in order of their numbers. */
function processesOf({ state }: Kernel): Process[] {
  return [...state.processes.values()]
    .filter(({ threads }) => threads.length > 0)
    .sort((a, b) => a.pid - b.pid);
}

function keyOfDigest({ a, b, c }: Digest): string {
  return String.fromCharCode(a >>> 16, a & 0xffff, b >>> 16, b & 0xffff, c >>> 16, c & 0xffff);
}
